import { bounds } from './budget.ts'
import { type RootPart, table } from './kit.ts'

type Table<Name extends string> = Omit<Parameters<typeof table<Name>>[0], 'pageSize'>

/**
 * A list of units that is read without turning pages: Feishu shows so many rows at most, so a longer list, as of a
 * district with eleven townships, is split into two tables. Only a list too long for two has pages.
 */
export const unitTables = <Name extends string>({ columns, rows }: Table<Name>): RootPart[] => {
  if (rows.length === 0) return []
  const pageSize = bounds.rowsShown
  if (rows.length <= pageSize || rows.length > 2 * pageSize) return [table({ columns, rows, pageSize })]
  const half = Math.ceil(rows.length / 2)
  return [rows.slice(0, half), rows.slice(half)].map((part) => table({ columns, rows: part, pageSize }))
}
