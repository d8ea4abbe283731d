import * as z from 'zod'
import { CreditCode } from './enterprise.ts'
import { Condition, Figures, Reference, Source } from './figures.ts'
import { Instant } from './instant.ts'
import { Month } from './month.ts'
import { OpenId } from './person.ts'
import { IndicatorId } from './programme.ts'
import { UnitPath } from './unit.ts'

/** The life of one firm's month. `partial`: some figures are in, others still missing; `inactive`: 停产, 搬迁, 注销. */
export const ReportState = z.enum([
  'expected',
  'partial',
  'submitted',
  'returned',
  'resubmitted',
  'accepted',
  'inactive',
])
export type ReportState = z.infer<typeof ReportState>

/** A question that an edit asked of a stored figure; 待说明 until it is answered with a reason and words. */
export const Question = z.object({
  rule: z.string(),
  on: z.string(),
  answer: z.object({ reason: z.string(), text: z.string() }).optional(),
})
export type Question = z.infer<typeof Question>

/** The rule and the place of the question that a return asks: a figure that stays as it is has to be explained. */
export const RETURNED = 'returned'

export const Report = z.object({
  programme: z.string(),
  month: Month,
  township: UnitPath,
  code: CreditCode,
  name: z.string(),
  /** Place in the township's frozen roster, from 1, in the order of codes. */
  no: z.number().int().positive(),
  /** 分片: whose firm it is, where the township shares its firms out. */
  officer: OpenId.optional(),
  state: ReportState,
  /** Counts the stored versions; 0 while only the roster has been frozen. */
  revision: z.number().int().nonnegative(),
  /** The township's sequence at the last change: a card drawn before it (`seen`) is stale for this firm. */
  sequence: z.number().int().nonnegative(),
  figures: Figures,
  /** What a department has for the figures that officers file: compared with theirs, never in their place. */
  beside: Figures.optional(),
  source: Source.optional(),
  condition: Condition,
  /** Why it is 停产, 搬迁 or 注销. */
  note: z.string().optional(),
  questions: z.array(Question),
  /** 本月无: figures of zero that the officer declared to be nothing, not typed. */
  declared: z.array(IndicatorId).optional(),
  filedBy: OpenId.optional(),
  filedAt: Instant.optional(),
  /** When it was first complete: on time or late is judged by this, so a correction does not make it late. */
  completeAt: Instant.optional(),
  /** Sent back by the district, the whole firm or one figure of it (`on`). */
  returned: z.object({ by: OpenId, at: Instant, reason: z.string(), on: IndicatorId.optional() }).optional(),
  /** Filed again: what was asked, and the figures that it was asked of. */
  mended: z.object({ was: Figures, reason: z.string().optional(), on: IndicatorId.optional() }).optional(),
  /** 结账后更正: when its figures were last changed after the close, and who agreed. */
  corrected: z.object({ by: OpenId, at: Instant }).optional(),
  reference: Reference,
})
export type Report = z.infer<typeof Report>

/**
 * Everything that may happen to a report: from which state, to which. A move that is not here is not allowed, and the
 * close ends them all but `correct`, which is the only one that there is after it. Figures that an officer changes before
 * the close let an acceptance lapse.
 */
export const moves = {
  /** Some figures are in, others still missing. */
  begin: { expected: 'partial', partial: 'partial', returned: 'returned', inactive: 'partial' },
  file: {
    expected: 'submitted',
    partial: 'submitted',
    submitted: 'submitted',
    inactive: 'submitted',
    returned: 'resubmitted',
    resubmitted: 'resubmitted',
    accepted: 'resubmitted',
  },
  /** A department's figures came in: what officers file is still to come, and what they have filed stands. */
  import: {
    expected: 'partial',
    partial: 'partial',
    submitted: 'submitted',
    returned: 'returned',
    resubmitted: 'resubmitted',
    accepted: 'accepted',
    inactive: 'inactive',
  },
  /** Words alone: an acceptance stands. */
  explain: {
    submitted: 'submitted',
    resubmitted: 'resubmitted',
    returned: 'resubmitted',
    accepted: 'accepted',
  },
  halt: {
    expected: 'inactive',
    partial: 'inactive',
    submitted: 'inactive',
    inactive: 'inactive',
    returned: 'inactive',
    resubmitted: 'inactive',
    accepted: 'inactive',
  },
  /** 停产, 搬迁 or 注销 back to 正常: the figures are owed again. */
  resume: { inactive: 'expected', returned: 'expected' },
  accept: { submitted: 'accepted', resubmitted: 'accepted' },
  /** Sent back once more before the officer acted: the newest reason is the one to answer. */
  return: {
    returned: 'returned',
    submitted: 'returned',
    resubmitted: 'returned',
    accepted: 'returned',
    inactive: 'returned',
  },
  /** After the close: what the township asked for and the district agreed to. */
  correct: {
    expected: 'accepted',
    partial: 'accepted',
    submitted: 'accepted',
    returned: 'accepted',
    resubmitted: 'accepted',
    accepted: 'accepted',
    inactive: 'accepted',
  },
} as const satisfies Record<string, Partial<Record<ReportState, ReportState>>>
export type Move = keyof typeof moves

/** The state after `move`, or undefined where the move is not allowed. */
export const afterMove = (state: ReportState, move: Move): ReportState | undefined => {
  const table: Partial<Record<ReportState, ReportState>> = moves[move]
  return table[state]
}

/** Returned figures and those of an inactive firm are out of the totals, and the totals say so. */
export const counts = (state: ReportState): boolean =>
  state === 'partial' || state === 'submitted' || state === 'resubmitted' || state === 'accepted'

/** Nothing is asked of the officer any more. */
export const isDone = (state: ReportState): boolean =>
  state === 'submitted' || state === 'resubmitted' || state === 'accepted' || state === 'inactive'

/** 本月无, as long as the figure is the zero that was declared; undefined where none is. */
export const stillDeclared = ({ declared = [], figures }: Pick<Report, 'declared' | 'figures'>) => {
  const still = declared.filter((id) => figures[id] === 0)
  return still.length > 0 ? still : undefined
}

export const openQuestions = (report: Pick<Report, 'questions'>): Question[] =>
  report.questions.filter((question) => question.answer === undefined)
