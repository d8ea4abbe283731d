import { agenda } from '../domain/schedule.ts'
import type { OperationsRecord, Plan, Ports } from '../ports.ts'
import { monthsInHand } from './months-in-hand.ts'
import { oldestPushSeconds } from './oldest-push.ts'

/** What somebody who operates the system has to know of. */
export const conditions = ['agenda-failed', 'blocked', 'outbox-late', 'dead-letters', 'people-held'] as const
export type Condition = (typeof conditions)[number]

const LATE_SECONDS = 10 * 60
/** A close goes from township to township; one that is not through by then goes no further by itself. */
const CLOSE_MS = 15 * 60_000

/** What is wrong with a programme's running at this moment. `agendaFailed`: the look before this one ended with an error. */
export const conditionsNow = async (
  ports: Ports,
  plan: Plan,
  { agendaFailed, known }: { agendaFailed: boolean; known: OperationsRecord | undefined },
): Promise<Condition[]> => {
  const { id } = plan.programme
  const [oldest, dead, isLate] = await Promise.all([
    oldestPushSeconds(ports),
    ports.store.deadLetters(),
    isCloseLate(ports, plan),
  ])
  const isSo: Record<Condition, boolean> = {
    'agenda-failed': agendaFailed || isLate,
    blocked: blockedMonths(plan, ports.clock.now()).length > 0,
    'outbox-late': oldest > LATE_SECONDS,
    'dead-letters': dead.some(({ push }) => push.programme === id),
    'people-held': known?.held !== undefined,
  }
  return conditions.filter((one) => isSo[one])
}

/** The months in hand of which some day cannot be worked out, and the year that the holiday table lacks. */
export const blockedMonths = (plan: Plan, now: number): { month: string; year: string }[] =>
  monthsInHand(plan, now).flatMap((month) => {
    const found = agenda(plan.programme, month).find((action) => 'blocked' in action)
    return found && 'blocked' in found ? [{ month, year: found.blocked }] : []
  })

const isCloseLate = async ({ store, clock }: Ports, plan: Plan): Promise<boolean> => {
  const hand = monthsInHand(plan, clock.now())
  const open = (await store.months(plan.programme.id)).filter(
    ({ month, state }) => state === 'open' && hand.includes(month),
  )
  return open.some(({ month }) =>
    agenda(plan.programme, month).some(
      (one) => one.action === 'close' && 'at' in one && one.at + CLOSE_MS < clock.now(),
    ),
  )
}
