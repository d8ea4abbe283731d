import type { CreditCode } from '../domain/enterprise.ts'
import type { IndicatorId } from '../domain/programme.ts'
import { afterMove, openQuestions, RETURNED, type Report } from '../domain/report.ts'
import type { Tally } from '../domain/tally.ts'
import type { Settlement } from '../ports.ts'
import { type Deed, settle } from './settle.ts'

type Reviewing = { tally: Tally; reports: readonly Report[]; seen: number }
type By = Omit<Deed, 'move' | 'reason'>

export type Reviewed =
  | { is: 'accepted'; count: number; left: number; settlement: Settlement }
  | { is: 'returned'; report: Report; settlement: Settlement }
  | { is: 'nothing-to-accept' }
  | { is: 'changed-meanwhile'; report: Report }
  | { is: 'returned-already'; report: Report }
  | { is: 'no-reason' }
  | { is: 'closed' }

/** Clean: filed, no open question, and not changed since the reviewer's card was drawn. */
const isClean = (report: Report, seen: number): boolean =>
  afterMove(report.state, 'accept') !== undefined &&
  report.sequence <= seen &&
  openQuestions(report).length === 0

/**
 * Accepts what is clean and was seen, at most as many firms as one transaction holds; the rest follows with the next
 * press. One firm named by its code is accepted as it stands, its question unanswered or not: the reviewer has looked.
 */
export const acceptReports = (
  { tally, reports, seen }: Reviewing,
  by: By,
  only: CreditCode | undefined,
): Reviewed => {
  if (tally.closed) return { is: 'closed' }
  const named = reports.find((report) => report.code === only)
  if (named !== undefined && named.sequence > seen) return { is: 'changed-meanwhile', report: named }
  const clean =
    only === undefined
      ? reports.filter((report) => isClean(report, seen))
      : reports.filter((report) => report.code === only && afterMove(report.state, 'accept') !== undefined)
  const taken = clean.slice(0, ACCEPTED_AT_ONCE)
  if (taken.length === 0) return { is: 'nothing-to-accept' }
  const changes = taken.map((before) => {
    const { mended: _, ...rest } = before
    return { before, after: { ...rest, state: 'accepted' as const } }
  })
  return {
    is: 'accepted',
    count: taken.length,
    left: clean.length - taken.length,
    settlement: settle(tally, changes, { ...by, move: 'accept' }),
  }
}

/** A transaction holds 100 items: two a firm, and the mark, the tally, the audit entry and a push. */
const ACCEPTED_AT_ONCE = 45

/**
 * Sends one firm back to the officer, or one figure of it (`on`), with a reason, which is a question: what stays as it is
 * must be explained. Sent back once more before the officer acted, the firm carries the newest reason; the chain keeps both. A
 * reviewer queries and returns, and never edits a figure.
 */
export const returnReport = (
  { tally, reports, seen }: Reviewing,
  code: CreditCode,
  reason: string,
  by: By,
  on?: IndicatorId,
): Reviewed => {
  if (tally.closed) return { is: 'closed' }
  if (reason.trim() === '') return { is: 'no-reason' }
  const before = reports.find((report) => report.code === code)
  if (before === undefined) return { is: 'nothing-to-accept' }
  const state = afterMove(before.state, 'return')
  if (state === undefined || before.sequence > seen) return { is: 'changed-meanwhile', report: before }
  const { returned } = before
  if (before.state === 'returned' && returned?.reason === reason.trim() && returned.on === on)
    return { is: 'returned-already', report: before }
  const asked = { rule: RETURNED, on: RETURNED }
  const { mended: _, ...rest } = before
  const after = {
    ...rest,
    state,
    returned: { by: by.by, at: by.at, reason: reason.trim(), ...(on !== undefined && { on }) },
    questions: [...before.questions.filter(({ rule }) => rule !== RETURNED), asked],
  }
  return {
    is: 'returned',
    report: after,
    settlement: settle(tally, [{ before, after }], { ...by, move: 'return', reason: reason.trim() }),
  }
}
