import { shiftShares } from '../domain/difficulty.ts'
import type { Instant } from '../domain/instant.ts'
import type { OpenId } from '../domain/person.ts'
import { type Report, stillDeclared } from '../domain/report.ts'
import { shift, type Tally } from '../domain/tally.ts'
import type { Settlement } from '../ports.ts'

/** Who did what, when, through what and why, and in whose place (`for`): the frame of a township's turn. */
export type Deed = { by: OpenId; at: Instant; via: string; move: string; reason?: string; for?: OpenId }

const unseen: readonly string[] = ['import', 'handover']

/** Turns changed reports into one settlement: revisions, sequence and counts move on together. */
export const settle = (
  tally: Tally,
  changes: Settlement['reports'],
  deed: Deed,
  patch: Partial<Pick<Tally, 'difficulties' | 'closed' | 'permit'>> = {},
): Settlement => {
  const sequence = tally.sequence + 1
  /** Neither a department's figures nor whose firm it is stand on an officer's card: those drawn before stay good. */
  const drawn = ({ sequence: before }: Report) => (unseen.includes(deed.move) ? before : sequence)
  const reports = changes.map(({ before, after: { declared, ...after }, ...why }) => {
    const still = stillDeclared({ declared, figures: after.figures })
    return {
      ...why,
      before,
      after: {
        ...after,
        ...(still && { declared: still }),
        revision: before.revision + 1,
        sequence: drawn(before),
      },
    }
  })
  const { head: _, ...rest } = tally
  return {
    is: 'settlement',
    before: tally,
    after: {
      ...rest,
      ...patch,
      sequence,
      counts: shift(tally, reports),
      ...(tally.shares && { shares: shiftShares(tally.shares, reports) }),
    },
    reports,
    ...deed,
  }
}
