import type { Month } from '../month.ts'
import type { Indicator } from '../programme.ts'
import { type Headings, readHeadings } from './headings.ts'
import { type TableSheet, textAt } from './sheet.ts'

type Found = Extract<Headings, { is: 'found' }>

export type SheetChoice =
  | { is: 'chosen'; sheet: TableSheet; headings: Found }
  | { is: 'asked'; headings: Exclude<Headings, Found> }
  /** Figures stand in several sheets: which one is meant is asked, never guessed. */
  | { is: 'two-sheets'; names: string[] }

/** The one visible sheet that has headings and something under them. */
export const chooseSheet = (
  sheets: readonly TableSheet[],
  about: { indicators: readonly Indicator[]; month: Month },
): SheetChoice => {
  const read = sheets
    .filter(({ isHidden }) => !isHidden)
    .map((sheet) => ({ sheet, headings: readHeadings(sheet, about) }))
  const found = read.flatMap(({ sheet, headings }) => (headings.is === 'found' ? [{ sheet, headings }] : []))
  const filled = found.filter(({ sheet, headings }) => hasFigures(sheet, headings))
  const meant = filled.length > 0 ? filled : found
  if (meant.length > 1) return { is: 'two-sheets', names: meant.map(({ sheet }) => sheet.name) }
  const [first] = meant
  if (first) return { is: 'chosen', ...first }
  const [asked = { is: 'no-headings' as const }] = read.flatMap(({ headings }) =>
    headings.is === 'found' || headings.is === 'no-headings' ? [] : [headings],
  )
  return { is: 'asked', headings: asked }
}

const hasFigures = ({ rows }: TableSheet, { first, columns }: Found): boolean =>
  rows.slice(first).some((row) => Object.values(columns.figures).some((column) => textAt(row, column) !== ''))
