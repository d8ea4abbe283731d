import type { Indicator } from '../programme.ts'
import { type Block, blocksOf, type ChatAbout } from './chat-blocks.ts'
import { figuresOf } from './chat-figures.ts'
import { type Headings, readHeadings } from './headings.ts'
import { type LineProblem, readLines, type TableLine, type TableLines, withoutTwins } from './rows.ts'
import type { TableRow } from './sheet.ts'

export type Pasted =
  /** A table with headings, copied out of a spreadsheet. */
  | { is: 'table'; headings: Extract<Headings, { is: 'found' }>; table: TableLines }
  /** A table whose headings have to be asked about. */
  | { is: 'headings'; headings: Exclude<Headings, { is: 'found' }> }
  /** Firms and figures as people write them to one another. */
  | { is: 'lines'; lines: TableLine[] }
  | { is: 'nothing' }
  | { is: 'too-long'; most: number }

const LONGEST = 200_000

/** Reads text that was pasted: a table with its tabs, or firms' names with figures under or behind them. */
export const readPasted = (text: string, about: ChatAbout): Pasted => {
  if (text.length > LONGEST) return { is: 'too-long', most: LONGEST }
  if (text.includes('\t')) {
    const rows = text.split(/\r?\n|\r/).map(
      (line, index): TableRow => ({
        number: index + 1,
        cells: line.split('\t').map((cell) => ({ text: cell })),
      }),
    )
    const headings = readHeadings({ rows }, about)
    if (headings.is === 'found') {
      const table = readLines(rows.slice(headings.first), headings.columns, about.find)
      return { is: 'table', headings, table }
    }
    if (headings.is !== 'no-headings') return { is: 'headings', headings }
  }
  const lines = withoutTwins(blocksOf(text, about).flatMap((block) => lineOf(block, about.indicators)))
  return lines.length > 0 ? { is: 'lines', lines } : { is: 'nothing' }
}

/** A firm's figures are its own; whatever is not plain takes nothing of them. */
const lineOf = (block: Block, indicators: readonly Indicator[]): TableLine[] => {
  const { row, name, match, tokens, isOther } = block
  const hasFigures = tokens.some(({ is }) => is === 'number')
  if (!hasFigures && (match.is === 'problem' || block.isGiven)) return []
  const { typed, problem } = figuresOf(tokens, indicators)
  const wrong: LineProblem | undefined =
    match.is === 'problem' ? match.problem : isOther && hasFigures ? { why: 'other-period' } : problem
  return [
    {
      row,
      ...(match.is === 'firm' ? { name: match.firm.name, code: match.firm.code } : { name }),
      ...(match.is === 'firm' && match.by === 'part-of-name' && { isPart: true }),
      typed,
      ...(wrong && { problem: wrong }),
    },
  ]
}
