import type { Reading } from '../domain/amount.ts'
import { readAmount } from '../domain/amount.ts'
import type { CreditCode } from '../domain/enterprise.ts'
import { type Condition, type Figures, type Source, sameFigures } from '../domain/figures.ts'
import type { IndicatorId, Programme } from '../domain/programme.ts'
import {
  afterMove,
  isDone,
  type Question,
  RETURNED,
  type Report,
  type ReportState,
} from '../domain/report.ts'
import type { ExplanationRefusal } from '../domain/rules/explanation.ts'
import { type Finding, judge } from '../domain/rules/judge.ts'
import type { Tally } from '../domain/tally.ts'
import type { Settlement } from '../ports.ts'
import { answered, questionsOf, type TypedAnswer } from './questions.ts'
import { type Deed, settle } from './settle.ts'

/** What was typed for one firm, as it was typed. */
export type TypedFirm = {
  code: CreditCode
  figures: Readonly<Record<string, string>>
  /** Figures whose inputs came back empty. */
  blank?: readonly string[]
  answers?: readonly TypedAnswer[]
  /** 本月无: figures that were not typed but declared to be nothing, and come as a `0` like any other. */
  declared?: readonly IndicatorId[]
  /** Chosen against a colleague's figures that the officer has seen: the reason, and the sequence it was seen at. */
  override?: { reason: string; seen: number }
  /** A firm that is contested stays so until the officer chooses, however new the card. */
  contested?: boolean
}

/** `kept`: figures whose inputs were emptied although they had been filed, and which stay as they were. */
export type FirmResult =
  | { is: 'untouched'; report: Report; kept?: readonly string[] }
  | (Taken & { is: 'stored' })
  /** Received before with the same values: a second press, a replay, a retyped message. */
  | (Taken & { is: 'same' })
  /** Without a finding: the firm was sent back after the card was drawn, and the reason is to be read first. */
  | { is: 'refused'; report: Report; findings: Finding[]; typed: TypedFirm; kept?: readonly string[] }
  /** Somebody filed after this card was drawn: both are shown and the officer chooses with a reason. */
  | { is: 'superseded'; report: Report; mine: Figures; typed: TypedFirm }
  | { is: 'not-in-roster'; code: CreditCode }

type Taken = {
  report: Report
  findings: Finding[]
  typed: TypedFirm
  explanation?: ExplanationRefusal
  kept?: readonly string[]
}

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
  const results = filing.firms.map((typed) => withKept(fileFirm(filing, typed), filing, typed))
  const changes = results.flatMap((result) => {
    if (result.is !== 'stored') return []
    const before = filing.reports.find(({ code }) => code === result.report.code)
    const { override } = result.typed
    return before ? [{ before, after: result.report, ...(override && { reason: override.reason }) }] : []
  })
  if (changes.length === 0) return { is: 'recorded', results, tally }
  const settlement = settle(tally, changes, { ...deed, move: 'file' })
  return { is: 'recorded', results, tally: settlement.after, settlement }
}

/** A card that was drawn before the firm's last change may have shown the input empty: nobody emptied it then. */
const withKept = (
  result: FirmResult,
  { reports, seen }: Filing,
  { code, blank = [] }: TypedFirm,
): FirmResult => {
  const before = reports.find((report) => report.code === code)
  if (before === undefined || before.sequence > seen) return result
  const kept = blank.filter((id) => before.figures[id] !== undefined)
  return kept.length === 0 || result.is === 'superseded' || result.is === 'not-in-roster'
    ? result
    : { ...result, kept }
}

const fileFirm = (filing: Filing, typed: TypedFirm): FirmResult => {
  const report = filing.reports.find(({ code }) => code === typed.code)
  if (report === undefined) return { is: 'not-in-roster', code: typed.code }
  const readings = readingsOf(filing.programme, typed)
  const values = valuesOf(readings)
  const untouched = Object.values(readings).every(({ is }) => is === 'missing')
  const condition = untouched ? report.condition : 'normal'
  const findings = judge({
    programme: filing.programme,
    month: report.month,
    readings,
    stored: report.figures,
    condition,
    reference: report.reference,
  })
  if (untouched && !typed.answers?.length) return { is: 'untouched', report }
  const refusals = findings.filter(({ rule, severity }) => severity === 'refuse' && rule !== 'missing')
  if (refusals.length > 0) return { is: 'refused', report, findings: refusals, typed }

  const figures = { ...report.figures, ...values }
  // A firm that stood still produces again, with whatever figures.
  const changed = !sameFigures(figures, report.figures) || condition !== report.condition
  const seen = typed.override?.seen ?? (typed.contested ? 0 : filing.seen)
  const isStale = report.sequence > seen
  if (changed && isStale) {
    // Sent back since, and nobody else's figures are in it: what was typed waits for a look at the reason.
    const isOwn = report.state === 'returned' && report.filedBy === filing.deed.by && !typed.contested
    if (isOwn) return { is: 'refused', report, findings: [], typed }
    return { is: 'superseded', report, mine: figures, typed }
  }
  return store(filing, { report, figures, condition, findings, changed, typed, isStale })
}

