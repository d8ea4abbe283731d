import { dayOf, hourOf, type Instant } from '../domain/instant.ts'
import type { OpenId } from '../domain/person.ts'
import type { Push } from '../domain/push.ts'
import type { Change, OperationsRecord, Store, WorkPorts } from '../ports.ts'

/** A larger part than this gone at once is a mistake of somebody's until an administrator says that it is none. */
const MOST_AT_ONCE = 0.2
/** Nobody works at this hour: 2:00. */
const HOUR = 2

type Compared = { asked: number; gone: OpenId[] }

/** Who of a programme's people is no longer in the address book. Throws when any of it could not be asked. */
export const whoIsGone = async (
  { store, contacts }: Pick<WorkPorts, 'store' | 'contacts'>,
  programme: string,
  at: Instant,
): Promise<Compared> => {
  const posts = await store.people(programme, { at })
  const people = [...new Set(posts.map(({ person }) => person))].toSorted()
  const here = await contacts.present(people)
  return { asked: people.length, gone: people.filter((id) => !here.has(id)) }
}

/** So many have gone at once that nobody is removed; `confirmed`: how many an administrator has agreed to. */
export const areTooMany = ({ asked, gone }: Compared, confirmed: number): boolean =>
  gone.length > Math.max(confirmed, asked * MOST_AT_ONCE)

/** What the watch keeps of a comparison: that it was stopped, or that it was not. Nothing where that is known. */
export const heldAs = async (
  { store }: { store: Pick<Store, 'operations'> },
  programme: string,
  held: OperationsRecord['held'],
): Promise<Change[]> => {
  const before = await store.operations(programme)
  if (before?.held?.gone === held?.gone && before?.held?.of === held?.of) return []
  const { held: _, ...rest } = before ?? { programme, revision: 0, raised: [], ticked: 0 }
  const after = { ...rest, revision: rest.revision + 1, ...(held && { held }) }
  return [{ is: 'operations', before, after }]
}

/** Whether the night's comparison is to be planned now. */
export const isToCompare = (before: OperationsRecord | undefined, now: Instant): boolean =>
  hourOf(now) >= HOUR && before?.compared !== dayOf(now)

/**
 * The job that compares a programme's people with the address book, done for an administrator, or where there is none
 * for the city; undefined where nobody could be told of its failure. Jobs of the same `key` are one.
 */
export const comparison = async (
  { store }: { store: Pick<Store, 'people'> },
  programme: string,
  { key, due, facts = {} }: { key: string; due: Instant; facts?: Push['facts'] },
): Promise<Extract<Change, { is: 'push' }> | undefined> => {
  const posts = await store.people(programme)
  const those = (role: string) => posts.filter((one) => one.role === role).map(({ person }) => person)
  const [person] = [...those('administrator').toSorted(), ...those('city').toSorted()]
  if (person === undefined) return undefined
  const kind = 'compare-people'
  return {
    is: 'push',
    push: {
      ...{ id: `${kind}:${programme}:${key}`, lane: 'work', due, kind, programme, to: { person }, facts },
      ...{ quiet: false, proactive: false },
    },
  }
}
