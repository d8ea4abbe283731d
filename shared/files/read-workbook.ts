import { type Sheet as Parsed, readXlsx } from 'hucre/xlsx'
import type { Cell, Sheet } from '../ports.ts'
import { cellText, looksLikeANumber } from './cell-text.ts'
import { limits } from './limits.ts'
import { must, Refused } from './refused.ts'
import { sheetRows } from './sheet-rows.ts'
import { lookAtWorkbook } from './workbook-look.ts'
import { zipDirectory } from './zip-directory.ts'
import { storedZip } from './zip-entry.ts'

const BLANK: Cell = { text: '' }

/** The last cell that we read, as Excel names it. */
const LAST_CELL = `BH${limits.rows}`

/** The sheets of an .xlsx. The library sees only what we have looked at, and only the cells that we take. */
export const readWorkbook = async (bytes: Buffer): Promise<Sheet[]> => {
  const { parts, sheets } = lookAtWorkbook(bytes, zipDirectory(bytes))
  const places = [...sheets.keys()].toSorted((a, b) => a - b)
  must(places.length > 0, 'empty')
  const parsed = await parse(storedZip(parts), places)
  return parsed.map((sheet, nth) => asSheet(sheet, sheets.get(places[nth] ?? -1) ?? new Set()))
}

const parse = async (zip: Buffer, sheets: number[]): Promise<Parsed[]> => {
  try {
    return (await readXlsx(zip, { sheets, range: `A1:${LAST_CELL}` })).sheets
  } catch {
    throw new Refused('damaged')
  }
}

const asSheet = (sheet: Parsed, percents: ReadonlySet<string>): Sheet => {
  const covered = coveredCells(sheet)
  const asCell = (value: Parsed['rows'][number][number], row: number, column: number): Cell => {
    const key = `${row},${column}`
    const isFormula = sheet.cells?.get(key)?.formula !== undefined
    if (covered.has(key) || (value === null && !isFormula)) return BLANK
    const text = cellText(value, percents.has(key))
    const isTextNumber = typeof value === 'string' && !isFormula && looksLikeANumber(text)
    return { text, ...(isFormula && { isFormula: true }), ...(isTextNumber && { isTextNumber: true }) }
  }
  return {
    name: sheet.name,
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: sheetRows(
      sheet.rows.map((values, row) => values.map((value, column) => asCell(value, row, column))),
      (number) => isHiddenRow(sheet, number - 1),
    ),
    merges: sheet.merges?.length ?? 0,
  }
}

const isHiddenRow = (sheet: Parsed, row: number): boolean => {
  const is = sheet.rowDefs?.get(row)
  return is?.hidden === true || is?.height === 0
}

/** Cells under a merged one: nobody sees what they hold. Merges never overlap, so all together cover no more than a sheet. */
const coveredCells = ({ rows, merges = [] }: Parsed): Set<string> => {
  const covered = new Set<string>()
  const widest = rows[0]?.length ?? 0
  let left = rows.length * widest
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const [lastRow, lastColumn] = [Math.min(endRow, rows.length - 1), Math.min(endCol, widest - 1)]
    left -= Math.max(0, lastRow - startRow + 1) * Math.max(0, lastColumn - startCol + 1)
    must(left >= 0, 'damaged')
    for (let row = startRow; row <= lastRow; row++)
      for (let column = startCol; column <= lastColumn; column++)
        if (row !== startRow || column !== startCol) covered.add(`${row},${column}`)
  }
  return covered
}
