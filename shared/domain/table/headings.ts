import type { Month } from '../month.ts'
import type { Indicator, IndicatorId } from '../programme.ts'
import { type Block, findBlock } from './heading-block.ts'
import { indicatorsOf, type Sureness, type TextRole, textRolesOf } from './heading-roles.ts'
import { type HeadingText, monthsIn } from './heading-text.ts'
import { columnLetters, type TableSheet } from './sheet.ts'
import { isSameKind, isSameUnit, readUnit } from './units.ts'

/** Which column holds what, from 0. */
export type Columns = Partial<Record<TextRole, number>> & { figures: Readonly<Record<IndicatorId, number>> }

/** A column as the person finds it: `F`, and what stands over it. */
export type NamedColumn = { column: string; heading: string }

export type Headings =
  /** `first`: index of the first row under the headings; `missing`: indicators without a column. */
  | { is: 'found'; first: number; columns: Columns; missing: IndicatorId[]; unused: NamedColumn[] }
  /** No row has anything to do with firms and figures. */
  | { is: 'no-headings' }
  | { is: 'no-firm-column' }
  | { is: 'no-figure-column' }
  /** The title, or every column of figures, is of another month. */
  | { is: 'other-month'; month: Month }
  /** Several columns may be meant, or one that is called only nearly so. */
  | { is: 'unclear'; on: TextRole | IndicatorId; columns: NamedColumn[] }
  /** The unit over the column, or over the table, is not the programme's. Figures are never converted. */
  | { is: 'wrong-unit'; on: IndicatorId; unit: string; column: NamedColumn }

type Candidate = NamedColumn & { at: number; sure: Sureness; unit?: string }

/** Finds the headings of a sheet and what each column is for; whatever is not plain is asked about. */
export const readHeadings = (
  sheet: Pick<TableSheet, 'rows'>,
  { indicators, month }: { indicators: readonly Indicator[]; month: Month },
): Headings => {
  const block = findBlock(sheet.rows, indicators, month)
  if (block === undefined) return { is: 'no-headings' }
  const other = otherMonth(block, indicators, month)
  if (other) return { is: 'other-month', month: other }
  const texts = chooseTexts(block)
  if ('is' in texts) return texts
  if (texts.code === undefined && texts.name === undefined) return { is: 'no-firm-column' }
  const figures: Record<IndicatorId, number> = {}
  for (const indicator of indicators) {
    const chosen = chooseColumn(block, indicator, indicators)
    if (chosen === undefined) continue
    if ('is' in chosen) return chosen
    figures[indicator.id] = chosen.at
  }
  if (Object.keys(figures).length === 0) return { is: 'no-figure-column' }
  const used = new Set<number>([...Object.values(texts), ...Object.values(figures)])
  return {
    is: 'found',
    first: block.end,
    columns: { ...texts, figures },
    missing: indicators.filter(({ id }) => !Object.hasOwn(figures, id)).map(({ id }) => id),
    unused: block.headings.filter(({ at, text }) => !used.has(at) && text !== '').map(named),
  }
}

const named = ({ at, text }: { at: number; text: string }): NamedColumn => ({
  column: columnLetters(at),
  heading: text,
})

/** The month of the title when it is another one, or of the columns when none of them is for the month in hand. */
const otherMonth = (block: Block, indicators: readonly Indicator[], inHand: Month): Month | undefined => {
  const titled = block.above.flatMap((text) => monthsIn(withoutDays(text), inHand))
  if (titled.length > 0 && !titled.includes(inHand)) return titled[0]
  const figures = block.headings.filter(({ read }) => indicatorsOf(read, indicators).length > 0)
  return figures.every(({ read }) => read.isOther)
    ? figures.find(({ read }) => read.month)?.read.month
    : undefined
}

/** 4月19日 is a deadline or a date of printing, and no month of figures. */
const withoutDays = (text: string): string => text.normalize('NFKC').replace(DAY, ' ')
const DAY = /(?<!\d)(\d{4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}(?:\s*日)?(?!\d|\s*月)/g

const chooseTexts = ({ headings }: Block): Partial<Record<TextRole, number>> | Headings => {
  const chosen: Partial<Record<TextRole, number>> = {}
  for (const role of ['code', 'name', 'condition', 'note', 'words'] as const) {
    const [first, ...others] = surest(
      headings.flatMap(({ at, text, own }) =>
        textRolesOf(own)
          .filter((one) => one.role === role)
          .map(({ sure }) => ({ ...named({ at, text }), at, sure })),
      ),
    )
    if (first === undefined) continue
    if (others.length > 0 && role !== 'words')
      return { is: 'unclear', on: role, columns: [first, ...others].map(nameOnly) }
    chosen[role] = first.at
  }
  return chosen
}

/** The surest of the columns, all of them when several are equally sure. */
const surest = (all: readonly Candidate[]): Candidate[] => {
  const best = Math.max(0, ...all.map(({ sure }) => sure))
  return all.filter(({ sure }) => sure === best)
}

const nameOnly = ({ column, heading }: Candidate): NamedColumn => ({ column, heading })

const chooseColumn = (
  { headings, above }: Block,
  { id, unit }: Indicator,
  indicators: readonly Indicator[],
): Candidate | Extract<Headings, { is: 'unclear' | 'wrong-unit' }> | undefined => {
  const found = headings.flatMap(({ at, text, read }) => {
    if (read.isOther) return []
    const all = indicatorsOf(read, indicators)
    const own = all.find((one) => one.id === id)
    // What may be one figure or another is perhaps this one, and never surely.
    const sure: Sureness = own === undefined ? 0 : all.length > 1 ? 1 : own.sure
    return sure > 0 ? [{ ...named({ at, text }), at, sure, ...statedUnit(read, unit, above) }] : []
  })
  const best = surest(found)
  const fits = best.filter((one) => one.unit === undefined || isSameUnit(one.unit, unit))
  const [first, ...others] = fits.length > 0 ? fits : best
  if (first === undefined) return undefined
  if (others.length > 0 || first.sure === 1)
    return { is: 'unclear', on: id, columns: [first, ...others].map(nameOnly) }
  if (fits.length === 0 && first.unit !== undefined)
    return { is: 'wrong-unit', on: id, unit: first.unit, column: nameOnly(first) }
  return first
}

/** The column's own unit, else the one that the title states for everything of this kind (金额单位：元). */
const statedUnit = (read: HeadingText, unit: string, above: readonly string[]): { unit?: string } => {
  if (read.unit) return { unit: read.unit }
  const titled = above
    .flatMap((text) => [...text.normalize('NFKC').matchAll(/单位\s*:?\s*([^\s()]+)/g)])
    .flatMap(([, list = '']) => list.split(/[、,;/]/))
    .map((word) => readUnit(word))
    .filter((stated) => stated !== undefined && isSameKind(stated, unit))
  const [only, ...others] = new Set(titled)
  return only !== undefined && others.length === 0 ? { unit: only } : {}
}
