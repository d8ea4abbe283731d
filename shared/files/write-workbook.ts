import {
  type CellStyle,
  type DataValidation,
  rangeRef,
  type WriteOptions,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx'
import type { WrittenCell, WrittenSheet } from '../ports.ts'
import { font, styles } from './styles.ts'

type NamedRange = NonNullable<WriteOptions['namedRanges']>[number]
type PageSetup = NonNullable<WriteSheet['pageSetup']>

/** An .xlsx of these sheets. */
export const writeWorkbook = (sheets: readonly WrittenSheet[]): Promise<Uint8Array> =>
  writeXlsx({
    defaultFont: font,
    namedRanges: sheets.flatMap((sheet) => [...printedArea(sheet), ...headingsOnEveryPage(sheet)]),
    sheets: sheets.map(asSheet),
    activeSheet: Math.max(
      0,
      sheets.findIndex(({ isHidden }) => !isHidden),
    ),
  })

const asSheet = (sheet: WrittenSheet): WriteSheet => ({
  name: nameOf(sheet),
  columns: sheet.widths.map((width) => ({ width })),
  rows: sheet.rows.map((cells) =>
    cells.map(({ value }) => (typeof value === 'string' ? storable(value) : value)),
  ),
  cells: styledCells(sheet),
  ...(sheet.isHidden && { hidden: true }),
  ...(sheet.isProtected && { protection: { sheet: true, formatColumns: true, formatRows: true } }),
  ...(sheet.frozen && { freezePane: sheet.frozen }),
  ...(sheet.numbers && { dataValidations: sheet.numbers.map(numbersOnly) }),
  ...(sheet.print && { pageSetup: printedAs(sheet.print) }),
})

/** Excel's own rules for the name of a sheet. */
const NOT_IN_A_NAME = /[[\]:*?/\\]/g
const LONGEST_NAME = 31
const nameOf = ({ name }: WrittenSheet): string =>
  name.replace(NOT_IN_A_NAME, ' ').slice(0, LONGEST_NAME).trim()

/** XML has no place for control characters and halves of characters. */
const NOT_IN_XML = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu
/** Excel reads `_x0041_` as A, and `_x005F_` as the line below that it begins with. */
const LIKE_AN_ESCAPE = /_(?=x[0-9a-f]{4}_)/gi

const storable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(NOT_IN_XML, '').replace(LIKE_AN_ESCAPE, '_x005F_')

const styledCells = ({ rows }: WrittenSheet): NonNullable<WriteSheet['cells']> =>
  new Map(
    rows.flatMap((cells, row) =>
      cells.map((cell, column) => [`${row},${column}`, { style: styleOf(cell) }] as const),
    ),
  )

/** What Excel would take for a formula, were it typed. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/
const AS_TEXT = '@'

/** A cell that begins like a formula is formatted as text, so that it stays text when somebody edits it. */
const styleOf = ({ value, style, decimals }: WrittenCell): CellStyle => {
  const numFmt =
    typeof value === 'string' && LIKE_A_FORMULA.test(value)
      ? AS_TEXT
      : decimals === undefined
        ? undefined
        : (0).toFixed(decimals)
  return { ...(style && styles[style]), ...(numFmt !== undefined && { numFmt }) }
}

/** Far beyond any figure: what matters is that it is a number. */
const MOST = '1000000000000'
const LONGEST_SAID = 255

const numbersOnly = ({
  column,
  fromRow,
  toRow,
  say,
}: NonNullable<WrittenSheet['numbers']>[number]): DataValidation => ({
  ...{ type: 'decimal', operator: 'between', formula1: `-${MOST}`, formula2: MOST, allowBlank: true },
  ...{ showErrorMessage: true, errorStyle: 'stop', errorMessage: say.slice(0, LONGEST_SAID) },
  range: rangeRef(fromRow, column, toRow, column),
})

const printedAs = ({ landscape }: NonNullable<WrittenSheet['print']>): PageSetup => ({
  ...{ paperSize: 'a4', orientation: landscape ? 'landscape' : 'portrait', horizontalCentered: true },
  ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
})

const quoted = (scope: string): string => `'${scope.replaceAll("'", "''")}'`

/** Everything that is written; what somebody has jotted down beside it is not printed. */
const printedArea = (sheet: WrittenSheet): NamedRange[] => {
  const columns = Math.max(0, ...sheet.rows.map(({ length }) => length))
  if (sheet.print === undefined || columns === 0) return []
  const scope = nameOf(sheet)
  const [from, to] = rangeRef(0, 0, sheet.rows.length - 1, columns - 1)
    .split(':')
    .map(absolute)
  return [{ name: '_xlnm.Print_Area', scope, range: `${quoted(scope)}!${from}:${to ?? from}` }]
}

/** `$H$20` of `H20`. */
const absolute = (cell: string): string => cell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')

/** hucre's own `printTitlesRow` leaves the quotes out, and Excel calls a workbook with `2024年12月!$1:$2` damaged. */
const headingsOnEveryPage = (sheet: WrittenSheet): NamedRange[] => {
  const rows = sheet.print?.headingRows ?? 0
  if (rows === 0) return []
  const scope = nameOf(sheet)
  return [{ name: '_xlnm.Print_Titles', scope, range: `${quoted(scope)}!$1:$${rows}` }]
}
