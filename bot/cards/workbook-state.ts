import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { UnitPath } from '../../shared/domain/unit.ts'

/** A workbook or a pasted text that somebody sent: `file` is missing for a text, which Feishu keeps in the message. */
export const SentTable = z.object({ message: z.string(), file: z.string().optional(), name: z.string() })
export type SentTable = z.infer<typeof SentTable>

/** What would come of a table, as a card shows it before anything is stored. */
export const TablePreview = z.object({
  name: z.string(),
  /** How many of which kind, in words. */
  counts: z.string(),
  /** Rows that the button would store. */
  files: z.number(),
  /** Rows to look at, one sentence each, and how many more there are. */
  rows: z.array(z.string()),
  more: z.number(),
  remarks: z.array(z.string()),
})
export type TablePreview = z.infer<typeof TablePreview>

/** A table as it was previewed: nothing of what is in it, only how to get at the same one again. */
export const PreviewedTable = SentTable.extend({
  /** Of its bytes, SHA-256: what is filed is what was shown. */
  digest: z.string(),
  /** The township's sequence when the table was made, and when it was shown. */
  seen: z.number().int().nonnegative(),
  since: z.number().int().nonnegative(),
})
export type PreviewedTable = z.infer<typeof PreviewedTable>

export const WorkbookState = z.object({
  programme: z.string(),
  month: Month,
  township: UnitPath,
  table: PreviewedTable.optional(),
})
export type WorkbookState = z.infer<typeof WorkbookState>
