import type { Enrolled } from '../domain/person.ts'
import type { Post } from '../ports.ts'
import { type Key, key } from './keys.ts'

/** The rows that say where somebody answers for what. */
export const postsOf = ({ id, name, roles, standIns }: Enrolled): { at: Key; post: Post }[] => [
  ...roles.map(({ programme, role, unit }) => ({
    at: key.role(programme, unit, role, id),
    post: { person: id, name, role, unit },
  })),
  ...standIns.map((standIn) => ({
    at: key.standIn(standIn.programme, standIn.unit, id),
    post: { person: id, name, role: 'officer' as const, unit: standIn.unit, standIn },
  })),
]
