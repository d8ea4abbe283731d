import type { Files } from '../ports.ts'
import { readTable } from './read-table.ts'

/** Workbooks in and out, by hucre. */
export const filesOf = (): Files => ({
  readTable,
  writeWorkbook: async (sheets) => (await import('./write-workbook.ts')).writeWorkbook(sheets),
})
