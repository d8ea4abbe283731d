import {
  cityDigest,
  districtDigest,
  headDigest,
  leaderDigest,
  reviewerDigest,
} from '../../../bot/cards/digests.ts'
import { helpCard } from '../../../bot/cards/help.ts'
import { type Card, link, note } from '../../../bot/cards/kit.ts'
import { missingCard } from '../../../bot/cards/missing.ts'
import { blockedCard, openedCard, underWayCard } from '../../../bot/cards/opened.ts'
import { progressCard } from '../../../bot/cards/progress.ts'
import { rulesCard } from '../../../bot/cards/rules.ts'
import { statisticsCard } from '../../../bot/cards/statistics.ts'
import { examplesFor } from '../../../bot/commands/examples.ts'
import { commands } from '../../../bot/commands/index.ts'
import { openingCard } from '../../../bot/flows/open-month.ts'
import { publicationCard, publishedCard } from '../../../bot/flows/publish-month.ts'
import { nameOf } from '../../../shared/domain/plan.ts'
import type { Progress } from '../../../shared/usecases/progress.ts'
import {
  district,
  FIRMS,
  firmName,
  month,
  now,
  officer,
  plan,
  programme,
  record,
  reports,
  tally,
  townships,
} from './month.ts'
import { returned } from './review.ts'
import { statistics } from './statistics.ts'
import { firm, owing, tallies } from './townships.ts'

const botChat = 'https://applink.feishu.cn/client/bot/open?appId=cli_0123456789abcdef'
const name = nameOf(plan.units, tally.township)
const districts = plan.units.filter(({ path }) => path.split('/').length === 2)

const progress: Progress = {
  unit: district,
  name: nameOf(plan.units, district),
  month,
  record,
  total: {
    unit: district,
    name: nameOf(plan.units, district),
    counts: tallies[0].counts,
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

const ofTownship: Progress = { ...progress, unit: tally.township, name, rows: [] }

const opening = {
  firms: FIRMS * townships.length,
  joined: reports.map(({ no }) => ({ ...firm, name: firmName(no) })),
  left: reports.map(({ no }) => ({ ...firm, name: firmName(no) })),
  moved: reports.map(({ no }) => ({
    firm: { ...firm, name: firmName(no) },
    from: tally.township,
    to: tally.township,
  })),
  renamed: reports.map(({ no }) => ({ firm: { ...firm, name: firmName(no) }, was: firmName(no) })),
  withoutOfficer: plan.units.slice(-townships.length),
}

const opened = {
  by: officer.name,
  townships: townships.length,
  firms: opening.firms,
  officers: 999,
  withoutOfficer: opening.withoutOfficer.map(({ name }) => name),
}

/** What goes into groups: units and totals, never a firm. */
export const groupCards = (): { name: string; card: Card }[] => [
  { name: 'progress', card: progressCard(plan, progress, now) },
  { name: 'missing-in-a-group', card: missingCard(plan, progress, progress.rows, { firms: [] }) },
  {
    name: 'missing-of-a-township-in-a-group',
    card: missingCard(plan, ofTownship, [], { firms: [], privately: true }),
  },
  {
    name: 'overdue-district',
    card: districtDigest(
      { plan, month },
      { at: now, name, townships: townships.length, complete: 0, owing, explained: owing },
      botChat,
    ),
  },
  {
    name: 'statistics',
    card: statisticsCard(plan, statistics, [link('看本地区（单聊）', botChat), note('某人 发布')]),
  },
]

/** What district, city and leaders are sent privately. */
export const officeCards = (): { name: string; card: Card }[] => [
  { name: 'missing', card: missingCard(plan, ofTownship, [], { firms: returned }) },
  { name: 'overdue-head', card: headDigest({ plan, month }, owing, tally.due) },
  { name: 'overdue-reviewer', card: reviewerDigest({ plan, month }, owing) },
  {
    name: 'overdue-city',
    card: cityDigest(
      { plan, month },
      {
        townships: 116,
        complete: 0,
        districts: districts.map((district) => ({
          name: district.name,
          count: 36,
          explained: 36,
          returned: 36,
        })),
      },
    ),
  },
  { name: 'review-leader', card: leaderDigest({ plan, month }, { townships: 36, firms: 5400 }) },
  { name: 'opening', card: openingCard(plan, record, opening) },
  { name: 'opened', card: openedCard(plan, month, opened, now) },
  { name: 'opening-under-way', card: underWayCard(plan, month, officer.name) },
  { name: 'blocked', card: blockedCard(plan, month, '2031') },
  { name: 'publication', card: publicationCard(plan, statistics, 11) },
  { name: 'published', card: publishedCard({ plan, who: officer, at: now }, statistics, 11) },
  { name: 'rules', card: rulesCard(programme, ['refuse', 'explain', 'hint']) },
  {
    name: 'help',
    card: helpCard(plan, commands, (command) => examplesFor({ plan, who: officer, at: now }, command)),
  },
]
