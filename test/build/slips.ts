import { SCALE } from '../../shared/domain/amount.ts'
import { monthNumber } from '../../shared/domain/month.ts'
import { type FirmMonth, salesOf } from './calibration.ts'

/** A slip of the pen, planted in sales: what would be typed in each month that it could happen in. */
export type Slip = { name: string; bound: number; plant: (one: FirmMonth) => number[] }

const hasLevel = ({ reference }: FirmMonth) => reference.logMedian !== undefined

const times =
  (factor: number) =>
  (one: FirmMonth): number[] =>
    salesOf(one) > 0 && hasLevel(one) ? [salesOf(one) * factor] : []

/** Sales of at least 10 万元, so that there are two digits before the point. */
const isLarge = (one: FirmMonth) => salesOf(one) >= 10 * SCALE && hasLevel(one)

const swapped = (one: FirmMonth): number[] => {
  const [first = '', second = '', ...rest] = String(salesOf(one))
  return isLarge(one) && first !== second && second !== '0' ? [Number([second, first, ...rest].join(''))] : []
}

/** Each digit before the point left out in turn. */
const lost = (one: FirmMonth): number[] => {
  if (!isLarge(one)) return []
  const digits = String(Math.floor(salesOf(one) / SCALE))
  return [...digits]
    .map((_, at) => Number(digits.slice(0, at) + digits.slice(at + 1)) * SCALE + (salesOf(one) % SCALE))
    .filter((value) => value > 0)
}

/** From April on: early in the year the sum of the months so far is no larger than a month may be. */
const cumulative = (one: FirmMonth): number[] => {
  const before = one.reference.yearToDate?.sales ?? 0
  return salesOf(one) > 0 && hasLevel(one) && monthNumber(one.month) > 3 && before > 0
    ? [salesOf(one) + before]
    : []
}

const repeated = ({ reference }: FirmMonth): number[] =>
  (reference.last?.sales ?? 0) !== 0 ? [reference.last?.sales ?? 0] : []

export const slips: readonly Slip[] = [
  { name: '×10,000', bound: 0.99, plant: times(10_000) },
  { name: '×1,000', bound: 0.99, plant: times(1_000) },
  { name: 'leading digits swapped', bound: 0.6, plant: swapped },
  { name: 'month typed cumulative', bound: 0.9, plant: cumulative },
  { name: 'last month repeated', bound: 0.99, plant: repeated },
  { name: 'digit dropped', bound: 0.9, plant: lost },
]

export type Caught = { slip: string; bound: number; planted: number; atSubmit: number; atAll: number }

type Look = (one: FirmMonth, sales: number) => readonly { on: string }[]

/** How many of the planted slips are found on the figure that slipped: as it is filed, and by the end of the review. */
export const caught = (all: readonly FirmMonth[], submit: Look, review: Look): Caught[] =>
  slips.map(({ name, bound, plant }) => {
    let [planted, asked, found] = [0, 0, 0]
    for (const one of all)
      for (const sales of plant(one)) {
        const isAsked = submit(one, sales).some(({ on }) => on === 'sales')
        planted++
        if (isAsked) asked++
        if (isAsked || review(one, sales).some(({ on }) => on === 'sales')) found++
      }
    return { slip: name, bound, planted, atSubmit: asked / planted, atAll: found / planted }
  })
