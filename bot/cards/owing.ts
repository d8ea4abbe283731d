import { nameOf } from '../../shared/domain/plan.ts'
import { openCount, type Tally } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import { filingToken } from '../flows/filing-token.ts'
import { difficultyToken } from '../flows/report-difficulty.ts'
import { type Card, press, row, type Tone } from './kit.ts'
import { plainCard } from './plain.ts'

type Said = { title: string; tone: Tone; body: string; difficulty: string }

/** A reminder with a fresh way in for each township, and one to say that there is a difficulty. */
export const owingCard = (
  plan: Plan,
  tallies: readonly Tally[],
  { title, tone, body, difficulty }: Said,
): Card => {
  const [first] = tallies
  const several = tallies.length > 1
  const ways = tallies.flatMap((tally, index) => {
    const { programme, month, township } = tally
    const name = several ? `${nameOf(plan.units, township)}：` : ''
    const token = filingToken({ programme, month, township, codes: [], seen: tally.sequence })
    return [
      row([
        press(`${name}接着填（${openCount(tally.counts)} 户）`, token('rest'), {
          name: `rest_${index}`,
          kind: 'primary',
        }),
        press(several ? '有困难' : difficulty, difficultyToken(tally), { name: `difficulty_${index}` }),
      ]),
    ]
  })
  if (first === undefined) throw new Error('a reminder about no township')
  return plainCard(plan, first.month, { title, tone, body, ways })
}
