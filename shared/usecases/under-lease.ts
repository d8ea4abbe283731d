import type { Instant } from '../domain/instant.ts'
import type { Month } from '../domain/month.ts'
import type { ActionRecord, Plan, Ports } from '../ports.ts'

/** One month of the agenda, at one moment, with what was done before. */
export type Run = {
  ports: Ports
  plan: Plan
  month: Month
  now: Instant
  done: ReadonlyMap<string, ActionRecord>
}

/** What an action does: it skips what it is already through with, and says when it has passed one more. */
export type Work = (through: ReadonlySet<string>, passed: (key: string) => Promise<void>) => Promise<void>

/** A crashed holder's action may be taken over after this; a long one keeps its lease while it goes on. */
const LEASE_MS = 15_000
/** How many townships go by between two checkpoints; those after the last one are simply done again. */
const CHECKPOINT_EVERY = 10

/** Does an action once: under a lease, from its last checkpoint, never again when it is done. */
export const underLease = async (run: Run, action: string, work: Work): Promise<void> => {
  const { ports, plan, month, now } = run
  if (run.done.get(action)?.state === 'done') return
  const { id } = plan.programme
  const lease = await ports.store.takeLease(`${id}:${month}:${action}`, ports.clock.wall(), LEASE_MS)
  if (lease === undefined) return
  const began = ports.clock.monotonic()
  try {
    // Whoever held the lease before may have got further since this run began to read.
    const before = (await ports.store.actions(id, month)).find((record) => record.action === action)
    if (before?.state === 'done') return
    const through = new Set(before?.through)
    const save = (record: Pick<ActionRecord, 'state' | 'doneAt'>) =>
      ports.store.saveAction(id, month, { action, through: [...through], ...record })
    await work(through, async (key) => {
      through.add(key)
      if (through.size % CHECKPOINT_EVERY !== 0) return
      if (!(await ports.store.keepLease(lease, ports.clock.wall(), LEASE_MS)))
        throw new Error(`${action} of ${month}: another run took it over; it goes on there`)
      await save({ state: 'running' })
    })
    await save({ state: 'done', doneAt: now })
    const ms = Math.round(ports.clock.monotonic() - began)
    ports.log('info', 'action-done', { programme: id, month, action, ms })
  } finally {
    await ports.store.releaseLease(lease)
  }
}
