import { nameOf } from '../../shared/domain/plan.ts'
import { type Tally, unreviewedCount } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import { reviewToken } from '../flows/review-token.ts'
import { home } from '../words/home.ts'
import { review } from '../words/review.ts'
import { type Card, note, press, row } from './kit.ts'
import { fitCard } from './page-size.ts'
import { plainCard } from './plain.ts'
import { shortNames } from './short-names.ts'

/** The townships that wait for a reviewer, one button each. */
export const reviewList = (plan: Plan, tallies: readonly Tally[]): Card => {
  const [first] = tallies
  if (first === undefined) throw new Error('a review of no township')
  const names = shortNames(tallies.map(({ township }) => nameOf(plan.units, township)))
  const buttons = tallies.map((tally, index) =>
    press(
      review.townshipButton(names[index] ?? '', unreviewedCount(tally.counts)),
      reviewToken(tally)('show'),
      { name: `township_${index}` },
    ),
  )
  return fitCard(buttons, (shown, left) =>
    plainCard(plan, first.month, {
      title: review.listTitle(first.month, tallies.length),
      tone: 'blue',
      body: review.listBody,
      ways: [row(shown), ...(left > 0 ? [note(home.more(left))] : [])],
    }),
  )
}
