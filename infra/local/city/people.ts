import { OpenId, type Person, type Role } from '../../../shared/domain/person.ts'
import { levelOf, parentOf, type UnitPath } from '../../../shared/domain/unit.ts'
import type { Plan } from '../../../shared/ports.ts'
import { personNamer } from './person-names.ts'
import { hex32, stream } from './random.ts'
import type { Sized } from './share-out.ts'

/** One post, which one person holds: usually in one unit, now and then in two townships. */
type Post = { role: Role; units: UnitPath[] }

const CITY_POSTS: readonly Role[] = ['city', 'city', 'leader', 'leader', 'auditor', 'administrator']

const districtPosts = (seed: number, unit: UnitPath): Post[] => [
  { role: 'leader', units: [unit] },
  { role: 'district', units: [unit] },
  ...(stream(seed, unit, 'staff')() < 0.5 ? [{ role: 'district' as const, units: [unit] }] : []),
]

const officersFor = (firms: number): number => (firms < 25 ? 1 : firms < 60 ? 2 : 3)

/** Large townships have two or three officers; one small one in six shares its officer with the small one before it. */
const officerPosts = (seed: number, townships: readonly { path: UnitPath; firms: number }[]): Post[] => {
  const posts: Post[] = []
  let alone: Post | undefined
  for (const { path, firms } of townships) {
    const shares = firms < 25 && stream(seed, path, 'shares an officer')() < 0.17
    if (shares && alone?.units.length === 1 && parentOf(alone.units[0] ?? path) === parentOf(path)) {
      alone.units.push(path)
      continue
    }
    const own = Array.from({ length: officersFor(firms) }, (): Post => ({ role: 'officer', units: [path] }))
    alone = own.length === 1 ? own[0] : undefined
    posts.push(...own)
  }
  return posts
}

/** Everyone whom the plan needs, city first. Units next to each other in the plan are neighbours. */
export const makePeople = (
  plan: Plan,
  seed: number,
  sized: readonly Sized[],
  unitsWithoutOfficer: number,
): Person[] => {
  const townships = sized.map(({ unit, firms }) => ({ path: unit.path, firms }))
  const without = new Set(
    townships
      .toSorted((a, b) => a.firms - b.firms)
      .slice(0, unitsWithoutOfficer)
      .map(({ path }) => path),
  )
  const districts = plan.units.map(({ path }) => path).filter((path) => levelOf(path) === 'district')
  const posts: Post[] = [
    ...CITY_POSTS.map((role) => ({ role, units: [plan.programme.city] })),
    ...districts.flatMap((unit) => districtPosts(seed, unit)),
    ...townships.map(({ path }) => ({ role: 'head' as const, units: [path] })),
    ...officerPosts(
      seed,
      townships.filter(({ path }) => !without.has(path)),
    ),
  ]
  const name = personNamer()
  return posts.map(({ role, units }, index) => {
    const random = stream(seed, 'person', index)
    return {
      id: OpenId.parse(`ou_${hex32(random)}`),
      name: name(random),
      roles: units.map((unit) => ({ programme: plan.programme.id, role, unit })),
    }
  })
}

/** What Feishu's directory knows of a person. Numbers beginning with 100 are nobody's mobile. */
export type Contact = { id: OpenId; name: string; mobile: string }

export const contactsOf = (people: readonly Person[]): Contact[] =>
  people.map(({ id, name }, index) => ({ id, name, mobile: `+86100${String(index + 1).padStart(8, '0')}` }))
