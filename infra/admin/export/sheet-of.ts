import { SCALE } from '../../../shared/domain/amount.ts'
import type { Indicator } from '../../../shared/domain/programme.ts'
import type { WrittenCell, WrittenSheet } from '../../../shared/ports.ts'
import { atText } from '../opened.ts'
import { headings } from './headings.ts'

type Cell = string | number
export type Row = ReadonlyMap<string, Cell>

/** Excel refuses a longer cell; what is longer is in the JSON Lines whole. */
const LONGEST_CELL = 32_000
const LONGEST_WIDTH = 40

/** Everything of a value by its path, `figures.sales`; lists stay JSON. */
export const flattened = (value: unknown, indicators: readonly Indicator[]): Row => {
  const row = new Map<string, Cell>()
  const ids = new Set<string>(indicators.map(({ id }) => id))
  const fill = (part: unknown, path: readonly string[]): void => {
    if (part === undefined || part === null) return
    if (typeof part === 'object' && !Array.isArray(part) && !(part instanceof Set)) {
      for (const [key, inside] of Object.entries(part)) fill(inside, [...path, key])
      return
    }
    row.set(path.join('.'), typeof part === 'number' ? number(part, path, ids) : text(part))
  }
  fill(value, [])
  return row
}

const text = (part: unknown): string => {
  const whole = typeof part === 'string' ? part : written(part)
  return whole.length > LONGEST_CELL ? '（太长，见同名的 .jsonl）' : whole
}

const written = (part: unknown): string => {
  if (typeof part === 'boolean') return part ? '是' : '否'
  if (part instanceof Set) return [...part].join('、')
  const isWords = Array.isArray(part) && part.every((one) => typeof one === 'string')
  return isWords ? part.join('、') : JSON.stringify(part)
}

/** Under these a figure is a whole number of ten-thousandths of its unit; elsewhere it is what it is. */
const SCALED = /^(figures|beside|before|after|was|last|lastYear|yearToDate|lastYearToDate|sums|\d{1,2})$/
const IS_AN_INSTANT = 10 ** 12

const number = (value: number, path: readonly string[], ids: ReadonlySet<string>): Cell => {
  const [parent = '', key = ''] = path.slice(-2)
  if (ids.has(key) && SCALED.test(parent)) return value / SCALE
  return value > IS_AN_INSTANT && !path.includes('figures') ? atText(value) : value
}

/** A sheet with a column for every path that any of the rows has. */
export const sheetOf = (
  name: string,
  rows: readonly Row[],
  indicators: readonly Indicator[],
): WrittenSheet => {
  const paths = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  const named = new Map(indicators.map(({ id, name: full, unit }) => [String(id), `${full}（${unit}）`]))
  const heading = (path: string): string =>
    path
      .split('.')
      .map((part) => named.get(part) ?? headings[part] ?? part)
      .join(' · ')
  const cell = (value: Cell | undefined): WrittenCell => ({ value: value ?? null })
  return {
    name,
    widths: paths.map((path) => Math.min(LONGEST_WIDTH, Math.max(12, heading(path).length * 2))),
    frozen: { rows: 1, columns: 0 },
    rows: [
      paths.map((path): WrittenCell => ({ value: heading(path), style: 'heading' })),
      ...rows.map((row) => paths.map((path) => cell(row.get(path)))),
    ],
  }
}
