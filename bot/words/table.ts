import { type Month, shortMonth } from '../../shared/domain/month.ts'
import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import type { Headings, NamedColumn } from '../../shared/domain/table/headings.ts'
import { type PreviewKind, type PreviewRow, previewKinds } from '../../shared/domain/table/preview.ts'
import type { LineProblem } from '../../shared/domain/table/rows.ts'
import type { MarkFit, MarkRead } from '../../shared/domain/table/template-mark.ts'
import { condition } from './condition.ts'
import { figureOf } from './filing.ts'
import { askOfficer } from './findings.ts'

const indicatorOf = ({ indicators }: Programme, on: string): Indicator | undefined =>
  indicators.find(({ id }) => id === on)

const TEXT_COLUMNS: Readonly<Record<string, string>> = {
  code: '统一社会信用代码',
  name: '企业名称',
  condition: '状态',
  note: '状态说明',
  words: '数据说明',
}

const columnWords = ({ column, heading }: NamedColumn): string => `${column} 列“${heading}”`

/** What to do about a table whose headings are not plain. */
export const headingsAsked = (headings: Exclude<Headings, { is: 'found' }>, programme: Programme): string => {
  switch (headings.is) {
    case 'no-headings':
      return '没有找到表头。请用“/模板”下载的表格填写，或在第一行写上企业名称和各项指标的名称。'
    case 'no-firm-column':
      return '表里没有“统一社会信用代码”或“企业名称”这一列，认不出是哪户企业。请补上这一列再发。'
    case 'no-figure-column':
      return `表里没有本月要填的数。表头请写：${programme.indicators.map(({ name, unit }) => `${name}（${unit}）`).join('、')}。`
    case 'other-month':
      return `这张表写的是${shortMonth(headings.month)}的数，不是本月的，没有收。请核对月份，改好再发。`
    case 'unclear': {
      const name = indicatorOf(programme, headings.on)?.name ?? TEXT_COLUMNS[headings.on] ?? headings.on
      return `看不准哪一列是“${name}”：${headings.columns.map(columnWords).join('、')}。请把要用的那一列表头改成“${name}”，再发一次。`
    }
    case 'wrong-unit': {
      const { name = '', unit = '' } = indicatorOf(programme, headings.on) ?? {}
      return `${columnWords(headings.column)}的单位是${headings.unit}，${name}要填${unit}。系统不替您换算，请换算好、改了表头再发。`
    }
  }
}

const names = (firms: readonly { name: string }[]): string => firms.map(({ name }) => `“${name}”`).join('、')

/** Why a row was not taken in, and what to do about it. */
export const lineProblem = (problem: LineProblem, programme: Programme): string => {
  switch (problem.why) {
    case 'no-firm':
      return '没有写是哪户企业，请补上企业名称或代码。'
    case 'unknown-firm':
      return '不在您处本月名册里，没有收。请核对名称和代码；如应在册，请联系区工信局。'
    case 'elsewhere':
      return '这户不属于您处，没有收。如已迁来，请联系区工信局。'
    case 'near-code':
      return `代码与“${problem.near.name}”的差一点，请对照营业执照核对代码。`
    case 'other-code':
      return `名称是“${problem.near.name}”，代码却不是它的，请核对。`
    case 'two-firms':
      return `这里写的可能是${names(problem.near)}两户，请核对是哪一户。`
    case 'near-name':
      return `名册里没有这个名称，相近的有${names(problem.near)}。请写全称或代码。`
    case 'several-names':
      return `名称里有这几个字的不止一户：${names(problem.near)}。请写全称或代码。`
    case 'twice':
      return `同一户企业出现在第 ${problem.rows.join('、')} 行，请只留一行。`
    case 'hidden':
      return '这一行被隐藏了，没有收。请取消隐藏，看过再发。'
    case 'unknown-condition':
      return '状态请写：正常、停产、搬迁或注销。'
    case 'condition-with-figures':
      return '停产、搬迁、注销的企业不填数。仍在生产的，请先把状态改回“正常”。'
    case 'condition-without-reason':
      return '停产、搬迁、注销请在“状态说明”里写一句原因。'
    default:
      return figuresProblem(problem, programme)
  }
}

type FiguresProblem = Extract<
  LineProblem,
  {
    why:
      | 'too-few'
      | 'too-many'
      | 'unclear-comma'
      | 'unlabelled'
      | 'other-period'
      | 'no-figures'
      | 'labelled-twice'
      | 'unit'
  }
>

const figuresProblem = (problem: FiguresProblem, programme: Programme): string => {
  const asked = programme.indicators.filter(({ supplier }) => supplier === 'officer')
  const order = asked.map(({ short }) => short).join('、')
  switch (problem.why) {
    case 'too-few':
    case 'too-many':
      return `要填 ${problem.wanted} 个数，这里有 ${problem.numbers} 个，分不清哪个是哪个。请按${order}的顺序写，或写上名称。`
    case 'unclear-comma':
      return '看不清逗号是千分位还是隔开两个数。请用顿号或空格隔开，数里不写逗号。'
    case 'unlabelled':
      return `有的数没有写名称。请每个数前面都写名称，或都不写、按${order}的顺序来。`
    case 'other-period':
      return '这里提到了别的月份或累计数，没有收。请只写本月数。'
    case 'no-figures':
      return `没有看到数。请按${order}的顺序写；没有的填 0，还不知道的留空。`
    case 'labelled-twice':
      return `${indicatorOf(programme, problem.on)?.name ?? ''}写了两次，请只留一个。`
    case 'unit': {
      const { name = '', unit = '' } = indicatorOf(programme, problem.on) ?? {}
      return `${name}写的是${problem.unit}，本栏要填${unit}。请换算好再填，系统不替您换算。`
    }
  }
}

