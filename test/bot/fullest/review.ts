import type { Card } from '../../../bot/cards/kit.ts'
import { returnedCard } from '../../../bot/cards/returned.ts'
import { reviewCard } from '../../../bot/cards/review-card.ts'
import { reviewHintsCard } from '../../../bot/cards/review-hints.ts'
import { reviewList } from '../../../bot/cards/review-list.ts'
import { reviewQueue } from '../../../bot/cards/review-queue.ts'
import { townshipNews } from '../../../bot/cards/township-news.ts'
import { reviewToken } from '../../../bot/flows/review-token.ts'
import { Figures } from '../../../shared/domain/figures.ts'
import { nameOf } from '../../../shared/domain/plan.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { pointedOut } from '../../../shared/domain/rules/pointed-out.ts'
import { district, explained, plan, programme, reports, tally, tallyOf, townships, words } from './month.ts'

export const returned = reports.map((report): Report => ({ ...report, state: 'returned' }))
const halted = reports.map(
  (report): Report => ({ ...report, state: 'inactive', condition: 'suspended', note: words.slice(0, 80) }),
)

const ofOneField = (report: Report): Report => ({
  ...report,
  returned: report.returned && { ...report.returned, on: 'power' },
})
const mended = (report: Report): Report => ({
  ...explained(report),
  mended: { was: report.reference.last ?? {}, reason: words, on: 'power' },
})

/** Filed without a question, and with everything to point out that a December may have. */
const pressing = (report: Report): Report => {
  const figures = Figures.parse({ ...report.figures, sales: 20_500_000, tax: 4_100_000, power: 10_000 })
  const last = Figures.parse({ ...figures, sales: 3_000_000 })
  const yearToDate = Figures.parse({ sales: 0 })
  const year = { logMedian: Math.log(300), logMad: 0.6, months: 24, salesPerKwh: 100, taxRun: 2 }
  return { ...report, figures, reference: { last, yearToDate, ...year } }
}

const review = (of: readonly Report[], from = 0): Card =>
  reviewCard(
    { programme, townshipName: nameOf(plan.units, tally.township), tally, reports: of, from },
    reviewToken(tally),
  )

const queue = (from: number): Card => {
  const months = [{ tally, reports: reports.map(explained) }]
  const card = reviewQueue(plan, { month: tally.month, district, months, from })
  if (card === undefined) throw new Error('every firm is asked about')
  return card
}

export const reviewCards = (): { name: string; card: Card }[] => [
  { name: 'review', card: review(reports) },
  { name: 'review-explained', card: review(reports.map(explained)) },
  { name: 'review-further', card: review(reports.map(explained), 20) },
  { name: 'review-clean', card: review(reports.map((report) => ({ ...report, questions: [] }))) },
  { name: 'review-mended', card: review(reports.map(mended)) },
  { name: 'review-halted', card: review(halted) },
  {
    name: 'review-hints',
    card: reviewHintsCard({
      ...{ programme, townshipName: nameOf(plan.units, tally.township), tally },
      pointedOut: pointedOut(programme, tally.township, reports.map(pressing), new Map()),
    }),
  },
  { name: 'review-queue', card: queue(0) },
  {
    name: 'review-list',
    card: reviewList(
      plan,
      townships.map((township) => tallyOf(township)),
    ),
  },
  { name: 'returned', card: returnedCard(plan, tally, returned) },
  { name: 'returned-field', card: returnedCard(plan, tally, returned.map(ofOneField)) },
  { name: 'returned-again', card: returnedCard(plan, tally, returned, returned[0]?.code) },
  { name: 'township-news', card: townshipNews(plan, tally, halted) },
]
