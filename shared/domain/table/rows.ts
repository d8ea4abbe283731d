import type { CreditCode } from '../enterprise.ts'
import type { Condition } from '../figures.ts'
import type { IndicatorId } from '../programme.ts'
import type { FindFirm, FirmProblem } from './firms.ts'
import { grouped } from './grouped.ts'
import type { Columns } from './headings.ts'
import { plain, type TableRow, textAt } from './sheet.ts'

/** Why a row is not taken in, besides what the edits say of its figures. */
export type LineProblem =
  | FirmProblem
  /** The firm stands in several rows with figures. */
  | { why: 'twice'; rows: readonly number[] }
  /** Nobody can have looked at a hidden row. */
  | { why: 'hidden' }
  | { why: 'unknown-condition' }
  /** 停产, 搬迁 or 注销 with figures in the same row: one of them is not so. */
  | { why: 'condition-with-figures' }
  | { why: 'condition-without-reason' }
  /** Found in pasted text only; see pasted.ts. */
  | { why: 'too-few' | 'too-many'; numbers: number; wanted: number }
  | { why: 'unclear-comma' | 'unlabelled' | 'other-period' | 'no-figures' }
  | { why: 'labelled-twice'; on: IndicatorId }
  | { why: 'unit'; on: IndicatorId; unit: string }

/** One row of a table, or one firm's lines of a pasted text. */
export type TableLine = {
  /** The row's number as the person sees it, from 1. */
  row: number
  /** What was written for the firm; of a firm that is found, its name in the roster. */
  name: string
  code?: CreditCode
  /** Taken for the firm because the words stand in its name alone. */
  isPart?: true
  /** As it was typed; a blank has no key. */
  typed: Readonly<Record<IndicatorId, string>>
  condition?: Condition
  /** Why it is 停产, 搬迁 or 注销. */
  note?: string
  /** 说明 of the figures. */
  words?: string
  /** Figures that are a formula's last value. */
  formulas?: readonly IndicatorId[]
  problem?: LineProblem
}

export type TableLines =
  | { is: 'read'; lines: TableLine[]; skipped: { blank: number; totals: number; notes: number } }
  | { is: 'too-many-rows'; rows: number; most: number }

export const MOST_ROWS = 5_000

const TOTALS = /^(合计|总计|小计|累计|平均|全[镇区市县]|[一-龥]{2,8}合计)[:：]?$/
const NOTES = /^(填报|填表|制表|单位负责|负责人|审核|联系|报出|日期|盖章|注|说明|备注)[^:：]{0,8}([:：]|$)/

const conditions: Readonly<Record<string, Condition>> = {
  正常: 'normal',
  在产: 'normal',
  正常生产: 'normal',
  停产: 'suspended',
  搬迁: 'moved',
  迁出: 'moved',
  注销: 'deregistered',
}

/** Reads the rows under the headings: which firm each is, and what was typed for it. Blank stays blank. */
export const readLines = (rows: readonly TableRow[], columns: Columns, find: FindFirm): TableLines => {
  const skipped = { blank: 0, totals: 0, notes: 0 }
  const lines: TableLine[] = []
  for (const row of rows) {
    const kind = kindOf(row, columns)
    if (kind === 'firm') lines.push(readLine(row, columns, find))
    else skipped[kind] += 1
  }
  if (lines.length > MOST_ROWS) return { is: 'too-many-rows', rows: lines.length, most: MOST_ROWS }
  return { is: 'read', lines: withoutTwins(lines), skipped }
}

const kindOf = (row: TableRow, columns: Columns): 'firm' | 'blank' | 'totals' | 'notes' => {
  const { figures, ...texts } = columns
  const used = [...Object.values(texts), ...Object.values(figures)]
  const firm = [textAt(row, columns.code), textAt(row, columns.name)].filter((text) => text !== '')
  const first = plain(row.cells.find(({ text }) => text.trim() !== '')?.text ?? '')
  if (firm.length < 2 && TOTALS.test(plain(firm[0] ?? first))) return 'totals'
  const hasFigures = Object.values(figures).some((column) => textAt(row, column) !== '')
  if (!hasFigures && NOTES.test(first)) return 'notes'
  return used.every((column) => textAt(row, column) === '') ? 'blank' : 'firm'
}

const readLine = (row: TableRow, columns: Columns, find: FindFirm): TableLine => {
  const written = textAt(row, columns.name)
  const code = textAt(row, columns.code)
  const match = find(code, written)
  const filled = Object.entries(columns.figures).filter(([, column]) => textAt(row, column) !== '')
  const typed = Object.fromEntries(filled.map(([id, column]) => [id, textAt(row, column)]))
  const formulas = filled.filter(([, column]) => row.cells[column]?.isFormula).map(([id]) => id)
  const state = plain(textAt(row, columns.condition))
  const condition = Object.hasOwn(conditions, state) ? conditions[state] : undefined
  const words = textAt(row, columns.words)
  const note = textAt(row, columns.note) || (condition !== 'normal' ? words : '')
  const base: TableLine = {
    row: row.number,
    ...(match.is === 'firm'
      ? { name: match.firm.name, code: match.firm.code, ...(match.by === 'part-of-name' && { isPart: true }) }
      : { name: written || code }),
    typed,
    ...(condition && { condition }),
    ...(condition && note && { note }),
    ...(words && { words }),
    ...(formulas.length > 0 && { formulas }),
  }
  const problem =
    match.is === 'problem'
      ? match.problem
      : row.isHidden && isFilled(base)
        ? ({ why: 'hidden' } as const)
        : conditionProblem(base, state)
  return { ...base, ...(problem && { problem }) }
}

const conditionProblem = (line: TableLine, state: string): LineProblem | undefined => {
  if (state !== '' && line.condition === undefined) return { why: 'unknown-condition' }
  if (line.condition === undefined || line.condition === 'normal') return undefined
  if (Object.keys(line.typed).length > 0) return { why: 'condition-with-figures' }
  return line.note === undefined ? { why: 'condition-without-reason' } : undefined
}

/** Something that would be stored stands in the row. */
const isFilled = ({ typed, condition, words }: TableLine): boolean =>
  Object.keys(typed).length > 0 || words !== undefined || (condition ?? 'normal') !== 'normal'

/** Of a firm's several rows the only one with something in it counts; where two have, none does. */
export const withoutTwins = (lines: readonly TableLine[]): TableLine[] => {
  const firms = [...grouped(lines, ({ code, row }) => code ?? row).values()]
  return firms.flatMap(ofOneFirm).toSorted((a, b) => a.row - b.row)
}

const ofOneFirm = (lines: readonly TableLine[]): TableLine[] => {
  const filled = lines.filter(isFilled)
  if (filled.length === 0) return lines.slice(0, 1)
  if (filled.length === 1) return filled
  const rows = filled.map(({ row }) => row).slice(0, ROWS_NAMED)
  return filled.map((line) => (line.problem ? line : { ...line, problem: { why: 'twice', rows } }))
}

const ROWS_NAMED = 5
