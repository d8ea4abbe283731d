import type { Condition, Figures } from '../domain/figures.ts'
import type { Programme } from '../domain/programme.ts'
import { afterMove, type Report } from '../domain/report.ts'
import type { Tally } from '../domain/tally.ts'
import type { Settlement } from '../ports.ts'
import { type Deed, settle } from './settle.ts'

type Standing = {
  tally: Tally
  report: Report
  /** The report's sequence when the card was drawn. */
  seen: number
  programme: Pick<Programme, 'indicators'>
}

export type Halted =
  | { is: 'halted'; report: Report; settlement: Settlement }
  | { is: 'resumed'; report: Report; settlement: Settlement }
  | { is: 'unchanged'; report: Report }
  /** Somebody filed, returned or halted it after this card was drawn. */
  | { is: 'changed-meanwhile'; report: Report }
  | { is: 'no-reason' }
  | { is: 'closed' }

/**
 * 停产, 搬迁 or 注销, with a reason: the firm owes no figures this month, and those it had filed are out of the totals.
 * Back to 正常, it owes them again; what a department supplied stands.
 */
export const changeCondition = (
  { tally, report, seen, programme }: Standing,
  { condition, reason }: { condition: Condition; reason: string },
  deed: Omit<Deed, 'move' | 'reason'>,
): Halted => {
  if (tally.closed) return { is: 'closed' }
  // A firm that was sent back may be said to stand still again, with the reason that was asked for.
  if (condition === report.condition && (condition === 'normal' || report.state !== 'returned'))
    return { is: 'unchanged', report }
  if (report.sequence > seen) return { is: 'changed-meanwhile', report }
  const words = reason.trim()
  if (words === '') return { is: 'no-reason' }
  const move = condition === 'normal' ? 'resume' : 'halt'
  const state = afterMove(report.state, move)
  if (state === undefined) return { is: 'unchanged', report }
  const figures = condition === 'normal' ? suppliedIn(report.figures, programme) : report.figures
  const isSupplied = condition === 'normal' && Object.keys(figures).length > 0
  const { completeAt, returned: _, mended: __, ...rest } = report
  const after: Report = {
    ...rest,
    state: isSupplied ? (afterMove(state, 'import') ?? state) : state,
    condition,
    note: words,
    figures,
    questions: [],
    filedBy: deed.by,
    filedAt: deed.at,
    ...(condition !== 'normal' && { completeAt: completeAt ?? deed.at }),
  }
  const settlement = settle(tally, [{ before: report, after }], { ...deed, move, reason: words })
  return { is: condition === 'normal' ? 'resumed' : 'halted', report: after, settlement }
}

const suppliedIn = (figures: Figures, { indicators }: Pick<Programme, 'indicators'>): Figures =>
  Object.fromEntries(
    Object.entries(figures).filter(([id]) =>
      indicators.some((one) => one.id === id && one.supplier !== 'officer'),
    ),
  )
