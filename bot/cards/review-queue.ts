import type { Month } from '../../shared/domain/month.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import { byInfluence, totalsBefore } from '../../shared/domain/rules/influence.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Plan } from '../../shared/ports.ts'
import { queueToken, reviewToken } from '../flows/review-token.ts'
import { reviewSummary } from '../words/filing.ts'
import { review } from '../words/review.ts'
import { footer } from './footer.ts'
import { type Card, card, note, type Part, press, row, shorten, text } from './kit.ts'
import { fitCard } from './page-size.ts'
import { explanations, needsLook } from './review-explained.ts'

export type Queue = {
  month: Month
  district: UnitPath
  months: readonly { tally: Tally; reports: readonly Report[] }[]
  /** How many findings were shown before. */
  from: number
}
type Found = { report: Report; tally: Tally; place: number }

/** What a district has to look at in all its townships, what moves its total most first; in pages. */
export const reviewQueue = (plan: Plan, queue: Queue): Card | undefined => {
  const all = queue.months.flatMap(({ reports }) => reports)
  const ordered = byInfluence(all.filter(needsLook(plan.programme)), totalsBefore(all), plan.programme)
  if (ordered.length === 0) return undefined
  const tallyOf = new Map(queue.months.map(({ tally }) => [tally.township, tally]))
  const found = ordered.flatMap((report, place): Found[] => {
    const tally = tallyOf.get(report.township)
    return tally ? [{ report, tally, place }] : []
  })
  const begin = queue.from < found.length ? queue.from : 0
  return fitCard(found.slice(begin), (shown, left) => {
    const next = begin + shown.length
    const token = queueToken({ ...queue, programme: plan.programme.id })
    return card({
      title: review.queueTitle(nameOf(plan.units, queue.district), queue.month, found.length),
      tone: 'blue',
      summary: reviewSummary(queue.month),
      parts: [
        text(review.queueBody),
        ...shown.flatMap((one) => findingParts(plan, one)),
        note(review.range(begin + 1, next, found.length)),
        row([
          ...(left > 0 ? [press(review.rest(left), token(next), { name: 'further', kind: 'primary' })] : []),
          ...(begin > 0 ? [press('从头看', token(0), { name: 'beginning' })] : []),
          press('刷新', token(begin), { name: 'again' }),
        ]),
        footer(plan.programme),
      ],
    })
  })
}

const findingParts = (plan: Plan, { report, tally, place }: Found): Part[] => {
  const township = shorten(nameOf(plan.units, report.township), 16)
  return [
    text(`${township}　${explanations(report, plan.programme)}`),
    press(review.toTownship(township), reviewToken(tally)('show'), { name: `firm_${place}` }),
  ]
}
