import { longMonth, monthNumber } from '../month.ts'
import type { MonthTotals, Statistics } from './statistics.ts'

/** Sales by month, oldest first, January and February merged into one point as the trade does. */
export const seriesOf = (totals: readonly MonthTotals[]): Statistics['series'] =>
  totals
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
    .flatMap((one, index, all) => {
      const sales = one.sums.sales ?? 0
      if (monthNumber(one.month) === 1) return []
      if (monthNumber(one.month) !== 2) return [{ label: longMonth(one.month), month: one.month, sales }]
      const january = all[index - 1]
      const before = january && monthNumber(january.month) === 1 ? (january.sums.sales ?? 0) : 0
      return [
        { label: longMonth(one.month).replace('2月', '1—2月'), month: one.month, sales: sales + before },
      ]
    })
