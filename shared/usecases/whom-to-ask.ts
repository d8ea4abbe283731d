import type { UnitPath } from '../domain/unit.ts'
import type { Post } from '../ports.ts'

/**
 * Whom the ladder speaks to: a stand-in is spoken to instead of whom they stand in for, and the head of a township
 * without an officer (暂无经办人) instead of nobody. `posts`: of the whole programme, with its stand-ins.
 */
export const whomToAsk = (posts: readonly Post[]): Post[] => {
  const unstaffed = withoutOfficer(posts)
  return posts
    .filter((one) => !isStoodInFor(one, posts))
    .map((one) => (one.role === 'head' && unstaffed(one.unit) ? { ...one, role: 'officer' } : one))
}

/** Whether a unit has no officer, and nobody who stands in for one. */
export const withoutOfficer = (posts: readonly Post[]): ((unit: UnitPath) => boolean) => {
  const staffed = new Set(posts.filter(({ role }) => role === 'officer').map(({ unit }) => unit))
  return (unit) => !staffed.has(unit)
}

const isStoodInFor = ({ person, role, unit }: Post, posts: readonly Post[]): boolean =>
  role === 'officer' && posts.some((one) => one.standIn?.for === person && one.unit === unit)
