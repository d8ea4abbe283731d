import type { Month } from '../domain/month.ts'
import { inPlanOrder, nameOf } from '../domain/plan.ts'
import { type Counts, explainedCount, openCount, sumCounts, type Tally } from '../domain/tally.ts'
import { levelOf, parentOf, type UnitPath, within } from '../domain/unit.ts'
import type { MonthRecord, Plan, Ports } from '../ports.ts'

export type ProgressRow = {
  unit: UnitPath
  name: string
  counts: Counts
  complete: number
  townships: number
  difficulty: boolean
}
export type Progress = {
  unit: UnitPath
  name: string
  month: Month
  record: MonthRecord
  total: ProgressRow
  /** Districts of the city, or townships of a district, in the plan's order; none for a township. */
  rows: ProgressRow[]
  /** Townships that were given an exception after the close. */
  permitted?: string[]
}

/**
 * Where a unit's month stands: one query over the township tallies, whatever the number of firms. Who holds the month's
 * record already spares the reading of it.
 */
export const progress = async (
  { store }: Ports,
  plan: Plan,
  unit: UnitPath,
  of: Month | MonthRecord,
): Promise<Progress | undefined> => {
  const { id } = plan.programme
  const month = typeof of === 'string' ? of : of.month
  const [record, tallies] = await Promise.all([
    typeof of === 'string' ? store.month(id, of) : of,
    store.tallies(id, month),
  ])
  if (record === undefined || tallies.length === 0) return undefined
  const inside = tallies.filter((tally) => within(tally.township, unit))
  const keyOf = (township: UnitPath): UnitPath =>
    levelOf(unit) === 'city' ? (parentOf(township) ?? township) : township
  const below = levelOf(unit) === 'township' ? [] : inside.map((tally) => keyOf(tally.township))
  const keys = [...new Set(below)].toSorted(inPlanOrder(plan.units))
  const rowOf = (path: UnitPath): ProgressRow =>
    rowFor(
      plan,
      path,
      inside.filter((tally) => within(tally.township, path)),
    )
  const permitted = inside.flatMap(({ township, permit }) => (permit ? [nameOf(plan.units, township)] : []))
  const name = nameOf(plan.units, unit)
  return { unit, name, month, record, total: rowOf(unit), rows: keys.map(rowOf), permitted }
}

const rowFor = (plan: Plan, unit: UnitPath, tallies: readonly Tally[]): ProgressRow => ({
  unit,
  name: nameOf(plan.units, unit),
  counts: sumCounts(tallies.map((tally) => tally.counts)),
  complete: tallies.filter((tally) => openCount(tally.counts) === 0).length,
  townships: tallies.length,
  difficulty: tallies.some((tally) => explainedCount(tally) > 0),
})

/** Nothing of it is filed any more; what is wrong is corrected. */
export const isClosed = ({ state }: MonthRecord): boolean =>
  state === 'closed' || state === 'published' || state === 'held'

/** The month that a question without one means: the newest that was opened. */
export const newestRecord = async ({ store }: Ports, plan: Plan): Promise<MonthRecord | undefined> =>
  (await store.months(plan.programme.id)).find((record) => record.state !== 'confirming')

export const newestMonth = async (ports: Ports, plan: Plan): Promise<Month | undefined> =>
  (await newestRecord(ports, plan))?.month
