import * as z from 'zod'
import { Difficulty, Shares } from './difficulty.ts'
import { Totals } from './figures.ts'
import { Instant } from './instant.ts'
import { addMarks, Marks, marksOf } from './marks.ts'
import { Month } from './month.ts'
import { Permit } from './permit.ts'
import type { OpenId } from './person.ts'
import { counts, isDone, openQuestions, type Report, ReportState } from './report.ts'
import { UnitPath } from './unit.ts'

/** What a township's month amounts to: the fold over its reports, kept exact in every transaction. */
export const Counts = z.object({
  firms: z.number().int(),
  by: z.record(ReportState, z.number().int()),
  /** Reports with an open question (待说明), and reports whose questions are all answered. */
  questioned: z.number().int(),
  explained: z.number().int(),
  onTime: z.number().int(),
  late: z.number().int(),
  sums: Totals,
  marks: Marks.optional(),
})
export type Counts = z.infer<typeof Counts>

/** What a township's first audit entry of all links to; a month's first entry links to the month before. */
export const GENESIS = '0'.repeat(64)

export const Tally = z.object({
  programme: z.string(),
  month: Month,
  township: UnitPath,
  /** Number of the last audit entry, and its hash: the head of the township's chain. */
  sequence: z.number().int().nonnegative(),
  head: z.string(),
  due: Instant,
  /** Until when questions should be explained. */
  explainBy: Instant,
  closes: Instant,
  closed: z.boolean(),
  /** 分片, where the township shares its firms out. */
  shares: Shares.optional(),
  /** 说明困难, each person's last one: the ladder stops for what they stand for. */
  difficulties: z.array(Difficulty).optional(),
  /** 例外: the last one given after the close. */
  permit: Permit.optional(),
  counts: Counts,
})
export type Tally = z.infer<typeof Tally>

const emptyCounts = (): Counts => ({
  firms: 0,
  by: { expected: 0, partial: 0, submitted: 0, returned: 0, resubmitted: 0, accepted: 0, inactive: 0 },
  questioned: 0,
  explained: 0,
  onTime: 0,
  late: 0,
  sums: {},
})

const addReport = (to: Counts, report: Report, due: Instant, sign: 1 | -1): Counts => {
  const done = isDone(report.state)
  const open = openQuestions(report).length > 0
  const late = report.completeAt !== undefined && report.completeAt > due
  const figures = counts(report.state) ? report.figures : {}
  return {
    firms: to.firms + sign,
    by: { ...to.by, [report.state]: to.by[report.state] + sign },
    questioned: to.questioned + (done && open ? sign : 0),
    explained: to.explained + (done && !open && report.questions.length > 0 ? sign : 0),
    onTime: to.onTime + (done && !late ? sign : 0),
    late: to.late + (done && late ? sign : 0),
    sums: addSums(to.sums, figures, sign),
    ...withMarks(addMarks(to.marks, Object.fromEntries(marksOf(report).map((mark) => [mark, 1])), sign)),
  }
}

const withMarks = (marks: Marks | undefined): Pick<Counts, 'marks'> => (marks ? { marks } : {})

/** A sum that comes to nothing is left out: what was withdrawn must not stay behind as a zero that nobody reported. */
const addSums = (sums: Totals, others: Totals, sign: 1 | -1): Totals => {
  const ids = [...new Set([...Object.keys(sums), ...Object.keys(others)])]
  return Object.fromEntries(
    ids.map((id) => [id, (sums[id] ?? 0) + sign * (others[id] ?? 0)] as const).filter(([, sum]) => sum !== 0),
  )
}

export const foldReports = (reports: readonly Report[], due: Instant): Counts =>
  reports.reduce((sum, report) => addReport(sum, report, due, 1), emptyCounts())

/** The counts after some reports changed: what each stood for is taken out, what it stands for now is put in. */
export const shift = (tally: Tally, changes: readonly { before: Report; after: Report }[]): Counts =>
  changes.reduce(
    (sum, { before, after }) => addReport(addReport(sum, before, tally.due, -1), after, tally.due, 1),
    tally.counts,
  )

/** 已报: what is in and owes nothing but perhaps an explanation. */
export const doneCount = ({ by }: Counts): number => by.submitted + by.resubmitted + by.accepted + by.inactive

/** 未报齐: firms that the officer still has to file or to file again. */
export const openCount = (sum: Counts): number => sum.firms - doneCount(sum)

/** 未报: what was never filed, or only in part; what was sent back (被退回) is apart from it. */
export const unfiledCount = (sum: Counts): number => openCount(sum) - sum.by.returned

/** 说明困难 for the township as a whole, the newest one. */
export const wholeDifficulty = ({ difficulties = [] }: Pick<Tally, 'difficulties'>): Difficulty | undefined =>
  difficulties.findLast(({ scope }) => scope === 'township')

/** Still owed and explained: everything, or the firms of the officers who spoke for theirs. */
export const explainedCount = (tally: Pick<Tally, 'counts' | 'shares' | 'difficulties'>): number =>
  wholeDifficulty(tally)
    ? openCount(tally.counts)
    : [...new Set((tally.difficulties ?? []).map((one) => one.for ?? one.by))].reduce(
        (sum, officer) => sum + (tally.shares?.[officer] ?? 0),
        0,
      )

/** Still owed and not explained: what the ladder asks for. */
export const chasedCount = (tally: Pick<Tally, 'counts' | 'shares' | 'difficulties'>): number =>
  openCount(tally.counts) - explainedCount(tally)

/** Whoever has explained, and whoever it was said for, hears no more reminders of this township, whatever the colleagues owe. */
export const hasExplained = ({ difficulties = [] }: Pick<Tally, 'difficulties'>, person: OpenId): boolean =>
  difficulties.some((one) => one.by === person || one.for === person)

export const unreviewedCount = ({ by }: Counts): number => by.submitted + by.resubmitted

/** The sum over several townships, for a district or the city. */
export const sumCounts = (all: readonly Counts[]): Counts =>
  all.reduce((sum, one) => {
    return {
      firms: sum.firms + one.firms,
      by: {
        expected: sum.by.expected + one.by.expected,
        partial: sum.by.partial + one.by.partial,
        submitted: sum.by.submitted + one.by.submitted,
        returned: sum.by.returned + one.by.returned,
        resubmitted: sum.by.resubmitted + one.by.resubmitted,
        accepted: sum.by.accepted + one.by.accepted,
        inactive: sum.by.inactive + one.by.inactive,
      },
      questioned: sum.questioned + one.questioned,
      explained: sum.explained + one.explained,
      onTime: sum.onTime + one.onTime,
      late: sum.late + one.late,
      sums: addSums(sum.sums, one.sums, 1),
      ...withMarks(addMarks(sum.marks, one.marks, 1)),
    }
  }, emptyCounts())
