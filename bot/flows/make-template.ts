import type { Change, TownshipMonth } from '../../shared/ports.ts'
import type { Turn } from '../declare.ts'

/** The job that makes a township's workbook for whoever asked for it. */
export const makeTemplate = (
  { who, at, id }: Turn,
  { programme, month, township }: TownshipMonth,
): Change => ({
  is: 'push',
  push: {
    id: `make-template:${id}:${township}`,
    lane: 'work',
    due: at,
    kind: 'make-template',
    programme,
    month,
    to: { person: who.id },
    facts: { month, township },
    quiet: false,
    proactive: false,
  },
})
