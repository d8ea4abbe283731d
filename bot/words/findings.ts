import { formatAmount } from '../../shared/domain/amount.ts'
import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import { RETURNED } from '../../shared/domain/report.ts'
import { catalogue } from '../../shared/domain/rules/catalogue.ts'
import type { Finding } from '../../shared/domain/rules/judge.ts'
import type { RuleKind } from '../../shared/domain/rules/rule.ts'
import { unreadable } from './filing.ts'
import { review } from './review.ts'

type Say = (facts: Finding['facts'], indicator: Indicator, programme: Programme) => string

const amount = (value: Finding['facts'][string], { decimals, unit }: Indicator): string =>
  typeof value === 'number' ? `${formatAmount(value, Math.min(decimals, 2))} ${unit}` : '—'

const times = (value: unknown, last: unknown): string => {
  if (typeof value !== 'number' || typeof last !== 'number' || last <= 0 || value <= 0) return ''
  const ratio = value / last
  return ratio >= 1 ? `，约 ${ratio.toFixed(ratio < 10 ? 1 : 0)} 倍` : `，约为 ${(ratio * 100).toFixed(0)}%`
}

/** What the figure was held against. */
const usually = (is: Finding['facts'][string]): string =>
  is === 'last' ? '上月' : is === 'median' ? '近两年月度中位数' : '按平时每度电的销售推算约'

/** One sentence for each kind of edit, with the numbers that it looked at. It asks; it never says what to type. */
const sentences: Record<RuleKind, Say> = {
  missing: (_facts, { short }) => `还缺${short}。没有的填 0，还不知道的留空。`,
  unreadable: ({ why }, indicator) => unreadable(why, indicator),
  negative: (_facts, { name }) => `${name}不能小于 0。没有的填 0，不知道请留空。`,
  cumulative: ({ before, current }, indicator) =>
    `累计与上期累计 ${amount(before, indicator)} 加本月 ${amount(current, indicator)} 对不上，请核对。`,
  pair: ({ nonZero, there }, { name }, { indicators }) => {
    const other = indicators.find(({ id }) => id === nonZero)
    return other
      ? `${other.name} ${amount(there, other)}，${name} 0。请写明原因。`
      : `${name} 0，请写明原因。`
  },
  'unit-slip': ({ value, usual, is }, indicator) =>
    `本月 ${amount(value, indicator)}，${usually(is)} ${amount(usual, indicator)}${times(value, usual)}。本栏单位是${indicator.unit}，请核对单位；没错的请写明原因。`,
  'year-to-date': ({ value, before }, indicator) =>
    `本月 ${amount(value, indicator)}，今年到上月止累计 ${amount(before, indicator)}。本栏只填本月数，请核对是否填了累计数；没错的请写明原因。`,
  jump: ({ value, last, median }, indicator) =>
    `本月 ${amount(value, indicator)}，上月 ${amount(last, indicator)}${times(value, last)}；近两年月度中位数 ${amount(median, indicator)}。`,
  repeated: ({ value }, indicator) =>
    `本月 ${amount(value, indicator)}，与上月一分不差。如确实相同，请写明原因。`,
}

export const saying = ({ kind, facts, on }: Finding, programme: Programme): string => {
  const indicator = programme.indicators.find(({ id }) => id === on)
  return indicator ? sentences[kind](facts, indicator, programme) : ''
}

/** Why the edits ask, one line for each of them. */
export const whyWords = (rules: readonly string[]): string =>
  [
    ...catalogue.filter(({ id }) => rules.includes(id)).map(({ why }) => why),
    ...(rules.includes(RETURNED) ? [review.whyReturned] : []),
  ].join('\n')