type Judged = {
  report: Report
  figures: Figures
  /** 停产, 搬迁 and 注销 stay so until a figure is typed. */
  condition: Condition
  findings: Finding[]
  changed: boolean
  typed: TypedFirm
  /** The firm changed after the card was drawn. */
  isStale: boolean
}

const store = (
  { deed, source }: Filing,
  { report, figures, condition, findings, changed, typed, isStale }: Judged,
): FirmResult => {
  const missing = findings.some(({ rule }) => rule === 'missing')
  const asked = questionsOf(findings, report, figures)
  // Words that answered an older reason than the newest are shown again beside it, and do not count for it.
  const older = isStale && asked.some(({ rule, answer }) => rule === RETURNED && answer === undefined)
  const typedAnswers = typed.answers ?? []
  const answers = typedAnswers.filter(({ on }) => !(older && on === RETURNED))
  const isAnswered = older && typedAnswers.some(({ on, text }) => on === RETURNED && text.trim() !== '')
  const { questions, refused } = answered(asked, answers)
  const unexplained = questions.some(({ rule, answer }) => rule === RETURNED && answer === undefined)
  const why = refused ?? (unexplained ? (isAnswered ? 'returned-again' : 'no-reason') : undefined)
  const explanation = why && { explanation: why }
  const explains = questions.some(({ answer }, index) => !sameAnswer(answer, report.questions[index]?.answer))
  const move = condition !== 'normal' ? 'halt' : changed ? 'file' : 'explain'
  // A firm that was whole stays so when the plan has gained a figure since, which nobody had been asked for.
  // Another figure than the one that was sent back is taken in, and the firm stays sent back.
  const begins = missing || (unexplained && changed)
  const state = (begins ? afterMove(report.state, 'begin') : undefined) ?? afterMove(report.state, move)
  if (state === undefined || !(changed || explains) || (unexplained && !changed))
    return { is: 'same', report, findings, typed, ...explanation }
  const { returned, note, mended: _, ...rest } = report
  const mended = mendedOf(report, state)
  const declared = [...new Set([...(report.declared ?? []), ...(typed.declared ?? [])])]
  const after: Report = {
    ...rest,
    state,
    figures,
    source,
    condition,
    questions,
    ...(declared.length > 0 && { declared }),
    filedBy: deed.by,
    filedAt: deed.at,
    ...(state === 'returned' && returned && { returned }),
    ...(mended && { mended }),
    ...(condition !== 'normal' && note !== undefined && { note }),
    ...(isDone(state) && { completeAt: report.completeAt ?? deed.at }),
    ...(typed.override && { note: typed.override.reason }),
  }
  return { is: 'stored', report: after, findings, typed, ...explanation }
}

/** For whoever sent it back: what they asked, and the figures that they asked it of. */
const mendedOf = (
  { state: before, figures, returned, mended }: Report,
  state: ReportState,
): Report['mended'] => {
  if (before !== 'returned' && mended === undefined) return undefined
  const { reason, on } = returned ?? mended ?? {}
  return {
    was: mended?.was ?? figures,
    ...(state !== 'returned' && reason !== undefined && { reason }),
    ...(state !== 'returned' && on !== undefined && { on }),
  }
}

const readingsOf = (programme: Programme, typed: TypedFirm): Record<string, Reading> =>
  Object.fromEntries(
    programme.indicators
      .filter(({ supplier }) => supplier === 'officer')
      .map(({ id, decimals }) => [id, readAmount(typed.figures[id] ?? '', { decimals })]),
  )

const valuesOf = (readings: Record<string, Reading>): Figures =>
  Object.fromEntries(
    Object.entries(readings).flatMap(([id, reading]) =>
      reading.is === 'amount' ? [[id, reading.value]] : [],
    ),
  )

const sameAnswer = (a: Question['answer'], b: Question['answer']): boolean =>
  a?.reason === b?.reason && a?.text === b?.text
