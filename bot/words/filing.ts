import type { Reading } from '../../shared/domain/amount.ts'
import { formatAmount } from '../../shared/domain/amount.ts'
import type { Figures } from '../../shared/domain/figures.ts'
import { dayAndWeek, dayOf, type Instant, longTime, shortTime } from '../../shared/domain/instant.ts'
import { type Month, monthNumber, shortMonth } from '../../shared/domain/month.ts'
import type { Indicator } from '../../shared/domain/programme.ts'
import type { ExplanationRefusal } from '../../shared/domain/rules/explanation.ts'
import { type Counts, doneCount, openCount, type Tally, unfiledCount } from '../../shared/domain/tally.ts'

type Refusal = Extract<Reading, { is: 'refused' }>['why']

/** What to do about a figure that could not be read, beside the input where it still stands. */
export const unreadable = (why: unknown, { unit, decimals }: Indicator): string => {
  const sentences: Record<Refusal, string> = {
    'not-a-number': `请填数字，如 150 或 150.5。没有的填 0，还不知道的留空。`,
    'too-many-decimals': decimals === 0 ? '请填整数。' : `最多填 ${decimals} 位小数。`,
    'too-large': `这个数超出了可填的范围。本栏单位是${unit}，请核对位数。`,
    exponent: '请直接写出数字，如 100000，不用科学计数法。',
    'with-unit': `请只填数字，不写单位。本栏单位是${unit}。`,
  }
  return typeof why === 'string' && isRefusal(why, sentences) ? sentences[why] : sentences['not-a-number']
}

const isRefusal = (why: string, sentences: Record<Refusal, string>): why is Refusal => why in sentences

/** `152.30 | 4.20 | 3.10 | 45`, what an officer compares with; — where nothing was reported. */
export const figuresLine = (figures: Figures | undefined, indicators: readonly Indicator[]): string =>
  indicators.map(({ id, decimals }) => figureOf(figures, id, decimals)).join(' | ')

/** `销售 152.30 万元，用工 45 人`, for whoever has no input beside it that names the figure. */
export const namedFigures = (
  figures: Figures | undefined,
  indicators: readonly Indicator[],
  declared: readonly string[] = [],
): string =>
  indicators
    .map(({ id, short, unit, decimals }) => {
      if (declared.includes(id)) return `${short} ${filing.nothing}`
      const shown = figureOf(figures, id, decimals)
      return shown === filing.unknown ? `${short} —` : `${short} ${shown} ${unit}`
    })
    .join('，')

export const figureOf = (figures: Figures | undefined, id: string, decimals: number): string => {
  const value = figures?.[id]
  return value === undefined ? filing.unknown : formatAmount(value, Math.min(decimals, 2))
}

/** `3月企业数据请报送` */
export const askTitle = (month: Month): string => `${shortMonth(month)}企业数据请报送`

/** The words on a locked screen: neither names nor figures. */
export const summaryOf = (month: Month, counts?: Counts): string =>
  `${shortMonth(month)}数据${counts === undefined || openCount(counts) > 0 ? '待填' : counts.questioned > 0 ? '待说明' : '已报齐'}`

export const reviewSummary = (month: Month): string => `${shortMonth(month)}数据待审`

export const deadline = (due: Instant): string => `截止 ${longTime(due)}`

export const closing = (closes: Instant): string => `结账 ${longTime(closes)}`

/** What still counts: the deadline, and once it is over, that it is and till when the month can be filed. */
export const deadlineAt = ({ due, closes }: Pick<Tally, 'due' | 'closes'>, at: Instant): string =>
  at > due ? `已逾期，${longTime(closes)} 结账` : deadline(due)

/** The same, to whoever still owes figures. */
export const lateWords = ({ due, closes }: Pick<Tally, 'due' | 'closes'>): string =>
  `**已逾期**：${longTime(due)} 已截止，${longTime(closes)} 结账前仍可补报，记为“逾期补报”。`

/** Turn 1 of a township's month is its opening, which nobody gets a receipt for. */
const TURNS_BEFORE = 1

/** `202303-金沙街道-0417-3`: month, place, day and number of the township's turn since it was opened, from 1. */
export const receiptNumber = (month: Month, place: string, at: Instant, sequence: number): string =>
  `${month.replace('-', '')}-${place}-${dayOf(at).slice(5).replace('-', '')}-${sequence - TURNS_BEFORE}`

export const receipt = (
  tally: Pick<Tally, 'counts' | 'due' | 'closes' | 'month'>,
  { place, by, at, filed }: { place: string; by: string; at: Instant; filed: number },
): string => {
  const { counts } = tally
  const { returned } = counts.by
  const questioned = counts.questioned > 0 ? `（其中待说明 ${counts.questioned}）` : ''
  return [
    `${place} ${shortMonth(tally.month)}　${shortTime(at)}　${by}${filed > 0 ? `提交 ${filed} 户` : ''}`,
    `本月应报 ${counts.firms} 户：**已报 ${doneCount(counts)}**${questioned} · 未报 ${unfiledCount(counts)}${returned > 0 ? ` · 被退回待改 ${returned}` : ''}`,
    openCount(counts) === 0
      ? `本月已报齐，结账（${longTime(tally.closes)}）前可随时修改。`
      : at > tally.due
        ? lateWords(tally)
        : deadline(tally.due),
  ].join('\n')
}

