import { visibleAt } from '../../shared/domain/permission.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import { afterMove, openQuestions, type Report } from '../../shared/domain/report.ts'
import { byInfluence, totalsBefore } from '../../shared/domain/rules/influence.ts'
import { type Tally, unreviewedCount } from '../../shared/domain/tally.ts'
import type { Token } from '../declare.ts'
import { hintsToken } from '../flows/hints-token.ts'
import { condition } from '../words/condition.ts'
import { reviewSummary } from '../words/filing.ts'
import { review, stateNames } from '../words/review.ts'
import { hintWords } from '../words/review-hints.ts'
import { shownFigure } from './declared.ts'
import { officerIndicators } from './filing-indicators.ts'
import { footer } from './footer.ts'
import {
  type Card,
  card,
  choice,
  form,
  input,
  note,
  type Part,
  press,
  type RootPart,
  row,
  shorten,
  submit,
  table,
  text,
} from './kit.ts'
import { fitCard } from './page-size.ts'
import { explanations, isUnchanged, needsLook } from './review-explained.ts'

export type Reviewing = {
  programme: Programme
  townshipName: string
  tally: Tally
  reports: readonly Report[]
  /** How many firms were shown before. */
  from?: number
}
type ReviewToken = (step: string, from?: number) => Token

/**
 * A township's month for the district: first what needs a look, by how much it moves the total; then everything, then what
 * can be done; in pages.
 */
export const reviewCard = (reviewing: Reviewing, token: ReviewToken): Card => {
  const { reports, from = 0 } = reviewing
  const looked = reports.filter(needsLook(reviewing.programme))
  const first = byInfluence(looked, totalsBefore(reports), reviewing.programme)
  const ordered = [...first, ...reports.filter((report) => !first.includes(report))]
  const begin = from < ordered.length ? from : 0
  return fitCard(ordered.slice(begin), (shown, left) => draw(reviewing, { begin, shown, left }, token))
}

type Page = { begin: number; shown: readonly Report[]; left: number }

const draw = (reviewing: Reviewing, { begin, shown, left }: Page, token: ReviewToken): Card => {
  const { programme, townshipName, tally, reports } = reviewing
  const looked = shown.filter(needsLook(programme))
  const waiting = unreviewedCount(tally.counts)
  return card({
    title: review.title(townshipName, tally.month),
    tone: waiting > 0 ? 'blue' : 'green',
    tags: [`待审 ${waiting}`],
    summary: reviewSummary(tally.month),
    parts: [
      text(review.summary(tally.counts)),
      ...(begin === 0 || looked.length > 0
        ? [text(looked.length > 0 ? review.explainedTitle : review.noneExplained)]
        : []),
      ...looked.map((report) => text(explanations(report, programme))),
      figuresTable(shown, programme),
      ...(shown.length < reports.length
        ? [note(review.range(begin + 1, begin + shown.length, reports.length))]
        : []),
      row(ways(reviewing, { begin, shown, left }, token)),
      ...(shown.some(isReviewable) ? [returnForm(shown.filter(isReviewable), programme, token, begin)] : []),
      footer(programme),
    ],
  })
}

const isAcceptable = ({ state }: Report): boolean => state === 'submitted' || state === 'resubmitted'
const isReviewable = (report: Report): boolean => afterMove(report.state, 'return') !== undefined

const ways = ({ reports, tally }: Reviewing, { begin, shown, left }: Page, token: ReviewToken): Part[] => {
  const clean = reports.filter((report) => isAcceptable(report) && openQuestions(report).length === 0)
  const next = begin + shown.length
  return [
    ...(clean.length > 0 ? [acceptance(clean.length, shown.length < reports.length, token)] : []),
    ...(left > 0 ? [press(review.rest(left), token('show', next), { name: 'further' })] : []),
    ...(begin > 0 ? [press('从头看', token('show'), { name: 'beginning' })] : []),
    press('刷新', token('show', begin)),
    press(hintWords.button, hintsToken(tally)),
    press('看其他乡镇', token('list')),
  ]
}

/** It takes the clean firms of every page: where this page is not all, the button says so and asks once more. */
const acceptance = (clean: number, isPaged: boolean, token: ReviewToken): Part =>
  isPaged
    ? press(review.acceptEveryPage(clean), token('accept'), {
        kind: 'primary',
        confirm: review.everyPage(clean),
      })
    : press(review.acceptAll(clean), token('accept'), { kind: 'primary' })

const figuresTable = (reports: readonly Report[], programme: Programme): RootPart => {
  const indicators = visibleAt(programme, 'district')
  return table({
    columns: [
      { name: 'firm', title: '企业', width: '160px' },
      { name: 'state', title: '状态', width: '80px' },
      ...indicators.map(({ id, short, unit }) => ({
        name: id,
        title: `${short} ${unit}`,
        align: 'right' as const,
      })),
    ],
    rows: reports.map((report) => ({
      firm: `${report.no} ${shorten(report.name, 20)}`,
      state: report.condition === 'normal' ? stateNames[report.state] : condition.names[report.condition],
      ...Object.fromEntries(
        indicators.map((indicator) => [
          indicator.id,
          isUnchanged(report, indicator.id) ? review.asBefore : shownFigure(report, indicator),
        ]),
      ),
    })),
    pageSize: 10,
  })
}

const returnForm = (
  reports: readonly Report[],
  programme: Programme,
  token: ReviewToken,
  begin: number,
): RootPart =>
  form('return_form', [
    choice({
      name: 'firm',
      options: reports.map(({ code, no, name }) => ({ value: code, text: shorten(`${no} ${name}`, 24) })),
      placeholder: '选择企业',
    }),
    choice({
      name: 'field',
      options: [
        { value: 'all', text: review.wholeFirm },
        ...officerIndicators(programme).map(({ id, name }) => ({ value: id, text: name })),
      ],
      placeholder: review.field,
    }),
    choice({ name: 'reason', options: review.reasons, placeholder: '退回原因' }),
    input({ name: 'words', label: '补充一句（可不填）', maxLength: 80 }),
    row([submit(review.sendBack, token('return', begin)), submit('接受这一户', token('accept-one', begin))]),
  ])
