import type { Instant } from '../domain/instant.ts'
import type { Month } from '../domain/month.ts'
import type { Role } from '../domain/person.ts'
import type { Push } from '../domain/push.ts'
import { type UnitPath, within } from '../domain/unit.ts'
import type { Plan, Ports } from '../ports.ts'
import { whomToAsk } from './whom-to-ask.ts'

/** A transaction holds 100 items, and each push planned by the agenda takes two (itself and the look at the ledger). */
const PUSHES_AT_ONCE = 45

/** Plans pushes from the agenda. Their ids are made from action and recipient, so planning them again changes nothing. */
export const planPushes = async ({ store }: Ports, pushes: readonly Push[]): Promise<void> => {
  for (let start = 0; start < pushes.length; start += PUSHES_AT_ONCE) {
    const some = pushes.slice(start, start + PUSHES_AT_ONCE)
    const done = await store.commit(some.map((push) => ({ is: 'push', push })))
    // One of them was planned before, so the others are planned singly.
    if (done.is !== 'committed') for (const push of some) await store.commit([{ is: 'push', push }])
  }
}

/** One push of a kind for each person who has one of the roles somewhere in `unit`. */
export const pushesTo = async (
  { store }: Ports,
  { programme }: Plan,
  {
    kind,
    key,
    month,
    at,
    roles,
    unit,
    facts = {},
    proactive = false,
  }: {
    kind: string
    key?: string
    month: Month
    at: Instant
    roles: readonly Role[]
    unit: UnitPath
    facts?: Push['facts']
    proactive?: boolean
  },
): Promise<Push[]> => {
  const people = whomToAsk(await store.people(programme.id, { at }))
  const ids = people
    .filter((one) => roles.includes(one.role) && within(one.unit, unit))
    .map((one) => one.person)
  return [...new Set(ids)].map((person) => ({
    id: [kind, key, month, person].filter(Boolean).join(':'),
    lane: 'bulk',
    due: at,
    kind,
    programme: programme.id,
    month,
    to: { person },
    facts,
    quiet: true,
    proactive,
  }))
}
