import { openCount, type Tally } from '../../shared/domain/tally.ts'
import type { Change } from '../../shared/ports.ts'
import type { Turn } from '../declare.ts'

/** When a township's month becomes complete, a receipt of its own follows, to keep: the card changes with every press. */
export const completionReceipt = (turn: Turn, before: Tally, after: Omit<Tally, 'head'>): Change[] => {
  if (openCount(before.counts) === 0 || openCount(after.counts) > 0) return []
  return [
    {
      is: 'push',
      push: {
        id: `receipt:${after.month}:${after.township}:${after.sequence}`,
        lane: 'answer',
        due: turn.at,
        kind: 'receipt',
        programme: after.programme,
        month: after.month,
        to: { person: turn.who.id },
        facts: { township: after.township, sequence: after.sequence },
        quiet: false,
        proactive: false,
      },
    },
  ]
}
