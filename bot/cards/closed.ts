import type { Tally } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import { askToken } from '../flows/correction-token.ts'
import { closedWords } from '../words/closed.ts'
import { correctionWords } from '../words/correction.ts'
import type { Owing } from '../words/reminders.ts'
import { type Card, press, row } from './kit.ts'
import { plainCard } from './plain.ts'

/** The month is closed, and what its townships left unfiled. */
export const closedCard = (
  plan: Plan,
  { programme, month, township, closes }: Pick<Tally, 'programme' | 'month' | 'township' | 'closes'>,
  left: readonly Owing[],
): Card =>
  plainCard(plan, month, {
    title: closedWords.title(month, left),
    tone: 'grey',
    body: closedWords.body(left, closes),
    ways: [row([press(correctionWords.button, askToken({ programme, month, township })('choose'))])],
  })
