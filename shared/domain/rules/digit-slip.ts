import { SCALE, type Total } from '../amount.ts'
import type { Figures, Reference } from '../figures.ts'
import type { IndicatorId } from '../programme.ts'
import type { DigitSlip } from './rule.ts'

/** Spreads of ln(sales) below which nobody is that steady: of the firm's own median, of one earlier month, of its tax rate. */
const OWN_SPREAD = 0.4
const MONTH_SPREAD = 0.8
const RATE_SPREAD = 0.1
/** One earlier month says half as much as the firm's own level. */
const MONTH_WEIGHT = 0.5
/** Beyond this many spreads a swap says no more; a lost digit may be the first of several, and lies as far as that. */
const FARTHEST: Record<DigitSlip, number> = { swapped: 10, lost: 100 }
const MONTHS_FOR_LEVEL = 3

type Expectation = { log: number; spread: number; weight: number }

/**
 * By how much better a figure would fit everything that is known of the firm if a digit had slipped: the distance of the
 * figure as typed, less that of the figure with the slip undone, in weighted spreads of ln. Nothing where too little is
 * known. The figure with the slip undone is a hypothesis to measure with; it is never shown.
 */
export const gainOfSlip = (
  slip: DigitSlip,
  { on, by }: { on: IndicatorId; by: IndicatorId },
  figures: Figures,
  reference: Reference,
): number | undefined => {
  const value = figures[on]
  const expected = expectationsOf(figures[by], earlierMonths(reference, on), reference)
  if (value === undefined || value <= 0 || expected.length === 0) return undefined
  const as = (one: Total) => distance(one, expected, FARTHEST[slip])
  return as(value) - Math.min(...undone[slip](value).map(as))
}

/** What the figure may have been before the slip: a digit may be lost from behind, or the first one, mostly a 1. */
const undone: Record<DigitSlip, (value: Total) => Total[]> = {
  swapped: (value) => {
    const [first = '', second = '0', ...rest] = String(value)
    return [second === '0' ? value : Number([second, first, ...rest].join(''))]
  },
  lost: (value) => [value * 10, value + SCALE * 10 ** String(Math.floor(value / SCALE)).length],
}

const earlierMonths = ({ last, lastYear }: Reference, on: IndicatorId): Total[] =>
  [last?.[on], lastYear?.[on]].flatMap((value) => (value !== undefined && value > 0 ? [value] : []))

/** What the figure should be near to: the firm's own median, last month, the same month last year, what its tax says. */
const expectationsOf = (
  tax: number | undefined,
  earlier: readonly number[],
  { logMedian, logMad, months = 0, taxRate, taxRateMad }: Reference,
): Expectation[] => [
  ...(logMedian !== undefined && logMad !== undefined && months >= MONTHS_FOR_LEVEL
    ? [{ log: logMedian, spread: Math.max(logMad, OWN_SPREAD), weight: 1 }]
    : []),
  ...earlier.map((value) => ({ log: logOf(value), spread: MONTH_SPREAD, weight: MONTH_WEIGHT })),
  ...(tax !== undefined && tax > 0 && taxRate !== undefined && taxRateMad !== undefined
    ? [{ log: logOf(tax) - taxRate, spread: Math.max(taxRateMad, RATE_SPREAD), weight: 1 }]
    : []),
]

const logOf = (value: Total): number => Math.log(value / SCALE)

const distance = (value: Total, expected: readonly Expectation[], farthest: number): number =>
  expected.reduce(
    (sum, { log, spread, weight }) =>
      sum + weight * Math.min(Math.abs(logOf(value) - log) / spread, farthest),
    0,
  )
