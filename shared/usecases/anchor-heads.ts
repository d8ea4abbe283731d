import { dayOf } from '../domain/instant.ts'
import type { Month } from '../domain/month.ts'
import type { AnchoredHead, Anchors, Clock, Plan, Store } from '../ports.ts'
import type { MonthWide } from './audit/anchored.ts'
import { monthsInHand } from './months-in-hand.ts'
import { sealRegistry } from './seal-registry.ts'

type Outside = { store: Store; clock: Clock; anchors: Anchors }

const ACTION = 'anchor'
const LEASE_MS = 15_000

/**
 * Once a day, the heads of all chains that may still grow, the registry's among them, are kept outside the table, so that whoever cuts entries,
 * versions, reports and tallies back to an earlier state leaves a head behind that is not in the table any more. A run
 * that ends before it is noted keeps the day's heads a second time, which harms nothing.
 */
export const anchorHeads = async ({ store, clock, anchors }: Outside, plan: Plan): Promise<void> => {
  const { id } = plan.programme
  const now = clock.now()
  const day = dayOf(now)
  const months = monthsInHand(plan, now)
  const newest = months.at(-1)
  if (newest === undefined || (await isKept(store, id, newest, day))) return
  const lease = await store.takeLease(`${id}:${ACTION}`, clock.wall(), LEASE_MS)
  if (lease === undefined) return
  try {
    if (await isKept(store, id, newest, day)) return
    await sealRegistry(store, plan, now)
    const ofMonths = await Promise.all(months.map((month) => headsOf({ store, anchors }, id, month)))
    const heads = [...ofMonths.flat(), ...(await registryHead(store, id, newest))]
    if (heads.length > 0) await anchors.keep({ programme: id, day, heads })
    await store.saveAction(id, newest, { action: ACTION, state: 'running', through: [day] })
  } finally {
    await store.releaseLease(lease)
  }
}

const isKept = async (store: Store, programme: string, month: Month, day: string): Promise<boolean> =>
  (await store.actions(programme, month)).some(
    ({ action, through }) => action === ACTION && through.includes(day),
  )

const registryHead = async (store: Store, programme: string, month: Month): Promise<AnchoredHead[]> => {
  const kept = await store.registryHead(programme)
  return kept ? [{ month, of: 'registry' satisfies MonthWide, ...kept }] : []
}

const headsOf = async (
  { store, anchors }: Pick<Outside, 'store' | 'anchors'>,
  programme: string,
  month: Month,
): Promise<AnchoredHead[]> => {
  const [record, tallies] = await Promise.all([
    store.month(programme, month),
    store.tallies(programme, month),
  ])
  const snapshot = record?.snapshot ?? 0
  const statistics = snapshot > 0 ? await store.statistics(programme, month, snapshot) : undefined
  const wide = (of: MonthWide, sequence: number, value: object | undefined): AnchoredHead[] =>
    value === undefined ? [] : [{ month, of, sequence, head: anchors.seal(value) }]
  return [
    ...tallies.map(({ township, sequence, head }) => ({ month, of: township, sequence, head })),
    ...wide('record', record?.revision ?? 0, record),
    ...wide('statistics', snapshot, statistics),
  ]
}
