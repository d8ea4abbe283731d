import type { Total } from '../amount.ts'
import type { Figures, Reference } from '../figures.ts'
import { monthNumber } from '../month.ts'
import type { Indicator, IndicatorId } from '../programme.ts'
import { checksByYear } from './checks-by-year.ts'
import { type Check, medianOf } from './judged.ts'
import type { FirmRuleKind } from './rule.ts'

/** The Spring Festival falls in January or February and is felt until March. */
const LAST_FESTIVAL_MONTH = 3

/** The one place with logic for a firm's own month: a kind of rule without a check does not compile. Too little to judge by: a check abstains. */
export const checks: { [K in FirmRuleKind]: Check<K> } = {
  ...checksByYear,

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

  'unit-slip': ({ from, to = Number.POSITIVE_INFINITY, factor }, { figures, reference }) =>
    Object.entries(from).flatMap(([id, limit]) => {
      const value = figures[id]
      const usual = usualOf(id, figures, reference)
      if (value === undefined || usual === undefined) return []
      const ratio = value / usual.value
      return ratio > limit && ratio <= to
        ? [{ on: id, facts: { value, usual: usual.value, is: usual.is, factor } }]
        : []
    }),

  /**
   * A month that is as large as all months of the year before it together. Early in the year that happens by itself, so
   * the check abstains until the year so far holds a few of the firm's usual months.
   */
  'year-to-date': ({ on, months, to }, { month, figures, reference }) => {
    const value = figures[on]
    const before = reference.yearToDate?.[on]
    const median = medianOf(reference)
    if (value === undefined || before === undefined || median === undefined) return []
    if (before < months * median) return []
    return value >= before && value <= to * before
      ? [{ on, facts: { value, before, months: monthNumber(month) - 1 } }]
      : []
  },

  /**
   * Distance of ln(value) from the firm's own median, in robust standard deviations (0.6745 · |x − median| / MAD). The
   * floor keeps a very steady firm from being asked about every small change; around the Spring Festival (January to
   * March) sales halve and double by themselves, so the check abstains.
   */
  jump: ({ on, limit, floor, atLeast }, { month, figures, reference }) => {
    const value = figures[on]
    const { logMad, months = 0 } = reference
    const median = medianOf(reference)
    if (value === undefined || value <= 0 || median === undefined || logMad === undefined) return []
    if (months < atLeast || monthNumber(month) <= LAST_FESTIVAL_MONTH) return []
    const z = (0.6745 * Math.abs(Math.log(value / median))) / Math.max(logMad, floor)
    return z > limit ? [{ on, facts: { value, last: reference.last?.[on], median } }] : []
  },

  repeated: ({ from }, { figures, reference }) =>
    Object.entries(from).flatMap(([id, smallest]) => {
      const value = figures[id]
      const same = value !== undefined && value === reference.last?.[id]
      return same && Math.abs(value) >= smallest ? [{ on: id, facts: { value } }] : []
    }),
}

/** What an officer is asked: the figures that no department imports. */
const asked = (indicators: readonly Indicator[]): Indicator[] =>
  indicators.filter(({ supplier }) => supplier === 'officer')

type Usual = { value: Total; is: 'last' | 'median' | 'sales' }

/**
 * What is usual for the firm: of sales the lower of last month and the firm's own median, so that neither a festival
 * nor last month's own slip hides one; of power, where last month is silent, what its sales usually take.
 */
const usualOf = (id: IndicatorId, figures: Figures, reference: Reference): Usual | undefined => {
  const { last, salesPerKwh = 0 } = reference
  const own = id === 'sales' ? (medianOf(reference) ?? 0) : 0
  const bySales =
    id === 'power' && salesPerKwh > 0 ? Math.round(Math.max(0, figures.sales ?? 0) / salesPerKwh) : 0
  const before = last?.[id] ?? 0
  const known: Usual[] = [
    { value: before, is: 'last' },
    { value: own, is: 'median' },
    { value: before > 0 ? 0 : bySales, is: 'sales' },
  ]
  return known.filter(({ value }) => value > 0).toSorted((a, b) => a.value - b.value)[0]
}
