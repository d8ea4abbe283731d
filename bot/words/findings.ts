import { formatAmount } from '../../shared/domain/amount.ts'
import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import { RETURNED } from '../../shared/domain/report.ts'
import { catalogue } from '../../shared/domain/rules/catalogue.ts'
import type { Finding } from '../../shared/domain/rules/judge.ts'
import type { RuleKind } from '../../shared/domain/rules/rule.ts'
import { unreadable } from './filing.ts'
import { review } from './review.ts'

/** What the figures show, and what follows from it for whoever filed them, or for whoever reviews them. */
type Sentence = { fact: string; toOfficer?: string; toReviewer?: string }
type Say = (facts: Finding['facts'], indicator: Indicator, programme: Programme) => Sentence

const amount = (value: Finding['facts'][string], { decimals, unit }: Indicator): string =>
  typeof value === 'number' ? `${formatAmount(value, Math.min(decimals, 2))} ${unit}` : '—'

const times = (value: unknown, last: unknown): string => {
  if (typeof value !== 'number' || typeof last !== 'number' || last <= 0 || value <= 0) return ''
  const ratio = value / last
  return ratio >= 1 ? `，约 ${ratio.toFixed(ratio < 10 ? 1 : 0)} 倍` : `，约为 ${(ratio * 100).toFixed(0)}%`
}

/** What the figure was held against. */
const usually = (is: Finding['facts'][string]): string =>
  is === 'last' ? '上月' : is === 'median' ? '平常月份约' : '按平时每度电的销售推算约'

/** In February the year so far is January, and no sum of months. */
const untilMonth = (months: Finding['facts'][string]): string => (months === 1 ? '1月' : `1—${months}月累计`)

/** One sentence for each kind of edit, with the numbers that it looked at. It asks; it never says what to type. */
const sentences: Record<RuleKind, Say> = {
  missing: (_facts, { short }) => ({
    fact: `还缺${short}。`,
    toOfficer: '没有的填 0，还不知道的留空。',
  }),
  unreadable: ({ why }, indicator) => ({ fact: unreadable(why, indicator) }),
  negative: (_facts, { name }) => ({
    fact: `${name}不能小于 0。`,
    toOfficer: '没有的填 0，不知道请留空。',
  }),
  cumulative: ({ before, current }, indicator) => ({
    fact: `${indicator.name}与上期累计 ${amount(before, indicator)}加本月 ${amount(current, indicator)}对不上。`,
    toOfficer: '请核对。',
  }),
  pair: ({ nonZero, there }, { name }, { indicators }) => {
    const other = indicators.find(({ id }) => id === nonZero)
    return {
      fact: other ? `${other.name} ${amount(there, other)}，${name} 0。` : `${name} 0。`,
      toOfficer: '请写明原因。',
    }
  },
  'unit-slip': ({ value, usual, is }, indicator) => ({
    fact: `${indicator.name}本月 ${amount(value, indicator)}，${usually(is)} ${amount(usual, indicator)}${times(value, usual)}。`,
    toOfficer: `本栏单位是${indicator.unit}，请核对单位；没错的请写明原因。`,
    toReviewer: '单位可能填错。',
  }),
  'year-to-date': ({ value, before, months }, indicator) => ({
    fact: `${indicator.name}本月 ${amount(value, indicator)}，今年${untilMonth(months)} ${amount(before, indicator)}。`,
    toOfficer: '本栏只填本月数，请核对是否填了累计数；没错的请写明原因。',
    toReviewer: '可能填了累计数。',
  }),
  jump: ({ value, last, median }, indicator) => ({
    fact: `${indicator.name}本月 ${amount(value, indicator)}，上月 ${amount(last, indicator)}${times(value, last)}；平常月份约 ${amount(median, indicator)}。`,
    toOfficer: '请写明原因。',
  }),
  repeated: ({ value }, indicator) => ({
    fact: `${indicator.name}本月 ${amount(value, indicator)}，与上月完全相同。`,
    toOfficer: '如确实相同，请写明原因。',
  }),
}

type Reader = 'toOfficer' | 'toReviewer'

const saying =
  (reader: Reader) =>
  ({ kind, facts, on }: Finding, programme: Programme): string => {
    const indicator = programme.indicators.find(({ id }) => id === on)
    if (indicator === undefined) return ''
    const { fact, [reader]: then = '' } = sentences[kind](facts, indicator, programme)
    return `${fact}${then}`
  }

/** To whoever filed the figure: what it shows, and what to do about it. */
export const askOfficer = saying('toOfficer')

/** To whoever reviews it: what it shows, and what it may be. */
export const tellReviewer = saying('toReviewer')

/** Without the jumps of a figure whose unit is in doubt: they would say the same numbers once more. */
export const withoutEchoes = (findings: readonly Finding[]): Finding[] =>
  findings.filter(
    ({ kind, on }) =>
      kind !== 'jump' || !findings.some((other) => other.kind === 'unit-slip' && other.on === on),
  )

/** Why the edits ask, one line for each of them. */
export const whyWords = (rules: readonly string[]): string =>
  [
    ...catalogue.filter(({ id }) => rules.includes(id)).map(({ why }) => why),
    ...(rules.includes(RETURNED) ? [review.whyReturned] : []),
  ].join('\n')
