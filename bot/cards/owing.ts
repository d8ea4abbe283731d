import { nameOf } from '../../shared/domain/plan.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import { filingToken } from '../flows/filing-token.ts'
import { difficultyToken } from '../flows/report-difficulty.ts'
import { difficulty } from '../words/difficulty.ts'
import { home } from '../words/home.ts'
import { goOn } from '../words/owed.ts'
import { type Card, note, press, row, type Tone } from './kit.ts'
import { fitCard } from './page-size.ts'
import { plainCard } from './plain.ts'
import { shortNames } from './short-names.ts'

type Said = { title: string; tone: Tone; body: string }

/** A reminder with a fresh way in for each township, and one to say that there is a difficulty. */
export const owingCard = (plan: Plan, tallies: readonly [Tally, ...Tally[]], said: Said): Card => {
  const names = shortNames(tallies.map(({ township }) => nameOf(plan.units, township)))
  const ways = tallies.map((tally, index) => {
    const { programme, month, township } = tally
    const name = tallies.length > 1 ? `${names[index]} ` : ''
    const token = filingToken({ programme, month, township, codes: [], seen: tally.sequence })
    return row([
      press(`${name}${goOn(tally.counts)}`, token('rest'), {
        name: `rest_${index}`,
        kind: index === 0 ? 'primary' : 'default',
      }),
      press(difficulty.button, difficultyToken(tally), { name: `difficulty_${index}` }),
    ])
  })
  const { month } = tallies[0]
  return fitCard(ways, (shown, left) =>
    plainCard(plan, month, { ...said, ways: [...shown, ...(left > 0 ? [note(home.more(left))] : [])] }),
  )
}
