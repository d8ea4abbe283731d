import { type CellStyle, type DataValidation, rangeRef, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { WrittenCell, WrittenSheet } from '../ports.ts'
import { styles } from './styles.ts'

type PageSetup = NonNullable<WriteSheet['pageSetup']>

/** An .xlsx of these sheets. */
export const writeWorkbook = (sheets: readonly WrittenSheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(asSheet),
    activeSheet: Math.max(
      0,
      sheets.findIndex(({ isHidden }) => !isHidden),
    ),
  })

const asSheet = (sheet: WrittenSheet): WriteSheet => ({
  name: sheet.name.replace(NOT_IN_A_NAME, ' ').slice(0, LONGEST_NAME),
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

/** XML has no place for control characters and halves of characters. */
const NOT_IN_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu
const storable = (text: string): string => text.replace(NOT_IN_XML, '')

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

const printedAs = ({ landscape, headingRows }: NonNullable<WrittenSheet['print']>): PageSetup => ({
  ...{ paperSize: 'a4', orientation: landscape ? 'landscape' : 'portrait', horizontalCentered: true },
  ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  ...(headingRows > 0 && { printTitlesRow: `$1:$${headingRows}` }),
})
