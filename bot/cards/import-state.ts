import * as z from 'zod'
import { CreditCode } from '../../shared/domain/enterprise.ts'
import { Month } from '../../shared/domain/month.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { SentTable } from './workbook-state.ts'

/** A department's table as it was previewed: nothing of what is in it, only how to get at the same one again. */
export const ImportedTable = SentTable.required({ file: true }).extend({
  /** Of its bytes, SHA-256: what is stored is what was shown. */
  digest: z.string(),
})
export type ImportedTable = z.infer<typeof ImportedTable>

export const ImportState = z.object({
  programme: z.string(),
  month: Month,
  table: ImportedTable.optional(),
  /** Of the list of differences: whose, and how many firms were shown before. */
  unit: UnitPath.optional(),
  from: z.number().int().nonnegative().optional(),
  /** 请乡镇核对: which firm of which township. */
  ask: z.object({ township: UnitPath, code: CreditCode }).optional(),
})
export type ImportState = z.infer<typeof ImportState>
