import type { Month } from '../../shared/domain/month.ts'
import type { Report } from '../../shared/domain/report.ts'
import { type UnitPath, within } from '../../shared/domain/unit.ts'
import type { Plan, Ports } from '../../shared/ports.ts'

/** A unit's firms of a month: one query for the townships, and one for each of them. */
export const reportsUnder = async (
  { store }: Pick<Ports, 'store'>,
  { programme }: Plan,
  month: Month,
  unit: UnitPath,
): Promise<Report[]> => {
  const tallies = (await store.tallies(programme.id, month)).filter(({ township }) => within(township, unit))
  return (await Promise.all(tallies.map((tally) => store.reports(tally)))).flat()
}
