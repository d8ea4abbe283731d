import type { Instant } from '../domain/instant.ts'
import { isValid, type Permit } from '../domain/permit.ts'
import type { Tally } from '../domain/tally.ts'
import type { MonthRecord, Settlement } from '../ports.ts'
import { type Deed, settle } from './settle.ts'

export type Permitted =
  | { is: 'permitted'; permit: Permit; settlement: Settlement }
  | { is: 'already'; permit: Permit }
  | { is: 'no-reason' }
  | { is: 'not-closed' }
  /** The month after it is closed as well. */
  | { is: 'over' }

/** How long one may last. */
export const PERMIT_DAYS = [1, 2, 3] as const

/** 例外: for some days the township corrects its closed month directly; it never outlasts the close of the next month. */
export const permitCorrections = (
  { tally, following, days }: { tally: Tally; following: MonthRecord | undefined; days: number },
  reason: string,
  deed: Omit<Deed, 'move' | 'reason'>,
): Permitted => {
  if (!tally.closed) return { is: 'not-closed' }
  if (isValid(tally.permit, deed.at)) return { is: 'already', permit: tally.permit }
  const end: Instant = deed.at + days * 24 * 3_600_000
  const until = Math.min(end, following?.closes ?? end)
  if (until <= deed.at) return { is: 'over' }
  const words = reason.trim()
  if (words === '') return { is: 'no-reason' }
  const permit = { by: deed.by, at: deed.at, until, reason: words }
  return {
    is: 'permitted',
    permit,
    settlement: settle(tally, [], { ...deed, move: 'permit', reason: words }, { permit }),
  }
}
