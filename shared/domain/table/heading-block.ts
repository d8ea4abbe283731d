import type { Month } from '../month.ts'
import type { Indicator } from '../programme.ts'
import { indicatorsOf, textRolesOf } from './heading-roles.ts'
import { type HeadingText, readHeading, withoutFillers } from './heading-text.ts'
import { type TableRow, textAt } from './sheet.ts'

/** One column's heading. `own`: its lowest text alone; `read`: with what stands over it. */
type Heading = { at: number; text: string; own: HeadingText; read: HeadingText }

/** The rows that are headings. `above`: texts over them; `end`: index of the first row below. */
export type Block = { above: string[]; end: number; headings: Heading[] }

/** Rows with something in them that are searched for headings, and rows that headings may take. */
const SEARCHED = 60
const DEEPEST = 3
const FEWEST = 2

/** The row that speaks most of firms and figures, with the rows of units, months and groups beside it. */
export const findBlock = (
  rows: readonly TableRow[],
  indicators: readonly Indicator[],
  month: Month,
): Block | undefined => {
  const read = rows
    .slice(0, SEARCHED)
    .map((row) => row.cells.map((_, column) => readHeading(textAt(row, column), month)))
  const counts = read.map((cells) => rolesIn(cells, indicators))
  const most = Math.max(0, ...counts)
  if (most < FEWEST) return undefined
  const at = counts.indexOf(most)
  const isPart = (row: number) => isAttached(read[row], indicators)
  let first = at
  let last = at
  while (first > 0 && last - first < DEEPEST - 1 && isPart(first - 1) && !isCaption(rows[first - 1]))
    first -= 1
  const isFirm = (row: number) => isUnderFirm(read.slice(at, at + 1).flat(), read.slice(row, row + 1).flat())
  while (last - first < DEEPEST - 1 && isPart(last + 1) && !isFirm(last + 1)) last += 1
  return {
    above: rows.slice(0, first).flatMap(({ cells }) => cells.map(({ text }) => text)),
    end: last + 1,
    headings: headingsOf(rows.slice(first, last + 1), month, indicators),
  }
}

/** 单位：万元 is said of the whole table, not of the columns under it. */
const isCaption = (row: TableRow | undefined): boolean =>
  row?.cells.some(({ text }) => /单位\s*[:：]/.test(text)) === true

/** How many different things a row names. */
const rolesIn = (cells: readonly HeadingText[], indicators: readonly Indicator[]): number =>
  new Set(
    cells.flatMap((cell) => [
      ...textRolesOf(cell).map(({ role }) => role),
      ...indicatorsOf(cell, indicators).map(({ id }) => id),
    ]),
  ).size

const isBlank = ({ word, unit, isOther, aside }: HeadingText): boolean =>
  word === '' && aside === '' && unit === undefined && !isOther

/** A unit, a month or a word such as 本月 or 上月. */
const isQualifier = (cell: HeadingText): boolean =>
  withoutFillers(cell.word) === '' || (cell.isOther && cell.word.length <= 6)

/** A row of nothing but headings and what qualifies them; a row of a firm's figures never is. */
const isAttached = (cells: readonly HeadingText[] = [], indicators: readonly Indicator[]): boolean => {
  const written = cells.filter((cell) => !isBlank(cell))
  const isNamed = (cell: HeadingText) =>
    textRolesOf(cell).length > 0 || indicatorsOf(cell, indicators).some(({ sure }) => sure > 1)
  return written.length > 0 && written.every((cell) => isQualifier(cell) || isNamed(cell))
}

/** Something under 企业名称 that is no heading of its own is a firm, or a row such as 累计. */
const isUnderFirm = (upper: readonly HeadingText[], lower: readonly HeadingText[]): boolean =>
  lower.some((cell, column) => {
    const over = upper[column]
    return (
      over !== undefined &&
      !isBlank(cell) &&
      textRolesOf(cell).length === 0 &&
      textRolesOf(over).some(({ role }) => role === 'code' || role === 'name')
    )
  })

const headingsOf = (rows: readonly TableRow[], month: Month, indicators: readonly Indicator[]): Heading[] => {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const lines = rows.map((row, depth) => filled(row, width, depth < rows.length - 1))
  return Array.from({ length: width }, (_, at) => {
    const texts = lines.flatMap((line) => line.slice(at, at + 1)).filter((text) => text !== '')
    const distinct = [...new Set(texts)]
    const text = distinct.join(' ')
    const reads = distinct.map((one) => readHeading(one, month))
    const named = reads.findLast(
      (one) => textRolesOf(one).length > 0 || indicatorsOf(one, indicators).some(({ sure }) => sure > 1),
    )
    const together = readHeading(text, month)
    const unit = reads.findLast((one) => one.unit !== undefined)?.unit
    const own = named ?? together
    const read = { ...together, word: own.word, ...(unit && { unit }) }
    return { at, text, own, read: { ...read, aside: own.aside } }
  })
}

/** A group's heading stands in its first column only, and is meant for those behind it as well. */
const filled = (row: TableRow, width: number, isGroup: boolean): string[] => {
  let group = ''
  return Array.from({ length: width }, (_, column) => {
    const text = textAt(row, column)
    if (text !== '') group = text
    return isGroup && text === '' ? group : text
  })
}
