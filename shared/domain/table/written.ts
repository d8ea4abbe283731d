import { type Amount, SCALE, type Total } from '../amount.ts'

/** A workbook to be written, as the port for files takes it. */
export type SheetCell = {
  value: string | number | null
  style?: 'title' | 'heading' | 'locked' | 'reference' | 'input' | 'note' | 'wrong' | 'questioned'
  decimals?: number
}

export type SheetToWrite = {
  name: string
  isHidden?: boolean
  isProtected?: boolean
  widths: readonly number[]
  frozen?: { rows: number; columns: number }
  rows: readonly (readonly SheetCell[])[]
  numbers?: readonly { column: number; fromRow: number; toRow: number; say: string }[]
  print?: { landscape: boolean; headingRows: number }
}

/** A figure as a number of its unit; an empty cell where nothing was reported, never 0. */
export const figureCell = (
  value: Amount | Total | undefined,
  decimals: number,
  style: SheetCell['style'],
): SheetCell => ({
  value: value === undefined ? null : value / SCALE,
  ...(style && { style }),
  decimals: Math.min(decimals, 2),
})

export const texts = (values: readonly string[], style: SheetCell['style']): SheetCell[] =>
  values.map((value) => ({ value, ...(style && { style }) }))
