import type { Tally } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import { closedWords } from '../words/closed.ts'
import type { Owing } from '../words/reminders.ts'
import type { Card } from './kit.ts'
import { plainCard } from './plain.ts'

/** The month is closed, and what its townships left unfiled. */
export const closedCard = (
  plan: Plan,
  { month, closes }: Pick<Tally, 'month' | 'closes'>,
  left: readonly Owing[],
): Card =>
  plainCard(plan, month, {
    title: closedWords.title(month, left),
    tone: 'grey',
    body: closedWords.body(left, closes),
  })
