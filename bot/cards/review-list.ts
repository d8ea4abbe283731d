import { nameOf } from '../../shared/domain/plan.ts'
import { type Tally, unreviewedCount } from '../../shared/domain/tally.ts'
import { parentOf } from '../../shared/domain/unit.ts'
import type { Plan } from '../../shared/ports.ts'
import { queueToken, reviewToken } from '../flows/review-token.ts'
import { home } from '../words/home.ts'
import { review } from '../words/review.ts'
import { type Card, note, type Part, press, row } from './kit.ts'
import { fitCard } from './page-size.ts'
import { plainCard } from './plain.ts'
import { shortNames } from './short-names.ts'

/** Of one district: its findings whichever township they are of. */
const byInfluence = (tallies: readonly Tally[]): Part[] => {
  const [first] = tallies
  const districts = [...new Set(tallies.map(({ township }) => parentOf(township)))]
  const [district] = districts
  return first && district && districts.length === 1 && tallies.length > 1
    ? [press(review.byInfluence, queueToken({ ...first, district })(), { name: 'queue' })]
    : []
}

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
      ways: [row([...shown, ...byInfluence(tallies)]), ...(left > 0 ? [note(home.more(left))] : [])],
    }),
  )
}
