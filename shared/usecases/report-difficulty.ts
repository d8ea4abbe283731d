import type { Tally } from '../domain/tally.ts'
import type { Settlement } from '../ports.ts'
import { type Deed, settle } from './settle.ts'

export type Difficulty = { is: 'noted'; settlement: Settlement } | { is: 'no-reason' } | { is: 'closed' }

/** 说明困难: an answer like any other. It stops the ladder for this township's month and tells the district why. */
export const reportDifficulty = (
  tally: Tally,
  reason: string,
  deed: Omit<Deed, 'move' | 'reason'>,
): Difficulty => {
  if (tally.closed) return { is: 'closed' }
  const words = reason.trim()
  if (words === '') return { is: 'no-reason' }
  const difficulty = { by: deed.by, at: deed.at, reason: words }
  return {
    is: 'noted',
    settlement: settle(tally, [], { ...deed, move: 'difficulty', reason: words }, { difficulty }),
  }
}
