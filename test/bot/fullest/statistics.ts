import { Statistics } from '../../../shared/domain/analysis/statistics.ts'
import { Month, monthNumber } from '../../../shared/domain/month.ts'
import { month, now, plan, programme } from './month.ts'

const growth = { permille: -1234, firms: 12_345 }
const measure = {
  total: 99_999_999_999_999,
  firms: 12_345,
  yearOnYear: growth,
  monthOnMonth: growth,
  yearToDate: 99_999_999_999_999,
  yearToDateGrowth: growth,
}
const measures = Object.fromEntries(programme.indicators.map(({ id }) => [id, measure]))
const completeness = {
  firms: 12_345,
  reported: 12_345,
  onTime: 12_345,
  late: 12_345,
  missing: 12_345,
  returned: 12_345,
  inactive: 12_345,
  unreviewed: 12_345,
  questioned: 12_345,
  explained: 12_345,
  copied: 12_345,
  zero: 12_345,
  corrected: 12_345,
  suspended: 12_345,
  moved: 12_345,
  deregistered: 12_345,
}

/** Ten districts, 24 months, the listing, and the three largest changes. */
export const statistics = Statistics.parse({
  programme: programme.id,
  month,
  snapshot: 12,
  at: now,
  label: `${monthNumber(month)}月`,
  completeness,
  measures,
  growing: growth,
  rows: plan.units
    .filter(({ path }) => path.split('/').length === 2)
    .map(({ path, name }, index) => ({
      unit: path,
      name,
      completeness,
      ...(index > 7 ? { suppressed: true, measures: {} } : { suppressed: false, measures, rank: index + 1 }),
    })),
  series: Array.from({ length: 24 }, (_, back) => ({
    label: `${2021 + Math.floor(back / 12)}年${(back % 12) + 1}月`,
    month: Month.parse(`${2021 + Math.floor(back / 12)}-${String((back % 12) + 1).padStart(2, '0')}`),
    sales: 99_999_999_999_999,
  })),
  listing: { year: 2023, target: 1000, listed: 1000, reached: 12_345 },
  largest: plan.units
    .filter(({ path }) => path.split('/').length === 2)
    .slice(0, 3)
    .map(({ path, name }) => ({ unit: path, name, permille: -1234 })),
  unreviewedShare: 1000,
})
