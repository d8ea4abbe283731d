import { type Amount, type Reading, SCALE } from '../amount.ts'
import type { Figures, Reference } from '../figures.ts'
import { type Month, monthNumber } from '../month.ts'
import type { Indicator, IndicatorId } from '../programme.ts'
import type { Finding, Rule, RuleKind } from './rule.ts'

/** One firm's month as the edits see it: what was typed, what it makes together with what is stored, and what it is held against. */
export type Judged = {
  month: Month
  indicators: readonly Indicator[]
  readings: Readonly<Record<IndicatorId, Reading>>
  figures: Figures
  reference: Reference
}

type Found = Pick<Finding, 'on' | 'facts'>
export type Check<K extends RuleKind> = (rule: Extract<Rule, { kind: K }>, judged: Judged) => Found[]

/** The one place with logic: a kind of rule without a check does not compile. Too little to judge by: a check abstains. */
export const checks: { [K in RuleKind]: Check<K> } = {
  /** Only where something is there already: an untouched firm is not nagged. */
  missing: (_rule, { indicators, figures }) =>
    Object.keys(figures).length === 0
      ? []
      : asked(indicators)
          .filter(({ id }) => figures[id] === undefined)
          .map(({ id }) => ({ on: id, facts: {} })),

  unreadable: (_rule, { readings }) =>
    Object.entries(readings).flatMap(([on, reading]) =>
      reading.is === 'refused' ? [{ on, facts: { why: reading.why } }] : [],
    ),

  negative: (_rule, { indicators, figures }) =>
    indicators
      .filter(({ id, negative }) => !negative && (figures[id] ?? 0) < 0)
      .map(({ id }) => ({ on: id, facts: { value: figures[id] } })),

  cumulative: ({ tolerance }, { month, indicators, figures, reference }) =>
    indicators.flatMap(({ id, cumulativeOf }) => {
      if (cumulativeOf === undefined) return []
      const [typed, current] = [figures[id], figures[cumulativeOf]]
      const before = monthNumber(month) === 1 ? 0 : reference.yearToDate?.[cumulativeOf]
      if (typed === undefined || current === undefined || before === undefined) return []
      return Math.abs(typed - before - current) > tolerance
        ? [{ on: id, facts: { value: typed, before, current } }]
        : []
    }),

  pair: ({ nonZero, zero }, { figures }) => {
    const [there, absent] = [figures[nonZero], figures[zero]]
    return absent === 0 && there !== undefined && there > 0 ? [{ on: zero, facts: { nonZero, there } }] : []
  },

  'unit-slip': ({ on, from, to, factor }, { figures, reference }) =>
    on.flatMap((id) => {
      const value = figures[id]
      const predictor = predictorOf(id, reference)
      if (value === undefined || predictor === undefined || value <= 0) return []
      const ratio = value / predictor
      return ratio > from && ratio < to ? [{ on: id, facts: { value, last: predictor, factor } }] : []
    }),

  /**
   * Distance of ln(value) from the firm's own median, in robust standard deviations (0.6745 · |x − median| / MAD). The
   * floor keeps a very steady firm from being asked about every small change; around the Spring Festival (January to
   * March) sales halve and double by themselves, so the check abstains.
   */
  jump: ({ on, limit, floor, atLeast }, { month, figures, reference }) => {
    const value = figures[on]
    const { logMedian, logMad, months = 0 } = reference
    if (value === undefined || value <= 0 || logMedian === undefined || logMad === undefined) return []
    if (months < atLeast || monthNumber(month) <= 3) return []
    const z = (0.6745 * Math.abs(Math.log(value / SCALE) - logMedian)) / Math.max(logMad, floor)
    if (z <= limit) return []
    return [
      { on, facts: { value, last: reference.last?.[on], median: Math.round(Math.exp(logMedian) * SCALE) } },
    ]
  },

  repeated: ({ on }, { figures, reference }) =>
    on
      .filter((id) => figures[id] !== undefined && figures[id] !== 0 && figures[id] === reference.last?.[id])
      .map((id) => ({ on: id, facts: { value: figures[id] } })),
}

/** What an officer is asked: the figures that no department imports. */
const asked = (indicators: readonly Indicator[]): Indicator[] =>
  indicators.filter(({ supplier }) => supplier === 'officer')

/** Last month's figure; for sales, where that is zero, negative or missing, the firm's own median. */
const predictorOf = (id: IndicatorId, { last, logMedian }: Reference): Amount | number | undefined => {
  const before = last?.[id]
  if (before !== undefined && before > 0) return before
  return id === 'sales' && logMedian !== undefined ? Math.exp(logMedian) * SCALE : undefined
}
