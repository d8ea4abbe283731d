import { type ImportKind, type ImportRow, importKinds } from '../../shared/domain/import-preview.ts'
import { type Month, shortMonth } from '../../shared/domain/month.ts'
import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import type { Headings } from '../../shared/domain/table/headings.ts'
import { unreadable } from './filing.ts'
import { headingsAsked, lineProblem } from './table.ts'

const KINDS: Readonly<Record<ImportKind, string>> = {
  new: '新收',
  changed: '改数',
  unchanged: '没有变化',
  untouched: '没有数',
  unknown: '名册里没有',
  refused: '没有收',
}

const isRow = (kind: ImportKind): boolean => kind === 'unknown' || kind === 'refused'

/** `新收 12 户 · 名册里没有 3 行`, without what there is none of. */
export const importCounts = (counts: Readonly<Record<ImportKind, number>>): string =>
  importKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${KINDS[kind]} ${counts[kind]} ${isRow(kind) ? '行' : '户'}`)
    .join(' · ')

/** What would come of a row, or why nothing does, without any figure of the firm. */
export const importSentence = ({ is, problem, refused }: ImportRow, programme: Programme): string => {
  if (problem)
    return `${KINDS[is]}。${problem.why === 'unknown-firm' ? importTable.notOnRoster : lineProblem(problem, programme)}`
  const wrong = refused.flatMap(({ on, why }) => {
    const indicator = programme.indicators.find(({ id }) => id === on)
    if (indicator === undefined) return []
    return [`${indicator.name}：${why === 'negative' ? '不能小于 0。' : unreadable(why, indicator)}`]
  })
  return [`${KINDS[is]}。`, ...wrong].join('')
}

/** What to do about a department's table whose headings are not plain. */
export const importHeadings = (headings: Exclude<Headings, { is: 'found' }>, programme: Programme): string =>
  headings.is === 'no-headings' || headings.is === 'no-figure-column'
    ? importTable.noHeadings(programme.indicators)
    : headingsAsked(headings, programme)

/** What is said of a department's table while it is read, shown and brought in. */
export const importTable = {
  noMonth: '还没有开过表，部门的数先不用发。',
  noneToImport: '这项工作没有要由部门提供、或与部门数比对的指标，这张表没有收。',
  notOnRoster: '本月名册里没有这户，请核对代码；应在册的请先用“/企业”补上。',
  noHeadings: (indicators: readonly Indicator[]): string =>
    `没有看到能收的部门数。第一行请写“统一社会信用代码”和${indicators.map(({ name, unit }) => `“${name}（${unit}）”`).join('或')}，一张表只放一个部门、一个月的数。`,
  severalDepartments: (departments: readonly string[]): string =>
    `表里有${departments.join('、')}两家的数，没有收。请每个部门一张表，分开发。`,
  otherScale: ({ name, unit }: Indicator): string =>
    `“${name}”这一列和已有的数普遍差上百倍，单位可能不是${unit}，没有收。请核对单位，换算好、改了表头再发。`,
  title: (department: string, month: Month, firms: number): string =>
    `${department}${shortMonth(month)}数据：${firms === 0 ? '没有可以收的' : `请看一遍，可收 ${firms} 户`}`,
  summary: (month: Month): string => `${shortMonth(month)}部门数据待确认`,
  confirm: (firms: number): string => `确认收下 ${firms} 户`,
  drop: '不收',
  notStored: '现在什么都还没有存，按“确认收下”才存。名册里没有的、没有收的行不影响别的行。',
  moreRows: (rows: number): string => `另有 ${rows} 行要看的，收下后在发回的表格里逐行写明。`,
  fills: (names: readonly string[]): string => `${names.join('、')}由部门提供，收下后计入合计。`,
  compares: (names: readonly string[]): string =>
    `${names.join('、')}由乡镇填报，这里的数只用来比对，不改乡镇报的数，也不给乡镇看。`,
  failed: '部门的数没有全部收完，是系统的问题。请过几分钟把表格再发一次：已经收下的不会重复。',
  filedTitle: (department: string, month: Month, firms: number): string =>
    `${department}${shortMonth(month)}数据：${firms === 0 ? '没有新收的' : `已收 ${firms} 户`}`,
  filed: (firms: number, same: number): string =>
    `已收 ${firms} 户${same > 0 ? `，另有 ${same} 户和以前一样` : ''}。改过的，新旧两个数都留着。`,
  leftOut: (rows: number): string => `${rows} 行没有收，原因逐行写在发回的表格里，改好可以直接再发。`,
  differing: (firms: number): string =>
    firms > 0
      ? `${firms} 户乡镇报的数与部门数不一致，已按大小列给各区。`
      : '乡镇已经报的数里，没有与部门数不一致的。',
  taken: '已收。',
  same: '和以前收的一样。',
  closed: '没有收：本月已经结账。',
  notTaken: '没有收，请再发一次。',
  resultColumn: '处理结果',
  file: (department: string, month: string): string => `${department}${month}收数结果.xlsx`,
  markedTitle: (department: string, month: string): string => `${department}${month}收数结果`,
  markedNote: '最后一列写明每一行收了没有。表里是部门的数，请不要转给乡镇和企业。',
} as const
