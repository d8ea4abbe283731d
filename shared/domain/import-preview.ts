import { type Reading, readAmount } from './amount.ts'
import type { Figures } from './figures.ts'
import { departmentsValue, type Imported } from './import-indicators.ts'
import type { IndicatorId } from './programme.ts'
import type { Report } from './report.ts'
import { median } from './statistics/median.ts'
import type { LineProblem, TableLine } from './table/rows.ts'

/**
 * What would come of a row of a department's table. `new`: the department had nothing for the firm yet; `unknown`: no firm
 * of the month's roster, or nobody can say which.
 */
export const importKinds = ['new', 'changed', 'unchanged', 'untouched', 'unknown', 'refused'] as const
export type ImportKind = (typeof importKinds)[number]

type Refused = { on: IndicatorId; why: Extract<Reading, { is: 'refused' }>['why'] | 'negative' }

export type ImportRow = {
  is: ImportKind
  line: TableLine
  report?: Report
  values: Figures
  problem?: LineProblem
  refused: readonly Refused[]
}

export type ImportPreview = { rows: ImportRow[]; counts: Readonly<Record<ImportKind, number>> }

/** A department's table, row by row: a firm is taken whole or not at all. */
export const importPreviewOf = (
  lines: readonly TableLine[],
  { imported, reports }: { imported: readonly Imported[]; reports: readonly Report[] },
): ImportPreview => {
  const byCode = new Map(reports.map((report) => [report.code, report]))
  const rows = lines.map((line) => rowOf(line, line.code && byCode.get(line.code), imported))
  const counts = { new: 0, changed: 0, unchanged: 0, untouched: 0, unknown: 0, refused: 0 }
  for (const { is } of rows) counts[is] += 1
  return { rows, counts }
}

/** The rows that 确认 stores. */
export const isStored = ({ is }: ImportRow): boolean => is === 'new' || is === 'changed'

const rowOf = (line: TableLine, report: Report | undefined, imported: readonly Imported[]): ImportRow => {
  const nothing = { line, values: {}, refused: [] }
  if (line.problem && report) return { ...nothing, report, is: 'refused', problem: line.problem }
  if (report === undefined)
    return { ...nothing, is: 'unknown', problem: line.problem ?? { why: 'unknown-firm' } }
  // A department names firms by code; a part of a name is a guess, and nobody is there to look at it.
  if (line.isPart) return { ...nothing, is: 'unknown', problem: { why: 'near-name', near: [report] } }
  const read = imported.map((one) => ({ ...one, reading: readingOf(line, one) }))
  const refused = read.flatMap(({ indicator: { id: on }, reading }) =>
    reading.is === 'refused' ? [{ on, why: reading.why }] : [],
  )
  if (refused.length > 0) return { ...nothing, report, is: 'refused', refused }
  const values: Figures = Object.fromEntries(
    read.flatMap(({ indicator: { id }, reading }) =>
      reading.is === 'amount' ? [[id, reading.value] as const] : [],
    ),
  )
  return { line, report, values, refused, is: kindOf(values, report, imported) }
}

const readingOf = (
  { typed }: TableLine,
  { indicator }: Imported,
): Reading | { is: 'refused'; why: 'negative' } => {
  const reading = readAmount(typed[indicator.id] ?? '', indicator)
  const isBelow = reading.is === 'amount' && reading.value < 0 && !indicator.negative
  return isBelow ? { is: 'refused', why: 'negative' } : reading
}

const kindOf = (values: Figures, report: Report, imported: readonly Imported[]): ImportKind => {
  const held = imported
    .filter(({ indicator: { id } }) => values[id] !== undefined)
    .map((one) => ({ before: departmentsValue(report, one), now: values[one.indicator.id] }))
  if (held.length === 0) return 'untouched'
  if (held.every(({ before, now }) => before === now)) return 'unchanged'
  return held.every(({ before }) => before === undefined) ? 'new' : 'changed'
}

/** A slip of a hundred times is no firm's growth when half of the firms have it. */
const SLIP = 100
const ENOUGH = 3

/**
 * The figures whose whole column lies a hundred times above or below what is known of its firms, by the median of the
 * ratios: it is in another unit, whatever stands over it. Under three firms nothing is said.
 */
export const otherScale = (rows: readonly ImportRow[], imported: readonly Imported[]): Imported[] =>
  imported.filter(({ indicator: { id } }) => {
    const ratios = rows.flatMap(({ report, values }) => {
      const [value = 0, known = 0] = [values[id], report?.figures[id] ?? report?.reference.last?.[id]]
      return value > 0 && known > 0 ? [value / known] : []
    })
    const middle = median(ratios)
    return middle !== undefined && ratios.length >= ENOUGH && (middle >= SLIP || middle <= 1 / SLIP)
  })
