import { conditionChoice, conditionDone, conditionForm } from '../../bot/cards/condition.ts'
import {
  correctionApplied,
  correctionChoice,
  correctionDecided,
  correctionForm,
  correctionSent,
} from '../../bot/cards/correction-ask.ts'
import { correctionAnswered, correctionList, correctionLook } from '../../bot/cards/correction-decide.ts'
import { colleagueExplained, colleagueResumed, difficultyForm } from '../../bot/cards/difficulty.ts'
import { enterpriseCard } from '../../bot/cards/enterprise.ts'
import { filingHome } from '../../bot/cards/filing-home.ts'
import { filingPage } from '../../bot/cards/filing-page.ts'
import { filingResult } from '../../bot/cards/filing-result.ts'
import { type Card, escaped } from '../../bot/cards/kit.ts'
import { missingCard } from '../../bot/cards/missing.ts'
import { overriddenCard } from '../../bot/cards/overridden.ts'
import { permitGiven, permitList } from '../../bot/cards/permit.ts'
import { returnedCard } from '../../bot/cards/returned.ts'
import { reviewCard } from '../../bot/cards/review-card.ts'
import { townshipNews } from '../../bot/cards/township-news.ts'
import { haltToken } from '../../bot/flows/change-condition.ts'
import { filingToken } from '../../bot/flows/filing-token.ts'
import { openingCard } from '../../bot/flows/open-month.ts'
import { publishedCard } from '../../bot/flows/publish-month.ts'
import { reviewToken } from '../../bot/flows/review-token.ts'
import { Figures } from '../../shared/domain/figures.ts'
import type { Report } from '../../shared/domain/report.ts'
import { judgeStored } from '../../shared/domain/rules/judge.ts'
import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import { aCorrection, answered as answeredCorrection } from './fullest/correction.ts'
import { detailOf, hitsOf, noneOf } from './fullest/firm.ts'
import { importCards } from './fullest/import.ts'
import {
  aReport,
  explained,
  month,
  now,
  officer,
  plan,
  programme,
  record,
  reviewer,
  tally,
} from './fullest/month.ts'
import { operateCards } from './fullest/operate.ts'
import { registryCardsOf } from './fullest/registry.ts'
import { statistics } from './fullest/statistics.ts'
import { firm, tallies } from './fullest/townships.ts'
import { trailCards } from './fullest/trail.ts'
import { previewOf } from './fullest/workbook.ts'

