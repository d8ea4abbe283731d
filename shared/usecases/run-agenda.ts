import type { Instant } from '../domain/instant.ts'
import { agenda } from '../domain/schedule.ts'
import type { Plan, Ports } from '../ports.ts'
import { chase, closeMonth, confirmOnce, openMonth, planPublication, refresh } from './agenda-actions.ts'
import type { RungName } from './chase-overdue.ts'
import { monthsInHand } from './months-in-hand.ts'
import { isClosed } from './progress.ts'
import { retakeSnapshot } from './retake-snapshot.ts'
import { type Run, underLease } from './under-lease.ts'

/**
 * Runs whatever is due, for every month of the plan. Each action runs under a lease with a checkpoint, so that running
 * it twice, late, overlapping or after a crash does the same thing once.
 */
export const runAgenda = async (ports: Ports, plan: Plan): Promise<void> => {
  const now = ports.clock.now()
  const failed: unknown[] = []
  // A month that cannot go on must not hold up the others.
  for (const month of monthsInHand(plan, now))
    await runMonth({ ports, plan, month, now }).catch((error: unknown) => failed.push(error))
  if (failed.length > 0) throw failed[0]
}

/** The next instant after `now`, up to `until`, at which the agenda has something to do. */
export const nextDue = (plan: Plan, now: Instant, until: Instant): Instant | undefined => {
  const instants = monthsInHand(plan, until)
    .flatMap((month) => agenda(plan.programme, month))
    .flatMap((action) => ('at' in action && action.at > now && action.at <= until ? [action.at] : []))
  return instants.length > 0 ? Math.min(...instants) : undefined
}

const runMonth = async (at: Omit<Run, 'done'>): Promise<void> => {
  const { ports, plan, month, now } = at
  const { id } = plan.programme
  const planned = agenda(plan.programme, month)
  const due = planned.filter((action) => 'at' in action && action.at <= now).map(({ action }) => action)
  const done = new Map((await ports.store.actions(id, month)).map((action) => [action.action, action]))
  const run: Run = { ...at, done }
  const record = () => ports.store.month(id, month)

  const isOver = due.includes('close')
  const isBlocked = planned.some((action) => action.action === 'confirm-opening' && 'blocked' in action)
  if ((due.includes('confirm-opening') || isBlocked) && !isOver) await confirmOnce(run, await record())
  const opening = await record()
  if (opening?.state === 'opening') await openMonth(run, opening)
  const running = await record()
  if (running?.state === 'open') {
    for (const { rung, key } of rungsDue(due)) await underLease(run, key, () => chase(run, rung, key))
    if (done.get('overdue-2')?.state === 'done') await refresh(run)
    if (isOver) await closeMonth(run, running)
  }
  const corrected = await record()
  if (corrected?.stale && isClosed(corrected))
    await underLease(run, `snapshot-${corrected.revision}`, () => retakeSnapshot(run))
  const closed = await record()
  if (closed?.state === 'closed' && due.includes('prepare-publication')) await planPublication(run)
}

/** Reminders replace each other: a tick that comes late sends the newest, not the whole ladder at once. */
const replacedBy: Partial<Record<string, string>> = {
  'remind-before': 'remind-due',
  'remind-due': 'overdue-1',
}

const rungs = ['remind-before', 'remind-due', 'overdue-1', 'overdue-2', 'overdue-3'] as const

const rungsDue = (due: readonly string[]): { rung: RungName; key: string }[] => {
  const reminders = rungs
    .filter((rung) => due.includes(rung) && !due.includes(replacedBy[rung] ?? ''))
    .map((rung) => ({ rung, key: rung }))
  const review = due.findLast((action) => action.startsWith('review-'))
  const leaders = due.includes('review-2') ? [{ rung: 'review-leader' as const, key: 'review-leader' }] : []
  return [...reminders, ...(review ? [{ rung: 'review' as const, key: review }] : []), ...leaders]
}
