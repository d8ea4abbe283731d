import { longMonth, type Month, monthNumber, previousMonth, yearOf } from '../month.ts'
import type { MonthTotals, Statistics } from './statistics.ts'

/**
 * Sales by month, oldest first, January and February merged into one point as the trade does. A February whose January
 * is not known has no point: half of it would look like a fall. `published`: the month's own total, where firms that
 * have not filed February are left out with their January: one card shows one total.
 */
export const seriesOf = (
  totals: readonly MonthTotals[],
  published?: { month: Month; sales: number | undefined },
): Statistics['series'] => {
  const known = new Map(totals.map(({ month, sums }) => [month, sums.sales ?? 0]))
  return [...known]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([month, sales]) => {
      if (monthNumber(month) === 1) return []
      if (monthNumber(month) !== 2) return [{ label: longMonth(month), month, sales }]
      const january = known.get(previousMonth(month))
      const label = `${yearOf(month)}年1—2月`
      if (january === undefined) return []
      const own = published?.month === month ? published.sales : undefined
      return [{ label, month, sales: own ?? sales + january }]
    })
}
