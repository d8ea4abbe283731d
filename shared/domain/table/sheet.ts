/** A table as somebody made it: what a workbook, a .csv or pasted text amounts to once it is read. */
type TableCell = { text: string; isFormula?: true }

/** `number`: the row's number as the person sees it, from 1. */
export type TableRow = { number: number; isHidden?: true; cells: readonly TableCell[] }

export type TableSheet = { name: string; isHidden: boolean; rows: readonly TableRow[]; merges: number }

/** Full-width letters and signs to ASCII, blanks away. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '')

/** The cell's text without blanks around it; '' where the row has no such cell. */
export const textAt = ({ cells }: TableRow, column: number | undefined): string =>
  (column === undefined ? undefined : cells[column])?.text.trim() ?? ''

/** 0 is A, 26 is AA: the letters over a column. */
export const columnLetters = (column: number): string =>
  (column < 26 ? '' : columnLetters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
