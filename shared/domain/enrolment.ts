import { isLeaving, type PeopleLine, roleNamed } from './import-people.ts'
import type { Month } from './month.ts'
import { isHeldAt, mayGive } from './permission.ts'
import type { Enrolled, OpenId, Person, Role } from './person.ts'
import type { Unit, UnitPath } from './unit.ts'
import { unitsNamed } from './unit-named.ts'

/** Why it is not known whom a row is about. */
export type NotFound = {
  why: 'no-way' | 'mobile' | 'mobile-unknown' | 'no-contacts' | 'unknown-id' | 'two-ways' | 'other-name'
}

/** Why a row of a table of people is not taken in. */
export type PeopleRefusal =
  | NotFound
  | { why: 'hidden' | 'name' | 'state' | 'role' | 'unit' | 'unit-ended' }
  | { why: 'several-units'; names: readonly string[] }
  /** The role is none of a unit of that level. */
  | { why: 'level'; role: Role; unit: string }
  | { why: 'administrator' | 'self' | 'not-enrolled' | 'other-rows' | 'leaves-and-stays' | 'several-names' }
  | { why: 'not-yours'; unit: string }

/** A row whose person is found, or why not. */
export type PersonLine = { line: PeopleLine } & (
  | { is: 'found'; id: OpenId }
  | { is: 'refused'; refusal: PeopleRefusal }
)

export type Post = { role: Role; unit: UnitPath }

/** What the rows of one person lead to; nothing of it is done where any of them is refused. */
export type Enrolment = { rows: readonly number[]; name: string } & (
  | { is: 'refused'; refusals: readonly (PeopleRefusal & { row: number })[] }
  | {
      is: 'new' | 'changed' | 'gone' | 'same'
      before: Enrolled | undefined
      after: Enrolled
      given: readonly Post[]
      taken: readonly Post[]
    }
)

type Held = {
  programme: string
  units: readonly Unit[]
  /** The first month whose roster is not frozen: a unit that has ended by then has no people. */
  next: Month
  /** Undefined for whoever runs the system and may name anybody. */
  giver: Person | undefined
  enrolled: ReadonlyMap<OpenId, Enrolled>
}

/**
 * What a table of people leads to, person by person in the order of their first rows. Of the roles that the giver may give,
 * a person has those of the table afterwards and no others; whoever is not in it stays as they are.
 */
export const enrolments = (lines: readonly PersonLine[], held: Held): Enrolment[] => {
  const people = new Map<string, OwnLines>()
  for (const one of lines) {
    const who = one.is === 'found' ? one.id : `row ${one.line.row}`
    const earlier = people.get(who)
    people.set(who, earlier ? [...earlier, one] : [one])
  }
  return [...people.values()].map((rows) => enrolment(rows, held))
}

/** All the rows of one person. */
type OwnLines = readonly [PersonLine, ...PersonLine[]]

const enrolment = (lines: OwnLines, held: Held): Enrolment => {
  const [first] = lines
  const rows = lines.map(({ line }) => line.row)
  const { name } = first.line
  const read = lines.map((one) => ({ row: one.line.row, read: readLine(one, lines, held) }))
  const refusals = read.flatMap(({ row, read: { refusal } }) => (refusal ? [{ ...refusal, row }] : []))
  if (refusals.length > 0 || first.is !== 'found') return { is: 'refused', rows, name, refusals }
  const posts = read.flatMap(({ read: { post } }) => post ?? [])
  const decided = changed(first.id, name, posts, held)
  if ('why' in decided)
    return { is: 'refused', rows, name, refusals: rows.map((row) => ({ ...decided, row })) }
  return { ...decided, rows, name }
}

type Read = { refusal?: PeopleRefusal; post?: Post }

const readLine = (one: PersonLine, own: readonly PersonLine[], held: Held): Read => {
  const { line } = one
  if (line.isHidden) return { refusal: { why: 'hidden' } }
  if (one.is === 'refused') return one
  if (line.name === '') return { refusal: { why: 'name' } }
  if (own.some((other) => other.line.name !== line.name)) return { refusal: { why: 'several-names' } }
  const leaving = isLeaving(line)
  if (leaving === undefined) return { refusal: { why: 'state' } }
  if (own.some((other) => isLeaving(other.line) !== leaving)) return { refusal: { why: 'leaves-and-stays' } }
  return leaving ? {} : postIn(line, held)
}

const postIn = (line: PeopleLine, { programme, units, next, giver }: Held): Read => {
  const role = roleNamed(line.role)
  if (role === undefined) return { refusal: { why: 'role' } }
  const named = unitsNamed(units, line.unit)
  const fitting = named.filter(({ path }) => isHeldAt(role, path))
  const [unit, ...others] = fitting
  const [any] = named
  if (any === undefined) return { refusal: { why: 'unit' } }
  if (unit === undefined) return { refusal: { why: 'level', role, unit: any.name } }
  if (others.length > 0) return { refusal: { why: 'several-units', names: fitting.map(({ name }) => name) } }
  if (unit.until !== undefined && unit.until < next) return { refusal: { why: 'unit-ended' } }
  if (giver && role === 'administrator') return { refusal: { why: 'administrator' } }
  if (giver && !mayGive(giver, programme, role, unit.path))
    return { refusal: { why: 'not-yours', unit: unit.name } }
  return { post: { role, unit: unit.path } }
}

const isSame = (a: Post, b: Post): boolean => a.role === b.role && a.unit === b.unit

/** The person as they were and as they are to be; no post at all is somebody who leaves. */
const changed = (
  id: OpenId,
  name: string,
  posts: readonly Post[],
  { programme, giver, enrolled }: Held,
): Omit<Extract<Enrolment, { before: unknown }>, 'rows' | 'name'> | PeopleRefusal => {
  const before = enrolled.get(id)
  const isGivers = (role: Role, unit: UnitPath) =>
    giver === undefined || mayGive(giver, programme, role, unit)
  const had = (before?.roles ?? []).filter(
    (one) => one.programme === programme && isGivers(one.role, one.unit),
  )
  const given = posts.filter(
    (post, index) =>
      !had.some((one) => isSame(one, post)) && posts.findIndex((one) => isSame(one, post)) === index,
  )
  const taken = had.filter((post) => !posts.some((one) => isSame(one, post)))
  const isLeaver = posts.length === 0
  if (isLeaver && before === undefined) return { why: 'not-enrolled' }
  const standIns = (before?.standIns ?? []).filter(
    (one) => !isLeaver || one.programme !== programme || !isGivers('officer', one.unit),
  )
  const isRenamed = !isLeaver && before !== undefined && before.name !== name
  const isStill =
    before !== undefined &&
    given.length === 0 &&
    taken.length === 0 &&
    standIns.length === before.standIns.length
  const { left: _, ...known } = before ?? { id, name, roles: [], standIns: [] }
  const after: Enrolled = {
    ...known,
    name: isLeaver ? known.name : name,
    roles: [
      ...known.roles.filter((one) => one.programme !== programme || !taken.some((post) => isSame(one, post))),
      ...given.map((post) => ({ ...post, programme })),
    ],
    standIns,
  }
  if (isStill && !isRenamed) return { is: 'same', before, after: before, given, taken }
  if (giver?.id === id) return { why: 'self' }
  const had0 = before === undefined || (before.roles.length === 0 && before.standIns.length === 0)
  return { is: isLeaver ? 'gone' : had0 ? 'new' : 'changed', before, after, given, taken }
}
