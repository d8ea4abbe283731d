import type { Instant } from '../domain/instant.ts'
import type { Enrolled, OpenId } from '../domain/person.ts'
import type { Push } from '../domain/push.ts'
import { levelOf, parentOf, type UnitPath } from '../domain/unit.ts'
import type { Change, Post, Store } from '../ports.ts'
import { AGENDA } from './open-month.ts'
import { settle } from './settle.ts'

type Stored = { store: Pick<Store, 'months' | 'tally' | 'people'> }

/**
 * Whoever has left the organisation loses every role at once: on the record of the townships that were theirs, and told
 * to whoever can name somebody else. Nothing to do for somebody who has no role.
 */
export const letGo = async (ports: Stored, person: Enrolled, at: Instant): Promise<Change[]> => {
  const posts = [...person.roles, ...person.standIns.map((one) => ({ ...one, role: 'officer' as const }))]
  if (posts.length === 0) return []
  const changes: Change[] = [
    { is: 'person', before: person, after: { ...person, roles: [], standIns: [], left: at } },
  ]
  for (const programme of new Set(posts.map((one) => one.programme))) {
    const units = new Set(posts.filter((one) => one.programme === programme).map(({ unit }) => unit))
    changes.push(...(await noted(ports, person, { programme, units, at })))
    changes.push(...(await told(ports, person.id, { programme, units, at })))
  }
  return changes
}

type Left = { programme: string; units: ReadonlySet<UnitPath>; at: Instant }

/** A line in each township's chain of the newest month. */
const noted = async (
  { store }: Stored,
  { id }: Enrolled,
  { programme, units, at }: Left,
): Promise<Change[]> => {
  const [newest] = await store.months(programme)
  if (newest === undefined) return []
  const lines: Change[] = []
  for (const township of units) {
    const tally = await store.tally({ programme, month: newest.month, township })
    const deed = { by: AGENDA, at, via: 'contacts', move: 'left', reason: id }
    if (tally) lines.push(settle(tally, [], deed))
  }
  return lines
}

/** One line to each of those who can name somebody else: of a township its district, else city and administrators. */
const told = async ({ store }: Stored, left: OpenId, { programme, units, at }: Left): Promise<Change[]> => {
  const others = (await store.people(programme)).filter(({ person }) => person !== left)
  const about = new Map<OpenId, UnitPath[]>()
  for (const unit of units)
    for (const person of whoNames(unit, others)) about.set(person, [...(about.get(person) ?? []), unit])
  return [...about].map(([person, theirs]) => ({
    is: 'push',
    push: noticeFor(person, { left, programme, units: theirs, at }),
  }))
}

const whoNames = (unit: UnitPath, others: readonly Post[]): ReadonlySet<OpenId> => {
  const district = levelOf(unit) === 'township' ? parentOf(unit) : undefined
  const staff = others.filter((one) => one.role === 'district' && one.unit === district)
  const found =
    staff.length > 0 ? staff : others.filter(({ role }) => role === 'city' || role === 'administrator')
  return new Set(found.map(({ person }) => person))
}

const noticeFor = (
  person: OpenId,
  { left, programme, units, at }: { left: OpenId; programme: string; units: UnitPath[]; at: Instant },
): Push => ({
  id: `person-left:${left}:${at}:${person}`,
  lane: 'bulk',
  due: at,
  kind: 'person-left',
  programme,
  to: { person },
  facts: { left, units },
  quiet: true,
  proactive: false,
})
