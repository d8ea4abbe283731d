import type { Month } from '../domain/month.ts'
import { inPlanOrder, townshipsUnder } from '../domain/plan.ts'
import { type UnitPath, within } from '../domain/unit.ts'
import type { Anchor, MonthRecord, Plan, Seal, Store, TownshipMonth } from '../ports.ts'
import { type Anchored, anchoredBy } from './audit/anchored.ts'
import type { Break } from './audit/break.ts'
import { verifyMonth } from './audit/verify-month.ts'
import { type VerifiedRegistry, verifyRegistry } from './audit/verify-registry.ts'
import { verifyTownship } from './audit/verify-township.ts'

export type { Break } from './audit/break.ts'

/** What of a programme is to be verified; all of it where nothing is said. `unit`: a township, a district or the city. */
type Scope = { month?: Month; unit?: UnitPath }

/** One township's month, verified. */
export type Verified = { of: TownshipMonth; entries: number; breaks: readonly Break[] }

type Given = {
  store: Store
  seal: Seal
  plan: Plan
  scope?: Scope
  /** What was kept outside the table, oldest first. */
  anchors?: AsyncIterable<Anchor> | Iterable<Anchor>
}

/**
 * Verifies the record of a programme, month by month and township by township: each chain from its first entry to its
 * head, the versions that it names, the reports that they leave, the tally that these add up to, the snapshots that were
 * taken of them, the registry's chain with the firms that it leaves, and what was anchored outside the table. No more than a township's firms is held at once.
 */
export const verifyAudit = async ({ store, seal, plan, scope = {}, anchors = [] }: Given) => {
  const anchored = await anchoredBy(plan.programme.id, anchors)
  const months = await monthsOf(store, plan, anchored, scope)
  const chains: { of: TownshipMonth; record: MonthRecord | undefined }[] = []
  for (const { month, record } of months)
    for (const township of await townshipsOf({ store, plan, anchored }, month, scope))
      chains.push({ of: { programme: plan.programme.id, month, township }, record })
  return {
    townships: chains.length,
    months: months.map(({ month }) => month),
    anchoredDays: anchored.days,
    /** One township's month after the other. */
    async *chains(): AsyncGenerator<Verified> {
      for (const { of, record } of chains)
        yield { of, ...(await verifyTownship({ store, seal, anchored }, of, record)) }
    },
    /** What belongs to no township: the months themselves, and what their closes worked out. */
    async monthBreaks(): Promise<Break[]> {
      const breaks = months.map((one) => verifyMonth({ store, seal, anchored }, plan.programme.id, one))
      return (await Promise.all(breaks)).flat()
    },
    /** The firms and their changes, whatever the month and the unit that is asked for. */
    registry(): Promise<VerifiedRegistry> {
      return verifyRegistry({ store, seal, anchored }, plan)
    },
  }
}

type Sources = { store: Store; plan: Plan; anchored: Anchored }

const monthsOf = async (
  store: Store,
  { programme }: Plan,
  anchored: Anchored,
  { month: only }: Scope,
): Promise<{ month: Month; record: MonthRecord | undefined }[]> => {
  const records = new Map((await store.months(programme.id)).map((record) => [record.month, record]))
  const months = only ? [only] : [...new Set([...records.keys(), ...anchored.months()])].toSorted()
  return months.map((month) => ({ month, record: records.get(month) }))
}

/** The townships of the plan, those that the month was opened for, and those that were ever anchored. */
const townshipsOf = async (
  { store, plan, anchored }: Sources,
  month: Month,
  { unit }: Scope,
): Promise<UnitPath[]> => {
  const planned = townshipsUnder(plan.units, plan.programme.city, month).map(({ path }) => path)
  const opened = await store.townshipsOf(plan.programme.id, month)
  return [...new Set([...planned, ...opened, ...anchored.townships(month)])]
    .filter((path) => unit === undefined || within(path, unit))
    .toSorted(inPlanOrder(plan.units))
}
