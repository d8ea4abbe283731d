import type { MonthTotals } from '../../../shared/domain/analysis/statistics.ts'
import type { Enterprise } from '../../../shared/domain/enterprise.ts'
import type { Figures, Totals } from '../../../shared/domain/figures.ts'
import { type Month, monthNumber, yearOf } from '../../../shared/domain/month.ts'
import { parentOf, type UnitPath } from '../../../shared/domain/unit.ts'
import type { YearOfFigures } from '../../../shared/ports.ts'

type Sum = { firms: number; sums: Totals }

const add = (to: Sum, figures: Figures) => {
  to.firms++
  for (const [id, value] of Object.entries(figures)) to.sums[id] = (to.sums[id] ?? 0) + value
}

/** What each past month's close would have frozen: the exact sums of the packed history, by district. */
export const foldTotals = (
  programme: string,
  months: readonly Month[],
  enterprises: readonly Enterprise[],
  years: readonly YearOfFigures[],
): MonthTotals[] => {
  const districtOf = new Map(enterprises.map(({ unit }) => [unit, parentOf(unit) ?? unit]))
  const district = new Map(enterprises.map(({ code, unit }) => [code, districtOf.get(unit) ?? unit]))
  return months.map((month) => {
    const city: Sum = { firms: 0, sums: {} }
    const byDistrict: Record<UnitPath, Sum> = {}
    for (const { code, year, months } of years) {
      const figures = year === yearOf(month) ? months[monthNumber(month)] : undefined
      const unit = district.get(code)
      if (!figures || !unit) continue
      add(city, figures)
      byDistrict[unit] ??= { firms: 0, sums: {} }
      add(byDistrict[unit], figures)
    }
    return { programme, month, snapshot: 1, ...city, byDistrict }
  })
}