export const completeTitle = (name: string, month: Month): string => `${name} ${shortMonth(month)}已报齐`

export const completeBody = (counts: Counts, closes: Instant, number: string): string =>
  [
    `${doneCount(counts)}/${counts.firms} 户，${counts.questioned > 0 ? `待说明 ${counts.questioned} 户` : '无待说明'}。`,
    `回执 ${number}`,
    `下一步：区工信局审核。如有退回会发到这里。结账（${longTime(closes)}）前可随时修改。`,
  ].join('\n')

/** `请于 4月21日（周五）前说明` */
export const explainTag = (until: Instant): string => `请于 ${dayAndWeek(dayOf(until))}前说明`

export const nextUpLine = (names: readonly string[]): string => `接下来：${names.join('、')}等。`

export const explanationRefused: Record<ExplanationRefusal, string> = {
  'no-reason': '请先选一个原因。',
  'too-short': '说明请写 8 个字以上：是哪笔、哪天、多少。',
  'returned-again': '区里又退回了一次，请先看上面新的原因；改好说明再提交，说明仍合适的直接再提交一次。',
  'stock-phrase': '“核实无误”看不出原因，请写具体些：是哪笔、哪天、多少。',
}

/** Of two officers' figures: both are shown, one under the other, and the officers decide. */
export const superseded = (facts: { who: string; at: Instant; theirs: string; mine: string }): string =>
  `${facts.who} ${shortTime(facts.at)} 报的：${facts.theirs}\n您填的：${facts.mine}`

export const missingSentence = (names: readonly string[]): string =>
  `已先存下，还缺：${names.join('、')}。没有的填 0，还不知道的留空，以后再补。`

/** After a page that asked one figure of many firms: the others are still to come, said once. */
export const othersMissing = (firms: number, names: readonly string[]): string =>
  `其中 ${firms} 户还差${names.join('、')}，按“接着填”可以换一项填。`

/** `销售留空的按原来的 320.00 万元算，没有改；…`: an empty input beside a filed figure changes nothing. */
export const keptSentence = (figures: Figures, indicators: readonly Indicator[]): string => {
  const kept = indicators.map(
    ({ id, short, unit, decimals }) => `${short}留空的按原来的 ${figureOf(figures, id, decimals)} ${unit}算`,
  )
  return `${kept.join('，')}，没有改；确实没有请填 0，填错了请改成对的数。`
}

export const comparison = (month: Month): { last: string; lastYear: string } => ({
  last: '上月',
  lastYear: `去年${monthNumber(month)}月`,
})

export const filing = {
  /** A zero that was declared and not typed. */
  nothing: '本月无',
  /** Not reported. */
  unknown: '—',
  rules: '没有的填 0，还不知道的留空。留空不算 0。',
  nothingLeft: '本月已报齐，没有待填的企业。结账前可在“查看、修改已报”里改。',
  untouched: '这一页还没有填数，填好再提交；不知道的可以先留空。',
  restIsDone: '收下的不用再填，只看下面这几户。',
  later: '好的，这张卡留着，问清楚再填；收下的都在。',
  whyTitle: '为什么问这个',
  asItIs: '如实即可。说明会随数据给区里看；“核实无误”四个字看不出原因，请写具体些。',
  moreLines: (count: number): string => `另有 ${count} 户同样情况，填好这几户后接着显示。`,
  same: (count: number): string => `${count} 户的数已经收到过，没有变化。`,
  stillReturned: (count: number): string =>
    `${count} 户是区里退回的，数没有变，还没有重新报送：请改数，或选原因并写明说明再提交。`,
  notInRoster: '有企业不在本月名册里，没有收。如应在册，请联系区工信局。',
  nothingFiled: '还没有已报的企业。',
  nothingToExplain: '没有待说明的企业。',
  whichCounts: '以哪个为准，请先与同事核对。要用您填的，请写明以什么为准。',
  overrideReason: '用我填的，原因',
  useMine: '用我填的',
  keepTheirs: '保留同事报的',
  mendFirst: '改好后提交；一时弄不清的，把那一栏清空再提交，就能接着填别的企业。',
  agreeFirst: '没有定下来之前，以同事报的数为准；弄清楚了再按，可以先放着。',
  noOverrideReason: '要用您填的数，请先写明原因，再按“用我填的”。',
  explain: '哪笔、哪天、多少，8 字以上',
  source: (name: string): string => `数据来源：${name}`,
  order: (names: readonly string[]): string => `灰字依次是${names.join('、')}。`,
  sources: { firm: '企业报来', visit: '上门核实', tax: '税务数据', power: '供电数据' },
} as const
