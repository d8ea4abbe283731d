import * as z from 'zod'
import { CreditCode } from './enterprise.ts'
import { Figures } from './figures.ts'
import { Instant } from './instant.ts'
import { Month } from './month.ts'
import { OpenId } from './person.ts'
import { UnitPath } from './unit.ts'

/**
 * 更正申请: figures of a closed month that the township asks to have put in the place of those filed. The figures are
 * the officer's; the district says yes or no to them with a reason, and cannot touch them.
 */
export const Correction = z.object({
  programme: z.string(),
  month: Month,
  township: UnitPath,
  /** The township's sequence at which it was asked: its entry in the chain, and its number. */
  number: z.number().int().positive(),
  code: CreditCode,
  name: z.string(),
  /** The report's revision that it was asked against: what changed since, nobody has agreed to. */
  revision: z.number().int().nonnegative(),
  /** What stands, and what is to stand: only the figures that change. */
  before: Figures,
  values: Figures,
  reason: z.string(),
  by: OpenId,
  at: Instant,
  /** Not answered by then, it is void. */
  expires: Instant,
  state: z.enum(['asked', 'applied', 'refused', 'withdrawn']),
  /** Whoever agreed, refused or withdrew it, and why. */
  decided: z.object({ by: OpenId, at: Instant, reason: z.string() }).optional(),
})
export type Correction = z.infer<typeof Correction>

/** How a request stands at a moment: an unanswered one lapses by itself. */
export const standing = ({ state, expires }: Correction, at: Instant): Correction['state'] | 'expired' =>
  state === 'asked' && at > expires ? 'expired' : state

export const isWaiting = (correction: Correction, at: Instant): boolean =>
  standing(correction, at) === 'asked'

const DAY_MS = 24 * 3_600_000

/**
 * Until when a request made at `at` may be answered: the programme's number of days, and never beyond the close of the
 * month after, whose references hold what this month said. Undefined once that month is closed.
 */
export const correctableUntil = (
  days: number,
  at: Instant,
  following: { closes: Instant } | undefined,
): Instant | undefined => {
  const until = at + days * DAY_MS
  if (following === undefined) return until
  return at >= following.closes ? undefined : Math.min(until, following.closes)
}
