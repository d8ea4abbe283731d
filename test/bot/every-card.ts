import { filingHome } from '../../bot/cards/filing-home.ts'
import { missingCard } from '../../bot/cards/missing.ts'
import { owingCard } from '../../bot/cards/owing.ts'
import { progressCard } from '../../bot/cards/progress.ts'
import { returnedCard } from '../../bot/cards/returned.ts'
import { reviewCard } from '../../bot/cards/review-card.ts'
import { reviewList } from '../../bot/cards/review-list.ts'
import { statisticsCard } from '../../bot/cards/statistics.ts'
import { openingCard } from '../../bot/flows/open-month.ts'
import { publicationCard } from '../../bot/flows/publish-month.ts'
import { enterpriseCard } from '../../bot/flows/record-listing.ts'
import { reviewToken } from '../../bot/flows/review-month.ts'
import { reminders } from '../../bot/words/reminders.ts'
import { Enterprise } from '../../shared/domain/enterprise.ts'
import { Month } from '../../shared/domain/month.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { openCount } from '../../shared/domain/tally.ts'
import type { Progress } from '../../shared/usecases/progress.ts'
import { filingCards } from './fullest/filing.ts'
import {
  codeOf,
  explained,
  FIRMS,
  firmName,
  month,
  now,
  plan,
  programme,
  record,
  reports,
  reviewer,
  tally,
  tallyOf,
  townships,
} from './fullest/month.ts'
import { statistics } from './fullest/statistics.ts'

const waiting = reports.map((report) => ({ ...report, state: 'returned' as const }))
const tallies = townships.map((township) => tallyOf(township, waiting))
const reviewable = townships.map((township) => tallyOf(township))
const officers = tallies.slice(0, 5)
const owing = tallies.map(({ township, counts, difficulty }) => ({
  name: nameOf(plan.units, township),
  open: openCount(counts),
  difficulty: difficulty?.reason,
}))

const firm = Enterprise.parse({
  code: codeOf(1),
  name: firmName(1),
  unit: tally.township,
  division: '37',
  tier: programme.tiers[0]?.id,
  from: Month.parse('2022-01'),
})

const progress: Progress = {
  unit: tally.township,
  name: nameOf(plan.units, tally.township),
  month,
  record,
  total: {
    unit: tally.township,
    name: '',
    counts: tally.counts,
    complete: 0,
    townships: 36,
    difficulty: true,
  },
  rows: tallies.map(({ township, counts }) => ({
    unit: township,
    name: nameOf(plan.units, township),
    counts,
    complete: 0,
    townships: 1,
    difficulty: true,
  })),
}

const reviewing = (of: typeof reports) =>
  reviewCard(
    { programme, townshipName: nameOf(plan.units, tally.township), tally, reports: of },
    reviewToken(tally),
  )

const reminder = {
  title: reminders.overdueTitle(month, owing.slice(0, 5)),
  tone: 'orange' as const,
  body: reminders.overdueBody(owing.slice(0, 5), tally.due),
  difficulty: '说明困难',
}

/** Every card that anybody is sent, at its fullest: for what Feishu takes, for the benchmark and for screenshots. */
export const everyCard = (): { name: string; card: object }[] => [
  { name: 'filing-home', card: filingHome(plan, officers) },
  ...filingCards(),
  { name: 'owing', card: owingCard(plan, officers, reminder) },
  { name: 'returned', card: returnedCard(plan, tally, waiting) },
  { name: 'review', card: reviewing(reports) },
  { name: 'review-explained', card: reviewing(reports.map(explained)) },
  { name: 'review-list', card: reviewList(plan, reviewable) },
  { name: 'progress', card: progressCard(plan, progress, now) },
  {
    name: 'missing',
    card: missingCard(
      plan,
      { ...progress, total: { ...progress.total, counts: officers[0]?.counts ?? tally.counts } },
      progress.rows,
      waiting,
    ),
  },
  { name: 'enterprise', card: enterpriseCard(plan, reviewer, firm, reports[0]) },
  {
    name: 'opening',
    card: openingCard(plan, record, {
      firms: FIRMS * townships.length,
      joined: reports.map(({ no }) => ({ ...firm, name: firmName(no) })),
      left: reports.map(({ no }) => ({ ...firm, name: firmName(no) })),
      withoutOfficer: plan.units.slice(-townships.length),
    }),
  },
  { name: 'publication', card: publicationCard(plan, statistics, 11) },
  { name: 'statistics', card: statisticsCard(plan, statistics) },
]
