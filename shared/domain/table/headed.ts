import { plain, type TableRow, type TableSheet, textAt } from './sheet.ts'

type Places<Role extends string> = Partial<Record<Role, number>>

/** The first column that a role's words stand over; one column has one role, the first of them that fits. */
export const placesIn = <Role extends string>(
  row: TableRow,
  roles: Readonly<Record<Role, RegExp>>,
): Places<Role> => {
  const places: Places<Role> = {}
  const order = Object.keys(roles) as Role[]
  for (const [column, { text }] of row.cells.entries()) {
    const words = plain(text)
    const role = order.find((one) => places[one] === undefined && roles[one].test(words))
    if (role !== undefined) places[role] = column
  }
  return places
}

/** Headings stand within so many rows of the top. */
const HEADINGS_WITHIN = 10

/** What stands under each heading, '' where there is no such column; the row's number as the person sees it, from 1. */
type HeadedRow<Role extends string> = { row: number; isHidden: boolean } & Record<Role, string>

/**
 * The rows under the first headings, in the visible sheets, that have all of `needed`; rows with nothing in any of the
 * columns are left out. `found`: which roles have a column. Undefined where there are no such headings.
 */
export const headedRows = <Role extends string>(
  sheets: readonly TableSheet[],
  roles: Readonly<Record<Role, RegExp>>,
  needed: readonly NoInfer<Role>[],
): { found: ReadonlySet<Role>; rows: HeadedRow<Role>[] } | undefined => {
  for (const { rows } of sheets.filter(({ isHidden }) => !isHidden))
    for (const [index, headings] of rows.slice(0, HEADINGS_WITHIN).entries()) {
      const places = placesIn(headings, roles)
      if (needed.some((role) => places[role] === undefined)) continue
      const found = Object.keys(places) as Role[]
      const filled = rows
        .slice(index + 1)
        .filter((row) => found.some((role) => textAt(row, places[role]) !== ''))
      return { found: new Set(found), rows: filled.map((row) => headedRow(row, roles, places)) }
    }
  return undefined
}

const headedRow = <Role extends string>(
  row: TableRow,
  roles: Readonly<Record<Role, RegExp>>,
  places: Places<Role>,
): HeadedRow<Role> => {
  const texts = (Object.keys(roles) as Role[]).map((role) => [role, textAt(row, places[role])] as const)
  return {
    ...(Object.fromEntries(texts) as Record<Role, string>),
    row: row.number,
    isHidden: row.isHidden ?? false,
  }
}
