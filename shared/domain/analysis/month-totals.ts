import type { Month } from '../month.ts'
import type { SnapshotPart } from '../snapshot.ts'
import { sumCounts } from '../tally.ts'
import type { MonthTotals } from './statistics.ts'

/** A closed month's sums for the city and each district, for the chart. */
export const totalsOf = (given: {
  programme: string
  month: Month
  number: number
  parts: readonly SnapshotPart[]
}): MonthTotals => {
  const { programme, month, number, parts } = given
  const sum = sumCounts(parts.map((part) => part.counts))
  const districts = [...new Set(parts.map(({ township }) => township.split('/').slice(0, 2).join('/')))]
  const byDistrict = districts.map((district) => {
    const own = sumCounts(
      parts.filter(({ township }) => township.startsWith(`${district}/`)).map((part) => part.counts),
    )
    return [district, { firms: own.firms, sums: own.sums }]
  })
  return {
    programme,
    month,
    snapshot: number,
    firms: sum.firms,
    sums: sum.sums,
    byDistrict: Object.fromEntries(byDistrict),
  }
}
