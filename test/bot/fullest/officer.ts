import { closedCard } from '../../../bot/cards/closed.ts'
import { completeCard } from '../../../bot/cards/complete.ts'
import { conditionChoice, conditionDone, conditionForm } from '../../../bot/cards/condition.ts'
import {
  colleagueExplained,
  colleagueResumed,
  difficultyForm,
  difficultyNoted,
  remindersResumed,
} from '../../../bot/cards/difficulty.ts'
import { enterpriseCard } from '../../../bot/cards/enterprise.ts'
import { filingHome } from '../../../bot/cards/filing-home.ts'
import { FIRMS_BY_INDICATOR } from '../../../bot/cards/filing-page.ts'
import { type Card, escaped } from '../../../bot/cards/kit.ts'
import { type Overridden, overriddenCard } from '../../../bot/cards/overridden.ts'
import { owingCard } from '../../../bot/cards/owing.ts'
import { haltToken } from '../../../bot/flows/change-condition.ts'
import { filingToken } from '../../../bot/flows/filing-token.ts'
import { difficultyToken, resumeToken } from '../../../bot/flows/report-difficulty.ts'
import { receiptNumber } from '../../../bot/words/filing.ts'
import { reminders } from '../../../bot/words/reminders.ts'
import { Figures } from '../../../shared/domain/figures.ts'
import { nameOf } from '../../../shared/domain/plan.ts'
import { openCount } from '../../../shared/domain/tally.ts'
import {
  aReport,
  firmName,
  month,
  now,
  officer,
  plan,
  reports,
  reviewer,
  tally,
  townships,
  words,
} from './month.ts'
import { firm, owing, tallies } from './townships.ts'

const name = nameOf(plan.units, tally.township)
const everybody = new Map(
  townships.map((township) => [
    township,
    [
      { name: officer.name, firms: 75 },
      { name: reviewer.name, firms: 75 },
    ],
  ]),
)
const halted = aReport(1, { condition: 'suspended', state: 'inactive', note: words, name: firmName(1) })
const step = (to: string) => ({
  flow: 'change-condition',
  version: 1,
  step: to,
  state: haltToken(tally).state,
})
const file = filingToken({ ...tally, codes: [], seen: tally.sequence })('rest')

const resume = resumeToken(tally)
/** Every firm of a page, each figure another one. */
const replaced = reports.slice(0, FIRMS_BY_INDICATOR).map((report): Overridden => {
  const { code, revision, state, condition, figures, questions } = report
  const before = Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, value - 1]))
  return {
    report,
    version: {
      ...{ code, month, revision, state, condition, questions, at: now, by: officer.id, move: 'file' },
      ...{ via: 'card:report-figures@1', before: Figures.parse(before), after: figures, reason: words },
      seal: '',
    },
  }
}) as [Overridden, ...Overridden[]]
/** More colleagues than are named. */
const speaking = { for: 'township', colleagues: Array.from({ length: 9 }, () => officer.name) } as const
const said = { name, who: officer.name, open: openCount(tallies[0].counts) }

/** What an officer is sent, with as many townships as a district has. */
export const officerCards = (): { name: string; card: Card }[] => [
  { name: 'filing-home', card: filingHome({ plan, tallies, shared: everybody, at: tally.due + 1 }) },
  {
    name: 'owing',
    card: owingCard(plan, tallies, {
      title: reminders.overdueTitle(month, owing),
      tone: 'orange',
      body: reminders.overdueBody(owing, tally.due, tally.closes),
    }),
  },
  { name: 'month-closed', card: closedCard(plan, tally, owing) },
  { name: 'complete', card: completeCard(plan, tally, receiptNumber(month, name, now, 12_345)) },
  {
    name: 'condition-choice',
    card: conditionChoice(plan, tally, { reports, from: 0 }, { token: step, back: file }),
  },
  { name: 'condition-form', card: conditionForm(plan, halted, { token: step, back: file }) },
  {
    name: 'condition-done',
    card: conditionDone(
      plan,
      { report: halted, to: 'deregistered', counts: tallies[0].counts },
      { again: haltToken(tally), file },
    ),
  },
  {
    name: 'difficulty-form',
    card: difficultyForm(plan, { township: name, speaking }, month, {
      tell: difficultyToken(tally),
      back: file,
    }),
  },
  {
    name: 'difficulty-noted',
    card: difficultyNoted(plan, { township: name, speaking }, tallies[0], { file, resume }),
  },
  {
    name: 'reminders-resumed',
    card: remindersResumed(plan, { township: name, shared: true }, tallies[0], { file, ask: resume }),
  },
  {
    name: 'colleague-explained',
    card: colleagueExplained(plan, { ...said, at: now, reason: escaped(words) }, tallies[0], {
      file,
      resume,
    }),
  },
  { name: 'overridden', card: overriddenCard(plan, tally, officer.name, replaced) },
  { name: 'colleague-resumed', card: colleagueResumed(plan, said, tallies[0], { file, ask: resume }) },
  { name: 'enterprise-of-an-officer', card: enterpriseCard(plan, officer, firm, halted) },
  {
    name: 'enterprise-of-a-district',
    card: enterpriseCard(plan, reviewer, firm, aReport(1, { note: words })),
  },
]