/** Every card that shows a firm, a person or somebody's words, with one name and one note everywhere. */
export const namedCards = (name: string): Card[] => {
  const who = { ...officer, name }
  const report: Report = {
    ...aReport(1),
    name,
    note: name,
    returned: { by: officer.id, at: now, reason: name },
  }
  const answered: Report = {
    ...explained(report),
    questions: report.questions.map((question) => ({ ...question, answer: { reason: '其他', text: name } })),
  }
  const halted: Report = { ...report, code: aReport(2).code, state: 'inactive', condition: 'moved' }
  const sentBack: Report = {
    ...report,
    code: aReport(3).code,
    state: 'returned',
    questions: [{ rule: 'returned', on: 'returned' }],
  }
  const state = { ...tally, codes: [report.code], seen: 1 }
  const place = { programme, townshipName: '金沙街道', tally }
  const condition = (step: string) => ({ flow: 'change-condition', version: 1, step, state: {} })
  const page = (indicator?: string) =>
    filingPage(
      { ...place, reports: [sentBack], at: now, state: { ...state, ...(indicator && { indicator }) } },
      filingToken(state),
    )
  const result = (one: FirmResult) =>
    filingResult(
      {
        ...place,
        results: [one],
        names: new Map([[officer.id, name]]),
        by: name,
        at: now,
        nextUp: [report],
      },
      filingToken(state),
    )
  const typed = {
    code: report.code,
    figures: { sales: name },
    answers: [{ on: 'sales', reason: '其他', text: name }],
  }
  const [finding] = judgeStored(programme, report)
  const asked = aCorrection(name, name)
  const difficulty = { by: officer.id, at: now, reason: name, scope: 'township' as const }
  const said = { name: '金沙街道', who: escaped(name), open: 3 }
  const tokens = { file: haltToken(tally), resume: haltToken(tally) }
  const changed = {
    moved: [{ firm: { ...firm, name }, from: tally.township, to: tally.township }],
    renamed: [{ firm: { ...firm, name }, was: name }],
  }
  const firms = { joined: [{ ...firm, name }], left: [{ ...firm, name }] }
  return [
    page(),
    page('power'),
    result({ is: 'refused', report, typed, findings: finding ? [finding] : [] }),
    result({ is: 'superseded', report, mine: Figures.parse({ sales: 1 }), typed }),
    result({
      is: 'stored',
      report,
      typed,
      findings: judgeStored(programme, report),
      explanation: 'too-short',
    }),
    result({ is: 'same', report: sentBack, typed, findings: [] }),
    returnedCard(plan, tally, [sentBack]),
    returnedCard(plan, tally, [sentBack], sentBack.code),
    correctionChoice(plan, tally, { reports: [report], from: 0, asked: [asked], at: now }),
    correctionForm(plan, report, { expires: now, reason: name }),
    correctionSent(plan, asked),
    correctionApplied(plan, answeredCorrection(asked, name)),
    permitGiven(plan, tally, { permit: { by: officer.id, at: now, until: now, reason: name }, by: name }),
    permitList(
      plan,
      month,
      [{ township: tally.township, permit: { by: officer.id, at: now, until: now, reason: name }, by: name }],
      now,
    ),
    correctionDecided(plan, answeredCorrection(asked, name), name),
    correctionList(plan, month, [asked]),
    correctionLook(plan, report, { correction: asked, by: name }),
    correctionAnswered(plan, answeredCorrection(asked, name)),
    reviewCard({ ...place, reports: [answered, halted, sentBack] }, reviewToken(tally)),
    townshipNews(plan, { ...tally, difficulties: [difficulty] }, [halted]),
    missingCard(
      plan,
      {
        unit: tally.township,
        name: '金沙街道',
        month,
        record,
        total: {
          unit: tally.township,
          name: '',
          counts: tallies[0].counts,
          complete: 0,
          townships: 1,
          difficulty: true,
        },
        rows: [],
      },
      [],
      { firms: [report] },
    ),
    enterpriseCard(plan, reviewer, { ...firm, name }, report),
    detailOf(report),
    noneOf(report),
    hitsOf([report]),
    openingCard(plan, record, { firms: 2, ...firms, ...changed, withoutOfficer: [] }),
    conditionChoice(
      plan,
      tally,
      { reports: [report], from: 0 },
      { token: condition, back: haltToken(tally) },
    ),
    conditionForm(plan, report, { token: condition, back: haltToken(tally) }),
    conditionDone(
      plan,
      { report, to: 'moved', counts: tally.counts },
      { again: haltToken(tally), file: haltToken(tally) },
    ),
    publishedCard({ plan, who, at: now }, statistics, 11),
    overriddenCard(plan, tally, name, [
      {
        report,
        version: {
          ...{ code: report.code, month, revision: 1, at: now, by: officer.id, via: '', move: 'file' },
          ...{ state: report.state, condition: report.condition, questions: [], reason: name },
          ...{ before: report.figures, after: Figures.parse({ sales: 1 }), seal: '' },
        },
      },
    ]),
    previewOf(name),
    ...importCards(name, 1).map((one) => one.card),
    ...trailCards(name).map((one) => one.card),
    ...operateCards(name).map((one) => one.card),
    ...registryCardsOf(name, name).map((one) => one.card),
    colleagueExplained(plan, { ...said, at: now, reason: escaped(name) }, tally, tokens),
    colleagueResumed(plan, said, tally, { file: tokens.file, ask: tokens.resume }),
    difficultyForm(
      plan,
      { township: '金沙街道', speaking: { for: 'township', colleagues: [escaped(name)] } },
      month,
      { tell: tokens.file, back: { ...tokens.file, step: 'home' } },
    ),
    filingHome({
      plan,
      tallies: [tally],
      shared: new Map([[tally.township, [{ name, firms: 3 }]]]),
      at: now,
    }),
  ]
}
