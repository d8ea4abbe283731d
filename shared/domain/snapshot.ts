import * as z from 'zod'
import { CreditCode } from './enterprise.ts'
import { Condition, Figures } from './figures.ts'
import { Instant } from './instant.ts'
import { Month } from './month.ts'
import { ReportState } from './report.ts'
import { Counts } from './tally.ts'
import { UnitPath } from './unit.ts'

/** One firm as the close found it, with what growth is measured against. */
export const SnapshotRow = z.object({
  code: CreditCode,
  state: ReportState,
  condition: Condition,
  figures: Figures,
  last: Figures.optional(),
  lastYear: Figures.optional(),
  yearToDate: Figures.optional(),
  lastYearToDate: Figures.optional(),
})
export type SnapshotRow = z.infer<typeof SnapshotRow>

/** A township's part of a numbered snapshot: immutable, and enough to work out everything that is published. */
export const SnapshotPart = z.object({
  programme: z.string(),
  month: Month,
  number: z.number().int().positive(),
  township: UnitPath,
  at: Instant,
  /** How far the township's chain had come: the part is what its first so many entries amount to. */
  sequence: z.number().int().nonnegative(),
  counts: Counts,
  rows: z.array(SnapshotRow),
})
export type SnapshotPart = z.infer<typeof SnapshotPart>
