import type { Enterprise } from '../domain/enterprise.ts'
import { type Day, dayOf, type Instant } from '../domain/instant.ts'
import type { OpenId } from '../domain/person.ts'
import type { Change } from '../ports.ts'

export type Listing =
  | { is: 'recorded'; after: Enterprise; changes: Change[] }
  | { is: 'already'; on: Day }
  | { is: 'in-the-future' }

/** District staff record that a firm was approved into the statistical list (已入库), with the day of the approval. */
export const recordListing = (
  programme: string,
  firm: Enterprise,
  on: Day,
  { by, at, via }: { by: OpenId; at: Instant; via: string },
): Listing => {
  if (firm.listed) return { is: 'already', on: firm.listed.on }
  if (on > dayOf(at)) return { is: 'in-the-future' }
  const after = { ...firm, listed: { on, by, at }, revision: (firm.revision ?? 0) + 1 }
  const stage = { move: 'list', by, at, via, reason: '' } as const
  return { is: 'recorded', after, changes: [{ is: 'enterprise', programme, before: firm, after, stage }] }
}
