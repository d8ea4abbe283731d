import { SCALE } from '../amount.ts'
import { Figures, type Reference } from '../figures.ts'
import {
  type Month,
  monthOf,
  monthsFrom,
  plusMonths,
  previousMonth,
  sameMonthLastYear,
  yearOf,
} from '../month.ts'
import { mad } from '../statistics/mad.ts'
import { median } from '../statistics/median.ts'

/** How far back the firm's own level is taken from. */
const MONTHS_BACK = 24

/**
 * What a report is held against, frozen when the month opens so that a page needs no history when it is submitted.
 * Medians are rounded to four decimals: they are for asking, never for adding up.
 */
export const referenceOf = (history: ReadonlyMap<Month, Figures>, month: Month): Reference => {
  const back = reported(history, plusMonths(month, -MONTHS_BACK), previousMonth(month))
  const logs = back.flatMap(({ sales }) =>
    sales !== undefined && sales > 0 ? [Math.log(sales / SCALE)] : [],
  )
  const perKwh = back.flatMap(({ sales, power }) =>
    sales !== undefined && power !== undefined && sales > 0 && power > 0 ? [sales / power] : [],
  )
  const last = history.get(previousMonth(month))
  const lastYear = history.get(sameMonthLastYear(month))
  const year = yearOf(month)
  const yearToDate = sumOver(history, monthOf(year, 1), previousMonth(month))
  const lastYearToDate = matchedLastYear(history, month)
  const logMedian = median(logs)
  const logMad = mad(logs)
  const salesPerKwh = median(perKwh)
  return {
    ...(last && { last }),
    ...(lastYear && { lastYear }),
    ...(yearToDate && { yearToDate }),
    ...(lastYearToDate && { lastYearToDate }),
    ...(logMedian !== undefined && { logMedian: round(logMedian) }),
    ...(logMad !== undefined && { logMad: round(logMad) }),
    ...(salesPerKwh !== undefined && { salesPerKwh: round(salesPerKwh) }),
    months: logs.length,
  }
}

const round = (value: number): number => Number(value.toFixed(4))

const reported = (history: ReadonlyMap<Month, Figures>, first: Month, last: Month): Figures[] =>
  monthsFrom(first, last).flatMap((month) => {
    const figures = history.get(month)
    return figures ? [figures] : []
  })

/**
 * January to this month, last year, of the indicators that were reported in the same months of both years: a month that
 * is missing in one of them would look like growth in the other.
 */
const matchedLastYear = (history: ReadonlyMap<Month, Figures>, month: Month): Figures | undefined => {
  const last = sameMonthLastYear(month)
  const year = monthsFrom(monthOf(yearOf(last), 1), previousMonth(last))
  const matched = Object.keys(history.get(last) ?? {}).filter((id) =>
    year.every((then) => {
      const now = plusMonths(then, 12)
      return (history.get(then)?.[id] === undefined) === (history.get(now)?.[id] === undefined)
    }),
  )
  const sums = sumOver(history, monthOf(yearOf(last), 1), last) ?? {}
  const kept = Object.entries(sums).filter(([id]) => matched.includes(id))
  return kept.length === 0 ? undefined : Figures.parse(Object.fromEntries(kept))
}

/** Exact sums of the months that were reported; nothing where none was. */
const sumOver = (history: ReadonlyMap<Month, Figures>, first: Month, last: Month): Figures | undefined => {
  const sums: Record<string, number> = {}
  for (const figures of reported(history, first, last))
    for (const [id, value] of Object.entries(figures)) sums[id] = (sums[id] ?? 0) + value
  return Object.keys(sums).length === 0 ? undefined : Figures.parse(sums)
}
