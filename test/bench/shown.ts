import type { Verdict } from './bounds.ts'
import type { Measured } from './measured.ts'

const said = (value: Measured['value']): string =>
  typeof value === 'number'
    ? String(value)
    : Object.entries(value)
        .map(([size, one]) => `${size}: ${one}`)
        .join('  ')

/** Each number, its bound and whether it is inside, one to a line. */
export const shown = (verdicts: readonly Verdict[]): string => {
  const rows = [
    ['number', 'measured', 'bound', '', ''],
    ...verdicts.map(({ key, value, bound, is, note = '' }) => [
      key,
      said(value),
      bound === undefined ? '' : `≤ ${bound}`,
      is === 'unbounded' ? '' : is,
      note,
    ]),
  ]
  return columns(rows)
}

/** Rows below each other, each column as wide as its widest cell but for the last. */
export const columns = (rows: readonly (readonly string[])[]): string => {
  const [head = []] = rows
  const widths = head
    .slice(0, -1)
    .map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n')
}

/** The numbers alone, for the last line of `--json`. */
export const asJson = (all: readonly Measured[]): string =>
  JSON.stringify(Object.fromEntries(all.map(({ key, value }) => [key, value])))
