import type { Enterprise } from '../domain/enterprise.ts'
import { type Day, dayOf, type Instant } from '../domain/instant.ts'
import type { OpenId } from '../domain/person.ts'
import type { Change } from '../ports.ts'

export type Listing =
  | { is: 'recorded'; changes: Change[] }
  | { is: 'already'; on: Day }
  | { is: 'in-the-future' }

/** District staff record that a firm was approved into the statistical list (已入库), with the day of the approval. */
export const recordListing = (
  programme: string,
  firm: Enterprise,
  on: Day,
  by: OpenId,
  at: Instant,
): Listing => {
  if (firm.listed) return { is: 'already', on: firm.listed.on }
  if (on > dayOf(at)) return { is: 'in-the-future' }
  return {
    is: 'recorded',
    changes: [{ is: 'enterprise', programme, before: firm, after: { ...firm, listed: { on, by, at } } }],
  }
}
