import type { TableSheet } from '../../shared/domain/table/sheet.ts'

/** A sheet of these texts, its rows numbered from 1. */
export const sheetOf = (
  rows: readonly (readonly string[])[],
  about: Partial<TableSheet> = {},
): TableSheet => ({
  name: 'Sheet1',
  isHidden: false,
  merges: 0,
  ...about,
  rows: rows.map((cells, index) => ({ number: index + 1, cells: cells.map((text) => ({ text })) })),
})
