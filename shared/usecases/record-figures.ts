import type { Reading } from '../domain/amount.ts'
import { readAmount } from '../domain/amount.ts'
import type { CreditCode } from '../domain/enterprise.ts'
import type { Figures, Source } from '../domain/figures.ts'
import type { Programme } from '../domain/programme.ts'
import { afterMove, isDone, type Question, type Report } from '../domain/report.ts'
import { type ExplanationRefusal, refuseExplanation } from '../domain/rules/explanation.ts'
import { type Finding, judge } from '../domain/rules/judge.ts'
import type { Tally } from '../domain/tally.ts'
import type { Settlement } from '../ports.ts'
import { type Deed, settle } from './settle.ts'

/** What was typed for one firm, as it was typed. */
export type TypedFirm = {
  code: CreditCode
  figures: Readonly<Record<string, string>>
  answers?: readonly TypedAnswer[]
  /** Chosen against a colleague's figures that the officer has seen: the reason, and the sequence it was seen at. */
  override?: { reason: string; seen: number }
  /** A firm that is contested stays so until the officer chooses, however new the card. */
  contested?: boolean
}
/** One explanation answers every question about the same figure. */
export type TypedAnswer = { on: string; reason: string; text: string }

export type FirmResult =
  | { is: 'untouched'; report: Report }
  | { is: 'stored'; report: Report; findings: Finding[]; typed: TypedFirm; explanation?: ExplanationRefusal }
  /** Received before with the same values: a second press, a replay, a retyped message. */
  | { is: 'same'; report: Report; findings: Finding[]; typed: TypedFirm; explanation?: ExplanationRefusal }
  | { is: 'refused'; report: Report; findings: Finding[]; typed: TypedFirm }
  /** Somebody filed after this card was drawn: both are shown and the officer chooses with a reason. */
  | { is: 'superseded'; report: Report; mine: Figures; typed: TypedFirm }
  | { is: 'not-in-roster'; code: CreditCode }

export type Recorded =
  | { is: 'closed'; tally: Tally }
  | { is: 'recorded'; results: FirmResult[]; tally: Omit<Tally, 'head'>; settlement?: Settlement }

export type Filing = {
  programme: Programme
  tally: Tally
  reports: readonly Report[]
  /** The township's sequence when the card was drawn. */
  seen: number
  firms: readonly TypedFirm[]
  source: Source
  deed: Omit<Deed, 'move'>
}

/**
 * Takes in what an officer typed, firm by firm: a firm is stored whole or not at all. What is clean is stored, what is
 * refused stays with its sentences, what is questioned is stored as 待说明. A blank beside a filed figure means
 * unchanged; a blank alone is missing, never zero.
 */
export const recordFigures = (filing: Filing): Recorded => {
  const { tally, deed } = filing
  if (tally.closed) return { is: 'closed', tally }
  const results = filing.firms.map((typed) => fileFirm(filing, typed))
  const changes = results.flatMap((result) => {
    if (result.is !== 'stored') return []
    const before = filing.reports.find(({ code }) => code === result.report.code)
    return before ? [{ before, after: result.report }] : []
  })
  if (changes.length === 0) return { is: 'recorded', results, tally }
  const settlement = settle(tally, changes, { ...deed, move: 'file' })
  return { is: 'recorded', results, tally: settlement.after, settlement }
}

const fileFirm = (filing: Filing, typed: TypedFirm): FirmResult => {
  const report = filing.reports.find(({ code }) => code === typed.code)
  if (report === undefined) return { is: 'not-in-roster', code: typed.code }
  const readings = readingsOf(filing.programme, typed)
  const values = valuesOf(readings)
  const findings = judge({
    programme: filing.programme,
    month: report.month,
    readings,
    stored: report.figures,
    condition: 'normal',
    reference: report.reference,
  })
  if (Object.values(readings).every(({ is }) => is === 'missing') && !typed.answers?.length)
    return { is: 'untouched', report }
  const refusals = findings.filter(({ rule, severity }) => severity === 'refuse' && rule !== 'missing')
  if (refusals.length > 0) return { is: 'refused', report, findings: refusals, typed }

  const figures = { ...report.figures, ...values }
  const changed = !sameFigures(figures, report.figures)
  const seen = typed.override?.seen ?? (typed.contested ? 0 : filing.seen)
  if (changed && report.sequence > seen) return { is: 'superseded', report, mine: figures, typed }
  return store(filing, { report, figures, findings, changed, typed })
}

type Judged = { report: Report; figures: Figures; findings: Finding[]; changed: boolean; typed: TypedFirm }

const store = (
  { deed, source }: Filing,
  { report, figures, findings, changed, typed }: Judged,
): FirmResult => {
  const missing = findings.some(({ rule }) => rule === 'missing')
  const { questions, refused } = answered(questionsOf(findings, report, figures), typed.answers ?? [])
  const explanation = refused && { explanation: refused }
  const explains = questions.some(({ answer }, index) => answer !== report.questions[index]?.answer)
  const confirms = report.state === 'returned' && Object.keys(typed.figures).length > 0
  const state = afterMove(report.state, missing ? 'begin' : changed || confirms ? 'file' : 'explain')
  if (state === undefined || !(changed || confirms || explains))
    return { is: 'same', report, findings, typed, ...explanation }
  const { returned: _, note: __, ...rest } = report
  const after: Report = {
    ...rest,
    state,
    figures,
    source,
    condition: 'normal',
    questions,
    filedBy: deed.by,
    filedAt: deed.at,
    ...(isDone(state) && { completeAt: report.completeAt ?? deed.at }),
    ...(typed.override && { note: typed.override.reason }),
  }
  return { is: 'stored', report: after, findings, typed, ...explanation }
}

const readingsOf = (programme: Programme, typed: TypedFirm): Record<string, Reading> =>
  Object.fromEntries(
    programme.indicators.map(({ id, decimals }) => [id, readAmount(typed.figures[id] ?? '', { decimals })]),
  )

const valuesOf = (readings: Record<string, Reading>): Figures =>
  Object.fromEntries(
    Object.entries(readings).flatMap(([id, reading]) =>
      reading.is === 'amount' ? [[id, reading.value]] : [],
    ),
  )

const sameFigures = (a: Figures, b: Figures): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((id) => a[id] === b[id])

/** What the edits ask of the new figures. An answer given before stands as long as the figure it explains does. */
const questionsOf = (findings: readonly Finding[], report: Report, figures: Figures): Question[] =>
  findings
    .filter(({ severity }) => severity === 'explain')
    .map(({ rule, on }) => {
      const before = report.questions.find((question) => question.rule === rule && question.on === on)
      return before?.answer && figures[on] === report.figures[on] ? before : { rule, on }
    })

const answered = (questions: readonly Question[], answers: readonly TypedAnswer[]) => {
  let refused: ExplanationRefusal | undefined
  const next = questions.map((question): Question => {
    const answer = answers.find(({ on }) => on === question.on)
    if (answer === undefined || (answer.reason === '' && answer.text.trim() === '')) return question
    const why = refuseExplanation(answer.reason, answer.text)
    if (why === undefined) return { ...question, answer: { reason: answer.reason, text: answer.text.trim() } }
    refused = why
    return question
  })
  return { questions: next, refused }
}
