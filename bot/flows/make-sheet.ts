import type { Change, TownshipMonth } from '../../shared/ports.ts'
import type { Turn } from '../declare.ts'

/** The job that makes a township's printable month for whoever asked for it. */
export const makeSheet = ({ who, at, id }: Turn, { programme, month, township }: TownshipMonth): Change => ({
  is: 'push',
  push: {
    id: `print-sheet:${id}:${township}`,
    lane: 'work',
    due: at,
    kind: 'print-sheet',
    programme,
    month,
    to: { person: who.id },
    facts: { month, township },
    quiet: false,
    proactive: false,
  },
})