const KINDS: Readonly<Record<PreviewKind, string>> = {
  new: '新报',
  changed: '改数',
  questioned: '待说明',
  condition: '状态变动',
  explained: '补说明',
  unchanged: '没有变化',
  untouched: '没有填数',
  contested: '别人刚报过',
  refused: '没有收',
}

/** `新报 12 户 · 改数 3 户 · 没有收 1 行`, without what there is none of. */
export const previewCounts = (counts: Readonly<Record<PreviewKind, number>>): string =>
  previewKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${KINDS[kind]} ${counts[kind]} ${kind === 'refused' ? '行' : '户'}`)
    .join(' · ')

/** What was read of 停产, 搬迁, 注销 or 正常, and why. */
const conditionRead = ({ is, line: { condition: read, note } }: PreviewRow): string =>
  is === 'condition' && read ? `：${condition.names[read]}${note ? `（${note}）` : ''}` : ''

/** The sentence beside a row of the marked-up workbook, and on the preview card. */
export const rowSentence = (row: PreviewRow, programme: Programme): string => {
  const asked = row.findings.map((finding) => {
    const short = finding.kind === 'unreadable' ? indicatorOf(programme, finding.on)?.short : undefined
    return `${short === undefined ? '' : `${short}：`}${askOfficer(finding, programme)}`
  })
  const missing = row.missing.map((on) => indicatorOf(programme, on)?.short ?? on)
  const changes = row.changes.map(({ on, before, after }) => {
    const indicator = indicatorOf(programme, on)
    const { short = on, decimals = 2, unit = '' } = indicator ?? {}
    const now = `${figureOf({ [on]: after }, on, decimals)} ${unit}`
    return before === undefined
      ? `${short} ${now}`
      : `${short} ${figureOf({ [on]: before }, on, decimals)} → ${now}`
  })
  const isOpen = row.is === 'new' || row.is === 'changed' || row.is === 'questioned'
  return [
    `${KINDS[row.is]}${isOpen && changes.length > 0 ? `：${changes.join('，')}` : ''}${conditionRead(row)}。`,
    ...(row.problem ? [lineProblem(row.problem, programme)] : []),
    ...asked,
    ...(row.is === 'contested' ? ['做表以后有人报过或退回过这户，请在这户的卡片上核对。'] : []),
    ...(row.line.isPart ? [`按名称认作“${row.line.name}”，请核对。`] : []),
    ...(row.line.formulas ? ['有公式，按表里显示的数收。'] : []),
    ...(isOpen && missing.length > 0 ? [`还缺${missing.join('、')}。`] : []),
  ].join('')
}

/** Why a template is not taken in; nothing when it fits. */
export const markRefused = (
  fit: MarkFit | Exclude<MarkRead, { is: 'template' }>,
  month: Month,
): string | undefined => {
  switch (fit.is) {
    case 'fits':
    case 'none':
      return undefined
    case 'damaged':
      return '表格里的隐藏页被改动过，认不出是哪次下载的。请发“/模板”重新下载，把数贴过去。'
    case 'other-programme':
      return '这张表不是这项工作的，没有收。请发“/模板”重新下载。'
    case 'other-township':
      return '这张表是发给别的乡镇的，没有收。请发“/模板”下载您处的表格。'
    case 'other-month':
      return `这张表是${shortMonth(fit.month)}的，现在填的是${shortMonth(month)}。请发“/模板”下载本月的表格。`
    case 'old-template':
      return '这张表是旧版的，列的意思可能变了，没有收。请发“/模板”重新下载，把数贴过去。'
  }
}

export const table = {
  templateNotes: [
    '只填白色格子；灰色是上月和去年同月的数，供对照。没有的填 0，还不知道的留空。留空不算 0。',
    '状态有变动时写停产、搬迁或注销，并在“状态说明”里写一句原因。',
  ],
  sayNumber: ({ name, unit }: Indicator): string =>
    `${name}请填数字，单位${unit}。没有的填 0，还不知道的留空。`,
  tooManyRows: (rows: number, most: number): string =>
    `表里有 ${rows} 行企业，一次最多收 ${most} 行，请分开发。`,
  tooLongText: '粘贴的文字太长，请分几次发，或发表格文件。',
  nothingPasted: '没有看到企业和数。请写企业名称，后面写数，如：某某机械 152.3，4.2，3.1，45。',
  twoSheets: (sheets: readonly string[]): string =>
    `有 ${sheets.length} 张工作表都像是要报的：${sheets.join('、')}。请只留一张再发。`,
  merged: '表里有合并单元格，合并处只认左上角那一格。',
  skipped: ({ totals, notes }: { totals: number; notes: number }): string =>
    totals + notes === 0 ? '' : `合计行 ${totals} 行、说明行 ${notes} 行没有计入。`,
} as const
