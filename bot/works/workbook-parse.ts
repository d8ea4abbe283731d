import type { Month } from '../../shared/domain/month.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import { chooseSheet } from '../../shared/domain/table/choose-sheet.ts'
import type { FindFirm, KnownFirm } from '../../shared/domain/table/firms.ts'
import { readPasted } from '../../shared/domain/table/pasted.ts'
import { readLines, type TableLine, type TableLines } from '../../shared/domain/table/rows.ts'
import type { Sheet } from '../../shared/ports.ts'
import { officerIndicators } from '../cards/filing-indicators.ts'
import { headingsAsked, table } from '../words/table.ts'
import { workbookWords } from '../words/workbook.ts'

export type Parsed =
  | { is: 'lines'; lines: readonly TableLine[]; remarks: readonly string[] }
  | { is: 'refused'; say: string }
  /** Plain words: they are answered as such. */
  | { is: 'nothing' }

/** Asked a second time, with neighbours' firms, where a row's firm is nobody's. */
export type Parse = (roster: readonly KnownFirm[], find: FindFirm) => Parsed

type About = { programme: Programme; month: Month }

/** Rows of the one sheet that has figures, or what to do about the file. */
export const parseSheets = (sheets: readonly Sheet[], { programme, month }: About): Parse => {
  const chosen = chooseSheet(sheets, { indicators: officerIndicators(programme), month })
  if (chosen.is === 'two-sheets') return () => ({ is: 'refused', say: table.twoSheets(chosen.names) })
  if (chosen.is === 'asked') return () => ({ is: 'refused', say: headingsAsked(chosen.headings, programme) })
  const { sheet, headings } = chosen
  const merged = sheet.merges > 0 ? [table.merged] : []
  return (_roster, find) =>
    linesOf(readLines(sheet.rows.slice(headings.first), headings.columns, find), merged)
}

/** A table with its tabs, or firms and figures as people write them to one another. */
export const parseText =
  (text: string, { programme, month }: About): Parse =>
  (roster, find) => {
    const read = readPasted(text, { indicators: officerIndicators(programme), month, roster, find })
    switch (read.is) {
      case 'table':
        return linesOf(read.table, [])
      case 'headings':
        return { is: 'refused', say: headingsAsked(read.headings, programme) }
      case 'too-long':
        return { is: 'refused', say: table.tooLongText }
      case 'nothing':
        return read
      case 'lines':
        return isMeant(read.lines, text) ? { is: 'lines', lines: read.lines, remarks: [] } : { is: 'nothing' }
    }
  }

const linesOf = (read: TableLines, remarks: readonly string[]): Parsed => {
  if (read.is === 'too-many-rows') return { is: 'refused', say: table.tooManyRows(read.rows, read.most) }
  const formulas = read.lines.filter((line) => line.formulas).length
  const skipped = table.skipped(read.skipped)
  return {
    is: 'lines',
    lines: read.lines,
    remarks: [
      ...remarks,
      ...(formulas > 0 ? [workbookWords.formulas(formulas)] : []),
      ...(skipped === '' ? [] : [skipped]),
    ],
  }
}

/** Words with a number in them are no figures: a firm is known, or so many numbers follow that one must be meant. */
const isMeant = (lines: readonly TableLine[], text: string): boolean =>
  lines.some(
    ({ code, problem }) =>
      code !== undefined ||
      problem?.why === 'near-name' ||
      problem?.why === 'several-names' ||
      problem?.why === 'elsewhere',
  ) || (text.match(/\d+(\.\d+)?/g) ?? []).length >= FIGURES_OF_A_FIRM

const FIGURES_OF_A_FIRM = 3
