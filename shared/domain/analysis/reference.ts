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
import { isOutsideTaxBand } from './tax-band.ts'

/** How far back the firm's own level is taken from. */
const MONTHS_BACK = 24
/** Ratios between two figures are taken from fewer: machines and tax rates change. */
const MONTHS_OF_RATIOS = 12
/** Fewer months than this are no rate. */
const LEAST_FOR_RATE = 3

/**
 * What a report is held against, frozen when the month opens so that a page needs no history when it is submitted.
 * Medians are rounded to four decimals: they are for asking, never for adding up.
 */
export const referenceOf = (history: ReadonlyMap<Month, Figures>, month: Month): Reference => {
  const back = reported(history, plusMonths(month, -MONTHS_BACK), previousMonth(month))
  const logs = back.flatMap(({ sales }) =>
    sales !== undefined && sales > 0 ? [Math.log(sales / SCALE)] : [],
  )
  const year = yearOf(month)
  const recent = reported(history, plusMonths(month, -MONTHS_OF_RATIOS), previousMonth(month))
  const perKwh = ratios(recent, 'sales', 'power')
  const rates = ratios(recent, 'tax', 'sales').map(Math.log)
  const [taxRate, taxRateMad] = rates.length < LEAST_FOR_RATE ? [] : [median(rates), mad(rates)]
  const taxRun = monthsOutOfBand(history, month)
  const last = history.get(previousMonth(month))
  const lastYear = history.get(sameMonthLastYear(month))
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
    ...(taxRate !== undefined && { taxRate: round(taxRate) }),
    ...(taxRateMad !== undefined && { taxRateMad: round(taxRateMad) }),
    ...(taxRun > 0 && { taxRun }),
    months: logs.length,
  }
}

const round = (value: number): number => Number(value.toFixed(4))

/** One figure over another, of the months in which both are above zero. */
const ratios = (months: readonly Figures[], over: string, under: string): number[] =>
  months.flatMap(({ [over]: above, [under]: below }) =>
    above !== undefined && below !== undefined && above > 0 && below > 0 ? [above / below] : [],
  )

/** How many months running, of the last three, tax was out of the band of sales. */
const monthsOutOfBand = (history: ReadonlyMap<Month, Figures>, month: Month): number => {
  const inside = [1, 2, 3].findIndex((back) => !isOutsideTaxBand(history.get(plusMonths(month, -back)) ?? {}))
  return inside < 0 ? 3 : inside
}

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
