import type { Month } from '../domain/month.ts'
import { agenda, type PlannedAction } from '../domain/schedule.ts'
import type { Plan, Ports } from '../ports.ts'
import { chase } from './agenda-actions.ts'
import type { RungName } from './chase-overdue.ts'
import { runAgenda } from './run-agenda.ts'
import { underLease } from './under-lease.ts'

export type ActionEnd =
  | { is: 'done' }
  /** It was due, the agenda has been run, and it is not done: another run holds it, or the month is not that far. */
  | { is: 'not-done' }
  | { is: 'unknown'; known: readonly string[] }
  /** Opening, closing and publishing have their own conditions: nobody brings them forward. */
  | { is: 'early'; action: PlannedAction }

const early: readonly RungName[] = ['remind-before', 'remind-due', 'overdue-1', 'overdue-2', 'overdue-3']

/** Runs one action of a month now, under its lease: what is due as the agenda does it, a reminder also before its time. */
export const runAction = async (
  ports: Ports,
  plan: Plan,
  { month, action }: { month: Month; action: string },
): Promise<ActionEnd> => {
  const planned = agenda(plan.programme, month)
  const wanted = planned.find((one) => one.action === action)
  if (wanted === undefined) return { is: 'unknown', known: planned.map((one) => one.action) }
  const now = ports.clock.now()
  const isDue = 'at' in wanted && wanted.at <= now
  const rung = early.find((one) => one === action)
  if (isDue) await runAgenda(ports, plan)
  else if (rung === undefined) return { is: 'early', action: wanted }
  const { id } = plan.programme
  const done = new Map((await ports.store.actions(id, month)).map((one) => [one.action, one]))
  const record = await ports.store.month(id, month)
  if (!isDue && rung !== undefined && record?.state === 'open') {
    const run = { ports, plan, month, now, done }
    await underLease(run, rung, () => chase(run, rung, rung))
  }
  const after = await ports.store.actions(id, month)
  return { is: after.some((one) => one.action === action && one.state === 'done') ? 'done' : 'not-done' }
}
