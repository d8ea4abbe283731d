import { type Enrolment, enrolments, type NotFound, type PersonLine } from '../domain/enrolment.ts'
import { mobileIn, type PeopleLine } from '../domain/import-people.ts'
import type { Instant } from '../domain/instant.ts'
import { mayGive } from '../domain/permission.ts'
import { OpenId, type Person } from '../domain/person.ts'
import { levelOf } from '../domain/unit.ts'
import type { Change, Contacts, Plan, Ports, Post, Store } from '../ports.ts'
import { nextRoster } from './keep-registry.ts'
import { settle } from './settle.ts'

/** Who gives the roles; nobody where it is done from outside, by whoever runs the system and may name anybody. */
type Giver = Person | undefined

/**
 * Finds the people of a table: by open_id, or by mobile in the address book. The numbers go there and nowhere else. Throws
 * when the address book could not be asked. `contacts`: without it, only an open_id finds somebody.
 */
export const findPeople = async (
  contacts: Contacts | undefined,
  lines: readonly PeopleLine[],
): Promise<PersonLine[]> => {
  const numbers = lines.flatMap(({ mobile }) => mobileIn(mobile) ?? [])
  const ids = lines.flatMap((line) => idIn(line) ?? [])
  const [called, here] = await Promise.all([
    numbers.length > 0 ? contacts?.byMobile([...new Set(numbers)]) : undefined,
    ids.length > 0 ? contacts?.present([...new Set(ids)]) : undefined,
  ])
  return lines.map((line): PersonLine => {
    const who = whoIs(line, { called, here })
    return 'why' in who ? { line, is: 'refused', refusal: who } : { line, is: 'found', ...who }
  })
}

type Looked = {
  called: Awaited<ReturnType<Contacts['byMobile']>> | undefined
  here: ReadonlySet<OpenId> | undefined
}

const whoIs = (line: PeopleLine, { called, here }: Looked): { id: OpenId } | NotFound => {
  const id = idIn(line)
  if (line.id !== '' && (id === undefined || (here && !here.has(id)))) return { why: 'unknown-id' }
  if (line.mobile === '') return id ? { id } : { why: 'no-way' }
  const number = mobileIn(line.mobile)
  if (number === undefined) return { why: 'mobile' }
  if (called === undefined) return id ? { id } : { why: 'no-contacts' }
  const found = called.get(number)
  if (found === undefined) return { why: 'mobile-unknown' }
  if (id && id !== found.id) return { why: 'two-ways' }
  if (found.name !== undefined && !areOneName(found.name, line.name)) return { why: 'other-name' }
  return { id: found.id }
}

const idIn = ({ id }: PeopleLine): OpenId | undefined =>
  /^ou_\w+$/.test(id) ? OpenId.safeParse(id).data : undefined

/** 张三 and 张三（工信局） are one; a slip of one digit finds somebody whose name has nothing to do with it. */
const areOneName = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((name) => name.normalize('NFKC').replace(/\s/g, ''))
  return one !== undefined && other !== undefined && (one.includes(other) || other.includes(one))
}

type Given = { giver: Giver; at: Instant }

/** What the found rows lead to; reads, and changes nothing. */
export const importPeople = async (
  ports: Ports,
  plan: Plan,
  lines: readonly PersonLine[],
  { giver, at }: Given,
): Promise<Enrolment[]> => {
  const ids = [...new Set(lines.flatMap((one) => (one.is === 'found' ? [one.id] : [])))]
  const [people, next] = await Promise.all([
    Promise.all(ids.map((id) => ports.store.person(id))),
    nextRoster(ports, plan, at),
  ])
  const enrolled = new Map(people.flatMap((person) => (person ? [[person.id, person] as const] : [])))
  return enrolments(lines, { programme: plan.programme.id, units: plan.units, next, giver, enrolled })
}

/** People whom the giver keeps and who are not in the table: nothing follows from that, somebody should look. */
export const notInTable = async (
  { store }: { store: Pick<Store, 'people'> },
  { programme }: Plan,
  lines: readonly PersonLine[],
  giver: Giver,
): Promise<Post[]> => {
  const named = new Set(lines.flatMap((one) => (one.is === 'found' ? [one.id] : [])))
  const posts = await store.people(programme.id)
  return posts.filter(
    ({ person, role, unit }) =>
      !named.has(person) && (giver === undefined || mayGive(giver, programme.id, role, unit)),
  )
}

type Deed = { by: OpenId; at: Instant; via: string; reason: string }

/**
 * What one person's rows change, in one commit: the person, and a line in the chain of each township concerned, in the
 * newest month. Nothing where nothing changes.
 */
export const enrolmentChanges = async (
  { store }: { store: Pick<Ports['store'], 'months' | 'tally'> },
  { programme }: Plan,
  decided: Enrolment,
  deed: Deed,
): Promise<Change[]> => {
  if (decided.is === 'refused' || decided.is === 'same') return []
  const { before, after, given, taken } = decided
  const units = new Set([...given, ...taken].map(({ unit }) => unit))
  const [newest] = await store.months(programme.id)
  const townships = newest ? [...units].filter((unit) => levelOf(unit) === 'township') : []
  const tallies = await Promise.all(
    townships.map((township) =>
      newest ? store.tally({ programme: programme.id, month: newest.month, township }) : undefined,
    ),
  )
  const said = ({ unit }: { unit: string }): string =>
    [
      ...given.filter((post) => post.unit === unit).map(({ role }) => `+${role}`),
      ...taken.filter((post) => post.unit === unit).map(({ role }) => `-${role}`),
    ].join(' ')
  return [
    { is: 'person', before, after },
    ...tallies
      .filter((tally) => tally !== undefined)
      .map((tally) =>
        settle(tally, [], {
          ...deed,
          move: 'roles',
          reason: `${after.id}：${said({ unit: tally.township })}；${deed.reason}`,
        }),
      ),
  ]
}
