import type { Instant } from '../../shared/domain/instant.ts'
import { shortMonth } from '../../shared/domain/month.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Report } from '../../shared/domain/report.ts'
import { openCount, type Tally } from '../../shared/domain/tally.ts'
import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import { explainTag, filing, receiptNumber, summaryOf } from '../words/filing.ts'
import { whyWords } from '../words/findings.ts'
import { goOn } from '../words/owed.ts'
import { resultTitle } from '../words/result-title.ts'
import { contestedBlock, refusedBlock } from './filing-blocks.ts'
import { contest, contestedOf } from './filing-contest.ts'
import { type QuestionBlock, questionBlocks } from './filing-questions.ts'
import { remarks } from './filing-remarks.ts'
import type { FilingToken } from './filing-state.ts'
import { footer } from './footer.ts'
import {
  type Card,
  card,
  fold,
  form,
  hr,
  note,
  type Part,
  press,
  type RootPart,
  row,
  submit,
  text,
} from './kit.ts'
import { fitCard, fits } from './page-size.ts'

export type Outcome = {
  programme: Programme
  townshipName: string
  tally: Pick<Tally, 'counts' | 'due' | 'closes' | 'month' | 'sequence' | 'explainBy'>
  results: readonly FirmResult[]
  /** Names of colleagues whose figures were there first. */
  names: ReadonlyMap<string, string>
  by: string
  at: Instant
  /** The first firms that are still to be filed. */
  nextUp: readonly Report[]
  /** Set while a page asks one figure of many firms: what is refused comes back with that figure alone. */
  indicator?: string | undefined
  /** Set where nothing was sent: the questions of what was filed before are shown again. */
  again?: boolean
  /** What else is to be said, straight after the receipt. */
  said?: readonly string[]
}

/** After a submit: only what is left to do, and a numbered receipt of the rest. */
export const filingResult = (outcome: Outcome, token: FilingToken): Card => {
  const whole = drawn(outcome, token, { answers: true })
  return fits(whole) ? whole : drawn(outcome, token, { answers: false })
}

/** Questions that do not fit wait behind 补说明. */
const drawn = (outcome: Outcome, token: FilingToken, keep: { answers: boolean }): Card => {
  const { programme, results } = outcome
  const refused = results.filter((result) => result.is === 'refused')
  const contested = results.filter((result) => result.is === 'superseded')
  const must = [
    ...refused.flatMap((result) =>
      refusedBlock(result, programme, { only: outcome.indicator, answers: keep.answers }),
    ),
    ...contested.flatMap((result) => contestedBlock(result, programme, outcome.names)),
  ]
  const codes = [...refused, ...contested].map(({ report }) => report.code)
  const asked = results.filter(isSettled).toSorted(refusedFirst).flatMap(questionsOf(programme))
  return fitCard(asked, (shown) => draw(outcome, token, { must, codes, sends: refused.length > 0, shown }))
}

type Settled = Extract<FirmResult, { is: 'stored' | 'same' }>
const isSettled = (result: FirmResult): result is Settled => result.is === 'stored' || result.is === 'same'

/** What somebody has just typed to no avail stands first, whatever else has to wait. */
const refusedFirst = (a: Settled, b: Settled): number =>
  Number(a.explanation === undefined) - Number(b.explanation === undefined)

const questionsOf =
  (programme: Programme) =>
  ({ report, findings, typed, explanation }: Settled): QuestionBlock[] =>
    questionBlocks(report, findings, programme, { ...typed, explanation })

type Left = {
  must: readonly Part[]
  codes: Report['code'][]
  /** Something was refused: everything that stands on the card is sent again. */
  sends: boolean
  shown: readonly QuestionBlock[]
}

const draw = (outcome: Outcome, token: FilingToken, { must, codes, sends, shown }: Left): Card => {
  const { programme, tally, results } = outcome
  const left = [...new Set([...codes, ...shown.map(({ code }) => code)])]
  const asked = new Set(shown.map(({ code }) => code))
  const asking = asked.size
  const isReceived = results.some(({ is }) => is === 'stored')
  const number = receiptNumber(tally.month, outcome.townshipName, outcome.at, tally.sequence)
  return card({
    title: resultTitle(results, shortMonth(tally.month), asked),
    tone: must.length > 0 ? 'orange' : openCount(tally.counts) === 0 ? 'green' : 'blue',
    tags: [...(isReceived ? [`回执 ${number}`] : []), ...(asking > 0 ? [explainTag(tally.explainBy)] : [])],
    summary: summaryOf(tally.month, tally.counts),
    parts: [
      text(remarks(outcome)),
      ...(left.length > 0 ? [leftForm(outcome, token, { must, sends, left, shown })] : []),
      ...(asking > 0 ? [fold(filing.whyTitle, [text(whyWords(shown.flatMap(({ rules }) => rules)))])] : []),
      ...(asking > 0 ? [note(filing.asItIs)] : []),
      ...(must.length > 0
        ? [note(sends ? filing.mendFirst : filing.agreeFirst)]
        : [hr(), row(ways(outcome, asking, token))]),
      footer(programme),
    ],
  })
}

const leftForm = (
  outcome: Outcome,
  token: FilingToken,
  { must, sends, left, shown }: Omit<Left, 'codes'> & { left: Report['code'][] },
): RootPart => {
  const state = { codes: left, seen: outcome.tally.sequence, contested: contestedOf(outcome) }
  const words = sends ? `提交这 ${left.length} 户` : '提交说明'
  return form('rest_form', [
    ...must,
    ...(state.contested ? contest(token, state) : []),
    ...shown.flatMap(({ parts }) => parts),
    row([
      // Firms that are only contested are settled by the two buttons under them.
      ...(sends || shown.length > 0 ? [submit(words, token('submit', state), { kind: 'primary' })] : []),
      press(must.length > 0 ? '先放着' : '问过企业再说', token('later', state)),
    ]),
  ])
}

/** A firm whose questions stand open above is not asked for a second time. */
const ways = ({ tally, again }: Outcome, asking: number, token: FilingToken): Part[] => {
  const { questioned } = tally.counts
  return [
    ...(openCount(tally.counts) > 0 ? [press(goOn(tally.counts), token('rest', fresh))] : []),
    ...(questioned > asking && !again ? [press(`补说明（${questioned} 户）`, token('explain', fresh))] : []),
    press('查看、修改已报', token('filed', fresh)),
  ]
}
const fresh = { codes: [], indicator: undefined, contested: undefined, filed: undefined }
