import type { Cell, Sheet } from '../ports.ts'
import { limits } from './limits.ts'
import { must } from './refused.ts'
import { sheetRows } from './sheet-rows.ts'
import { textOf } from './text-of.ts'

const separators = ['\t', ',', ';'] as const

/** Rows by which the separator is judged. */
const JUDGED = 20

/** The one sheet of a .csv or .txt, in any of the encodings and with any of the separators that programs here write. */
export const readText = (bytes: Buffer, name: string): Sheet => {
  const text = textOf(bytes)
  const separator = separatorOf(text)
  const rows = sheetRows(asCells(text, separator))
  must(rows.length > 0, 'empty')
  must(
    rows.some(({ cells }) => cells.length > 1),
    'not-a-table',
  )
  return { name, isHidden: false, rows, merges: 0 }
}

/** The one that makes most cells of the first rows. */
const separatorOf = (text: string): string => {
  const found = separators.map((separator) => {
    let cells = 0
    for (const row of separated(text, separator, JUDGED)) cells += row.length
    return { separator, cells }
  })
  return found.toSorted((a, b) => b.cells - a.cells)[0]?.separator ?? ','
}

function* asCells(text: string, separator: string): Generator<Cell[]> {
  let row = 0
  let cells = 0
  for (const values of separated(text, separator)) {
    row++
    const read = values.map((value) => ({ text: meant(value) }))
    const filled = read.filter((cell) => cell.text !== '').length
    cells += filled
    must((filled === 0 || row <= limits.rows) && cells <= limits.cells, 'too-large')
    must(
      read.slice(limits.columns).every((cell) => cell.text === ''),
      'too-large',
    )
    yield read.slice(0, limits.columns)
  }
}

const WITH_THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/

/** `="0123"` is how programs keep Excel from taking a code for a number. */
const meant = (value: string): string => {
  const text = value.trim().replace(/^="([^"]*)"$/, '$1')
  return WITH_THOUSANDS.test(text) ? text.replaceAll(',', '') : text
}

/** Cells of each row. A cell may stand in quotes, with separators, line ends and doubled quotes inside. */
function* separated(text: string, separator: string, most = Number.POSITIVE_INFINITY): Generator<string[]> {
  let row: string[] = []
  let at = 0
  for (let rows = 0; at < text.length && rows < most; ) {
    const cell = text[at] === '"' ? quoted(text, at) : { value: '', next: at }
    const end = endOfCell(text, cell.next, separator)
    row.push(cell.value + text.slice(cell.next, end))
    must(row.length <= MOST_COLUMNS && rows < MOST_ROWS, 'too-large')
    at = end + 1
    if (text[end] === separator) continue
    if (text[end] === '\r' && text[at] === '\n') at++
    yield row
    rows++
    row = []
  }
  if (row.length > 0) yield row
}
/** As many as Excel has: blank columns and rows at the end are common, more than these nobody writes. */
const MOST_COLUMNS = 16_384
const MOST_ROWS = 1_048_576

const quoted = (text: string, at: number): { value: string; next: number } => {
  let from = at + 1
  let value = ''
  for (;;) {
    const end = text.indexOf('"', from)
    if (end < 0) return { value: value + text.slice(from), next: text.length }
    value += text.slice(from, end)
    if (text[end + 1] !== '"') return { value, next: end + 1 }
    value += '"'
    from = end + 2
  }
}

const endOfCell = (text: string, at: number, separator: string): number => {
  let end = at
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}
