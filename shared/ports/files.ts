/**
 * A cell as the person sees it, without blanks around: the text of a number in full, without thousands separators,
 * `12.5%` where it is shown so; a day as `2024-12-01`; a formula's last value, `#DIV/0!` if that is what it came to.
 */
export type Cell = {
  text: string
  isFormula?: true
  /** In a workbook: digits that were stored as text, as codes should be and figures should not. */
  isTextNumber?: true
}

/** `number`: the row's number as the person sees it, from 1. The cells begin at column A and end with the last filled. */
export type SheetRow = { number: number; isHidden?: true; cells: readonly Cell[] }

/** Rows without anything are left out. Of merged cells the first has the value, and the others are blank. */
export type Sheet = { name: string; isHidden: boolean; rows: readonly SheetRow[]; merges: number }

/** Why a file cannot be read; the sentences are in bot/words. */
export type FileRefusal =
  | 'empty'
  /** A password, or rights management. */
  | 'encrypted'
  /** .xls of Excel 97–2003, or another workbook that Excel can save as .xlsx: .xlsb, .ods, a web page called .xls. */
  | 'old-excel'
  | 'not-a-table'
  | 'damaged'
  /** More bytes, sheets, rows or columns than anybody fills in, or far more inside than outside. */
  | 'too-large'

/** A workbook of one or more sheets, something in at least one; a .csv is one sheet, named as the file. */
export type ReadTable = { is: 'read'; sheets: readonly Sheet[] } | { is: 'refused'; why: FileRefusal }

/** What a cell of a workbook that we write looks like and allows. */
export type WrittenCell = {
  /** Text is never taken as a formula, whatever it begins with. */
  value: string | number | null
  style?:
    | 'title'
    | 'heading'
    | 'locked'
    | 'reference'
    | 'input'
    | 'note'
    | 'wrong'
    | 'questioned'
    /** On paper: a title in the middle of all columns that have this style, a cell with lines, and a sum. */
    | 'headline'
    | 'printed'
    | 'sum'
  /** How a number is shown: 2 for 0.00. */
  decimals?: number
}

export type WrittenSheet = {
  name: string
  isHidden?: boolean
  /** Everything but cells of style `input` is locked. */
  isProtected?: boolean
  /** Of each column, in characters. */
  widths: readonly number[]
  /** Rows that stay in sight at the top, columns at the left. */
  frozen?: { rows: number; columns: number }
  rows: readonly (readonly WrittenCell[])[]
  /** A column (from 0) that takes numbers only, from row to row (from 0), with the sentence that Excel shows. */
  numbers?: readonly { column: number; fromRow: number; toRow: number; say: string }[]
  /** Printed on A4, all that is written and nothing else, with the heading rows on every page. */
  print?: { landscape: boolean; headingRows: number }
}

/** Workbooks in and out. */
export type Files = {
  /** Any bytes are answered, hostile ones too, quickly and in little memory. */
  readTable(bytes: Uint8Array, name: string): Promise<ReadTable>
  writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array>
}
