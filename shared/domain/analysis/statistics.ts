import * as z from 'zod'
import { Totals } from '../figures.ts'
import { Instant } from '../instant.ts'
import { Month } from '../month.ts'
import { UnitPath } from '../unit.ts'

/**
 * Growth over matched firms: those that reported the span both this year and last, so that a missing firm cannot look
 * like growth. `permille` 62 reads 6.2 %; absent where the base is zero or negative (the trade prints —).
 */
export const Growth = z.object({ permille: z.number().int().optional(), firms: z.number().int() })
export type Growth = z.infer<typeof Growth>

/** One indicator of one unit. `total` counts every reported firm; the growths only the matched ones. */
export const Measure = z.object({
  total: z.number().int(),
  /** How many firms the total stands on. */
  firms: z.number().int(),
  /** 同比, over the published period (1—2月 together in February). */
  yearOnYear: Growth,
  /** 环比, over the month before; absent in February's publication. */
  monthOnMonth: Growth.optional(),
  /** 1—N月累计 and its growth. */
  yearToDate: z.number().int(),
  yearToDateGrowth: Growth,
})
export type Measure = z.infer<typeof Measure>

export const Completeness = z.object({
  firms: z.number().int(),
  reported: z.number().int(),
  onTime: z.number().int(),
  late: z.number().int(),
  missing: z.number().int(),
  returned: z.number().int(),
  inactive: z.number().int(),
  unreviewed: z.number().int(),
  questioned: z.number().int(),
  explained: z.number().int().default(0),
  /** Every figure is last month's; every figure is a reported zero; changed after the close. */
  copied: z.number().int().default(0),
  zero: z.number().int().default(0),
  corrected: z.number().int().default(0),
  /** Why the inactive ones owe no figures. */
  suspended: z.number().int().default(0),
  moved: z.number().int().default(0),
  deregistered: z.number().int().default(0),
})
export type Completeness = z.infer<typeof Completeness>

/** A district's row. A suppressed row keeps its completeness and nothing else (压缩保护). */
export const StatisticsRow = z.object({
  unit: UnitPath,
  name: z.string(),
  completeness: Completeness,
  suppressed: z.boolean(),
  measures: z.record(z.string(), Measure),
  /** By growth of sales, ties share a rank: 1, 2, 2, 4. Absent where suppressed or without growth. */
  rank: z.number().int().optional(),
  /** After corrections of too few firms: the older snapshot whose values this row still shows. */
  kept: z.number().int().optional(),
})
export type StatisticsRow = z.infer<typeof StatisticsRow>

/** The city's (and each district's) total of a month as it was closed, for the chart of 24 months. */
export const MonthTotals = z.object({
  programme: z.string(),
  month: Month,
  snapshot: z.number().int().positive(),
  firms: z.number().int(),
  sums: Totals,
  byDistrict: z.record(UnitPath, z.object({ firms: z.number().int(), sums: Totals })),
})
export type MonthTotals = z.infer<typeof MonthTotals>

/** Everything that a month's publication says, worked out once from a numbered snapshot and frozen. */
export const Statistics = z.object({
  programme: z.string(),
  month: Month,
  snapshot: z.number().int().positive(),
  at: Instant,
  /** `3月`, or `1—2月`. */
  label: z.string(),
  completeness: Completeness,
  measures: z.record(z.string(), Measure),
  /** 增长面: firms with growing sales among the matched ones, in permille. */
  growing: Growth,
  rows: z.array(StatisticsRow),
  /** Sales of the last 24 months, oldest first, 1—2月 merged into one point. */
  series: z.array(z.object({ label: z.string(), month: Month, sales: z.number().int() })),
  /** Only where listings are recorded: nothing is shown in place of a source that does not exist. */
  listing: z
    .object({
      year: z.number().int(),
      target: z.number().int(),
      listed: z.number().int(),
      reached: z.number().int(),
    })
    .optional(),
  /** What differs most from the period before, for whoever presses 发布. */
  largest: z.array(z.object({ unit: UnitPath, name: z.string(), permille: z.number().int() })),
  /** Unreviewed firms' share of the sales total, in permille. */
  unreviewedShare: z.number().int(),
})
export type Statistics = z.infer<typeof Statistics>
