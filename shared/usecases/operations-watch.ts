import { dayOf } from '../domain/instant.ts'
import type { Recipient } from '../domain/push.ts'
import type { Change, OperationsRecord, Plan, Ports, Store } from '../ports.ts'
import { type Condition, conditionsNow } from './operations-conditions.ts'
import { comparison, isToCompare } from './people-compare.ts'

/** Between two looks at which nothing has changed, this long nothing is written. */
const HEARTBEAT_MS = 60_000

/**
 * One look at a programme's running. A condition is told when it begins and when it ends, each once: what was told and
 * the telling are written together, so that two looks at a time tell it once. The night's comparison is planned here too.
 */
export const watchOperations = async (
  ports: Ports,
  plan: Plan,
  seen: { agendaFailed: boolean },
): Promise<void> => {
  const { store, clock } = ports
  const programme = plan.programme.id
  const [now, wall] = [clock.now(), clock.wall()]
  const before = await store.operations(programme)
  const current = await conditionsNow(ports, plan, { ...seen, known: before })
  const known = before?.raised ?? []
  const began = current.filter((one) => !known.some(({ condition }) => condition === one))
  const ended = known.filter(({ condition }) => !current.some((one) => one === condition))
  const compares = isToCompare(before, now)
  const isNews = began.length > 0 || ended.length > 0 || compares
  if (!isNews && before && wall - before.ticked < HEARTBEAT_MS) return
  const after: OperationsRecord = {
    ...(before ?? { programme, revision: 0 }),
    programme,
    revision: (before?.revision ?? 0) + 1,
    raised: [
      ...known.filter((one) => !ended.includes(one)),
      ...began.map((condition) => ({ condition, since: now })),
    ],
    ticked: wall,
    ...(compares && { compared: dayOf(now) }),
  }
  const job = compares && (await comparison(ports, programme, { key: dayOf(now), due: now }))
  const told = { began, ended: ended.map(({ condition }) => condition) }
  // Where another look was faster, it has said the same.
  await store.commit([
    { is: 'operations', before, after },
    ...(began.length + ended.length > 0 ? await alerts(ports, after, told) : []),
    ...(job ? [job] : []),
  ])
}

/** To the groups that are bound to operations, or while there are none to each administrator. */
const alerts = async (
  { store, clock }: Ports,
  { programme, revision }: OperationsRecord,
  { began, ended }: { began: Condition[]; ended: string[] },
): Promise<Change[]> =>
  (await whoHears(store, programme)).map((to) => ({
    is: 'push',
    push: {
      id: `operations-alert:${programme}:${revision}:${'chat' in to ? to.chat : to.person}`,
      // Ahead of what may be stuck.
      lane: 'answer',
      due: clock.now(),
      kind: 'operations-alert',
      programme,
      to,
      facts: { began, ended },
      quiet: false,
      proactive: false,
    },
  }))

const whoHears = async (store: Pick<Store, 'chats' | 'people'>, programme: string): Promise<Recipient[]> => {
  const chats = (await store.chats(programme)).filter(({ operations, inside }) => operations && inside)
  if (chats.length > 0) return chats.map(({ id }) => ({ chat: id }))
  const posts = await store.people(programme, { role: 'administrator' })
  return [...new Set(posts.map(({ person }) => person))].map((person) => ({ person }))
}
