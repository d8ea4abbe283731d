import { townshipsUnder } from '../domain/plan.ts'
import { agenda, termsOf } from '../domain/schedule.ts'
import type { MonthRecord } from '../ports.ts'
import { chaseOverdue, type RungName, refreshDistricts } from './chase-overdue.ts'
import { closeTownship, concludeMonth } from './close-month.ts'
import { askOfficers, freezeTownship } from './open-month.ts'
import { planPushes, pushesTo } from './plan-pushes.ts'
import { tellOpened } from './tell-opened.ts'
import { type Run, underLease } from './under-lease.ts'

/**
 * Asks city staff whether to open; a run that wrote the record and went no further is finished by the next. A month
 * whose due day nobody can know is said to be blocked, and asked again later.
 */
export const confirmOnce = async (run: Run, record: MonthRecord | undefined): Promise<void> => {
  if (record !== undefined && record.state !== 'confirming') return
  const { ports, plan, month, now } = run
  const { id: programme, city: unit } = plan.programme
  const terms = termsOf(plan.programme, month)
  if ('blocked' in terms) {
    const blocked = { kind: 'blocked', key: terms.blocked, month, at: now, facts: { year: terms.blocked } }
    const staff = await pushesTo(ports, plan, { ...blocked, roles: ['city', 'administrator'], unit })
    return planPushes(ports, staff)
  }
  await underLease(run, 'confirm-opening', async () => {
    const after: MonthRecord = { programme, month, revision: 1, state: 'confirming', snapshot: 0, ...terms }
    await ports.store.commit([{ is: 'month', before: undefined, after }])
    await planPushes(
      ports,
      await pushesTo(ports, plan, { kind: 'opening', month, at: now, roles: ['city'], unit }),
    )
  })
}

/** Freezes township by township, asks every officer, and only then calls the month open: each part may be repeated. */
export const openMonth = (run: Run, record: MonthRecord): Promise<void> =>
  underLease(run, 'open', async (through, passed) => {
    const { ports, plan, month, now } = run
    for (const unit of townshipsUnder(plan.units, plan.programme.city, month)) {
      if (through.has(unit.path)) continue
      await freezeTownship(ports, record, unit, now)
      await passed(unit.path)
    }
    await askOfficers(ports, plan, month, now)
    await tellOpened(ports, plan, month, now)
    const after: MonthRecord = { ...record, revision: record.revision + 1, state: 'open' }
    await ports.store.commit([{ is: 'month', before: record, after }])
  })

/** One rung of the ladder. What the districts' groups will be told is noted first, so that no change after it is missed. */
export const chase = async (run: Run, rung: RungName, key: string): Promise<void> => {
  const { ports, plan, month, now } = run
  if (rung === 'overdue-2') await refresh(run)
  await chaseOverdue(ports, { plan, month, rung, at: now, key })
}

/** Keeps the message in each district's group true, once it has been sent. */
export const refresh = async ({ ports, plan, month, now, done }: Run): Promise<void> => {
  const action = 'refresh-districts'
  const before = done.get(action)?.through ?? []
  const through = await refreshDistricts(ports, { plan, month, at: now }, before)
  if (through.join() !== before.join())
    await ports.store.saveAction(plan.programme.id, month, { action, state: 'running', through })
}

export const closeMonth = (run: Run, record: MonthRecord): Promise<void> =>
  underLease(run, 'close', async (through, passed) => {
    const { ports, plan, month, now } = run
    const { id, city } = plan.programme
    const planned = townshipsUnder(plan.units, city, month).map(({ path }) => path)
    // A township that was merged away after its month had been opened still has that month to close.
    const opened = (await ports.store.tallies(id, month)).map(({ township }) => township)
    for (const township of new Set([...planned, ...opened])) {
      if (through.has(township)) continue
      await closeTownship(ports, record, township, now)
      await passed(township)
    }
    // Planned before the month counts as closed: a run that ends here is taken up again.
    await chaseOverdue(ports, { plan, month, rung: 'close', at: now, key: 'close' })
    await concludeMonth(ports, plan, record, now)
  })

/** Shows the publication to city staff; January has none of its own. */
export const planPublication = (run: Run): Promise<void> =>
  underLease(run, 'prepare-publication', async () => {
    const { ports, plan, month, now } = run
    if (!agenda(plan.programme, month).some(({ action }) => action === 'prepare-publication')) return
    const to = { kind: 'publication', month, at: now, roles: ['city' as const], unit: plan.programme.city }
    await planPushes(ports, await pushesTo(ports, plan, to))
  })
