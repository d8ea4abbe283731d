import type { Change } from '../../shared/ports.ts'
import type { Turn } from '../declare.ts'

/** What was asked in a group and is not for a group: the same question, answered to the asker alone. */
export const answerAside = ({ who, plan, at, id }: Turn, text: string): Change => ({
  is: 'push',
  push: {
    id: `aside:${id}`,
    lane: 'answer',
    due: at,
    kind: 'answer',
    programme: plan.programme.id,
    to: { person: who.id },
    facts: { text, asker: who.id, group: false },
    quiet: false,
    proactive: false,
  },
})
