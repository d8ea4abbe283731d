import { agenda } from '../domain/schedule.ts'
import type { MonthRecord } from '../ports.ts'
import { freezePart, workOut } from './close-month.ts'
import { planPushes, pushesTo } from './plan-pushes.ts'
import type { Run } from './under-lease.ts'

const MOST_ATTEMPTS = 5

/**
 * After corrections: the month's next snapshot, whole, with a fresh part of every township that has any. Nothing is
 * published by it; the city hears that it may be. A correction that comes while it is taken moves the month's record, and
 * then it is taken again.
 */
export const retakeSnapshot = async (run: Run): Promise<void> => {
  const { ports, plan, month } = run
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const record = await ports.store.month(plan.programme.id, month)
    if (!record?.stale) return
    const at = ports.clock.now()
    await takeParts(run, record, at)
    await workOut(ports, plan, record, at)
    const { stale: _, ...rest } = record
    const after: MonthRecord = { ...rest, revision: record.revision + 1, snapshot: record.snapshot + 1 }
    const done = await ports.store.commit([{ is: 'month', before: record, after }])
    if (done.is === 'committed') return tellCity(run, after)
  }
}

const takeParts = async ({ ports, plan }: Run, record: MonthRecord, at: number): Promise<void> => {
  const { id, city } = plan.programme
  const corrections = await ports.store.corrections(id, record.month, city)
  const touched = new Set(
    corrections.filter(({ state }) => state === 'applied').map(({ township }) => township),
  )
  for (const township of touched) await freezePart(ports, record, township, at)
  for (const part of await ports.store.snapshot(id, record.month, record.snapshot))
    if (!touched.has(part.township))
      await ports.store.saveSnapshot({ ...part, number: record.snapshot + 1, at })
}

/** Only a month that has a publication of its own, and whose day for it has come. */
const tellCity = async ({ ports, plan, month, now }: Run, { snapshot }: MonthRecord): Promise<void> => {
  const publication = agenda(plan.programme, month).find(({ action }) => action === 'prepare-publication')
  if (publication === undefined || !('at' in publication) || publication.at > now) return
  const unit = plan.programme.city
  const to = { kind: 'publication', key: `${snapshot}`, month, at: now, roles: ['city' as const], unit }
  await planPushes(ports, await pushesTo(ports, plan, to))
}
