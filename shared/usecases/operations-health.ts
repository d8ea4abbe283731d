import * as z from 'zod'
import { knownUntil } from '../domain/calendar.ts'
import { dayOf } from '../domain/instant.ts'
import { Month } from '../domain/month.ts'
import { nameOf, townshipsUnder } from '../domain/plan.ts'
import { Lane } from '../domain/push.ts'
import type { LedgerRow, OperationsRecord, Plan, Ports, Store } from '../ports.ts'
import { monthsInHand } from './months-in-hand.ts'
import { oldestPushSeconds } from './oldest-push.ts'
import { type AgendaStand, agendaStand } from './operations-agenda.ts'
import { blockedMonths } from './operations-conditions.ts'
import { withoutOfficer } from './whom-to-ask.ts'

/** Of each lane no more are counted. */
export const MOST_COUNTED = 500

/** How a programme is running: no figure, no firm. Ages in seconds of the machine's time. */
export type Health = {
  agenda: AgendaStand[]
  blocked: { month: string; year: string }[]
  waiting: { count: number; oldestSeconds: number }
  dead: LedgerRow[]
  /** When each part last had something to do; undefined where it never had. */
  ages: { tick: number | undefined; sender: number | undefined; worker: number | undefined }
  /** The last year that the holiday table knows. */
  holidaysUntil: number
  /** Groups that the bot is in and that are bound to nothing; groups for operations. */
  chats: { unbound: number; operations: number }
  /** Names of the townships where nobody files. */
  vacant: string[]
  hasForm: boolean
  watch: OperationsRecord | undefined
}

export const healthOf = async (ports: Ports, plan: Plan): Promise<Health> => {
  const { store, clock } = ports
  const { programme } = plan
  const now = clock.now()
  const [agenda, pending, oldestSeconds, dead, ages, chats, vacant, watch] = await Promise.all([
    Promise.all(monthsInHand(plan, now).map((month) => agendaStand(store, plan, month, now))),
    Promise.all(Lane.options.map((lane) => store.pending(lane, FAR, MOST_COUNTED))),
    oldestPushSeconds(ports),
    store.deadLetters(),
    agesOf(ports, programme.id),
    store.chats(programme.id),
    vacantTownships(ports, plan),
    store.operations(programme.id),
  ])
  const inside = chats.filter((chat) => chat.inside)
  return {
    agenda,
    blocked: blockedMonths(plan, now),
    waiting: { count: pending.flat().length, oldestSeconds },
    dead: dead.filter(({ push }) => push.programme === programme.id),
    ages,
    holidaysUntil: knownUntil(programme.calendar),
    chats: {
      unbound: inside.filter(({ unit, operations }) => unit === undefined && !operations).length,
      operations: inside.filter(({ operations }) => operations).length,
    },
    vacant,
    hasForm: programme.form !== undefined,
    watch,
  }
}

/** Later than anything waits. */
const FAR = 10 ** 14
const Memo = z.object({ at: z.number() })

const agesOf = async ({ store, clock }: Ports, programme: string): Promise<Health['ages']> => {
  const age = (at: number | undefined) =>
    at === undefined ? undefined : Math.max(0, Math.round((clock.wall() - at) / 1000))
  const lastOf = async (lease: string) => {
    const memo = (await store.lease(lease))?.memo
    return memo === undefined ? undefined : Memo.safeParse(JSON.parse(memo)).data?.at
  }
  const [watch, sender, worker] = await Promise.all([
    store.operations(programme),
    lastOf('sender'),
    lastOf('worker'),
  ])
  return { tick: age(watch?.ticked), sender: age(sender), worker: age(worker) }
}

const vacantTownships = async (
  { store, clock }: { store: Pick<Store, 'people'>; clock: Ports['clock'] },
  { programme, units }: Plan,
): Promise<string[]> => {
  const at = clock.now()
  const isVacant = withoutOfficer(await store.people(programme.id, { at }))
  return townshipsUnder(units, programme.city, Month.parse(dayOf(at).slice(0, 7)))
    .filter(({ path }) => isVacant(path))
    .map(({ path }) => nameOf(units, path))
}
