import { readAmount } from '../domain/amount.ts'
import { type Correction, correctableUntil, isWaiting } from '../domain/correction.ts'
import type { Figures } from '../domain/figures.ts'
import type { Instant } from '../domain/instant.ts'
import { isValid, type Permit } from '../domain/permit.ts'
import type { Programme } from '../domain/programme.ts'
import { isDone, type Report } from '../domain/report.ts'
import { type Finding, judge } from '../domain/rules/judge.ts'
import type { Tally } from '../domain/tally.ts'
import type { Change, MonthRecord } from '../ports.ts'
import { type CorrectionDeed, corrected, stale } from './corrected.ts'
import { settle } from './settle.ts'

export type Asking = {
  programme: Programme
  tally: Tally
  report: Report
  /** What the township has asked before, and the month after this one where it was opened. */
  earlier: readonly Correction[]
  following: MonthRecord | undefined
  /** Of the month itself. */
  record: MonthRecord | undefined
  /** The report's revision when the card was drawn. */
  seen: number
  typed: Readonly<Record<string, string>>
  reason: string
}

export type Asked =
  /** Under a permit that the city gave: the figures stand at once. */
  | { is: 'applied'; correction: Correction; changes: Change[] }
  | { is: 'asked'; correction: Correction; changes: Change[] }
  | { is: 'refused'; findings: Finding[] }
  /** A request for this firm waits for its answer. */
  | { is: 'waiting'; correction: Correction }
  | { is: 'changed-meanwhile' }
  | { is: 'unchanged' }
  | { is: 'no-reason' }
  /** The month is still open: figures are simply changed. */
  | { is: 'not-closed' }
  /** The month after it is closed as well. */
  | { is: 'over' }

/** Until when the township may still ask, or undefined. */
export const correctableTill = (
  { correctionDays }: Programme,
  following: MonthRecord | undefined,
  at: Instant,
): Instant | undefined => correctableUntil(correctionDays, at, following)

/**
 * 申请更正: the officer's new figures for one firm of a closed month, with a reason. Nothing moves but the chain; what is
 * refused at filing is refused here too, and what is questioned has the reason for its answer.
 */
export const askCorrection = (asking: Asking, deed: CorrectionDeed): Asked => {
  const { programme, tally, report, earlier, following } = asking
  if (!tally.closed) return { is: 'not-closed' }
  const expires = correctableTill(programme, following, deed.at)
  if (expires === undefined) return { is: 'over' }
  const waiting = earlier.find(
    ({ code, ...rest }) => code === report.code && isWaiting({ code, ...rest }, deed.at),
  )
  if (waiting) return { is: 'waiting', correction: waiting }
  if (report.revision !== asking.seen) return { is: 'changed-meanwhile' }
  const { findings, values } = judged(asking)
  if (findings.length > 0) return { is: 'refused', findings }
  const changed = Object.entries(values).filter(([id, value]) => report.figures[id] !== value)
  if (changed.length === 0) return { is: 'unchanged' }
  const reason = asking.reason.trim()
  if (reason === '') return { is: 'no-reason' }
  const { month, township, code, name, revision, figures } = report
  const correction: Correction = {
    ...{ programme: report.programme, month, township, code, name, revision, reason, expires },
    number: tally.sequence + 1,
    before: Object.fromEntries(
      changed.flatMap(([id]) => (figures[id] === undefined ? [] : [[id, figures[id]]])),
    ),
    values: Object.fromEntries(changed),
    by: deed.by,
    at: deed.at,
    state: 'asked',
  }
  return asking.record && isValid(tally.permit, deed.at)
    ? underPermit({ ...asking, record: asking.record, correction }, tally.permit, deed)
    : asked(tally, correction, deed)
}

const asked = (tally: Tally, correction: Correction, deed: CorrectionDeed): Asked => {
  const reason = `${correction.code} ${correction.reason}`
  const settlement = settle(tally, [], { ...deed, move: 'ask-correction', reason })
  return {
    is: 'asked',
    correction,
    changes: [
      { ...settlement, correction },
      { is: 'correction', before: undefined, after: correction },
    ],
  }
}

type Permitted = {
  programme: Programme
  tally: Tally
  report: Report
  correction: Correction
  record: MonthRecord
}

/** 例外: the city's permit is the answer, in its words. */
const underPermit = (asking: Permitted, { by, reason: words }: Permit, deed: CorrectionDeed): Asked => {
  const { tally, report, correction, record } = asking
  const decided = { by, at: deed.at, reason: words }
  const after: Correction = { ...correction, state: 'applied', decided }
  const reason = `${correction.reason}；例外：${words}`
  const changes = [{ before: report, after: corrected(asking, { ...deed, by }) }]
  return {
    is: 'applied',
    correction: after,
    changes: [
      { ...settle(tally, changes, { ...deed, move: 'correct', reason }), correction: after },
      { is: 'correction', before: undefined, after },
      { is: 'month', before: record, after: stale(record) },
    ],
  }
}

const judged = ({ programme, report, typed }: Asking): { findings: Finding[]; values: Figures } => {
  const readings = Object.fromEntries(
    programme.indicators.map(({ id, decimals }) => [id, readAmount(typed[id] ?? '', { decimals })] as const),
  )
  const findings = judge({
    ...{ programme, month: report.month, readings, stored: report.figures, condition: 'normal' },
    reference: report.reference,
  }).filter(
    // A firm that was whole stays so when the plan has gained a figure since.
    ({ severity, rule }) => severity === 'refuse' && !(rule === 'missing' && isWhole(report)),
  )
  const values = Object.fromEntries(
    Object.entries(readings).flatMap(([id, reading]) =>
      reading.is === 'amount' ? [[id, reading.value] as const] : [],
    ),
  )
  return { findings, values }
}

const isWhole = ({ state, condition }: Report): boolean =>
  (isDone(state) || state === 'returned') && condition === 'normal'
