import type { Push } from '../../shared/domain/push.ts'
import { isFiled, type PreviewKind, previewOf } from '../../shared/domain/table/preview.ts'
import type { TableLine } from '../../shared/domain/table/rows.ts'
import { shorten } from '../cards/escape.ts'
import type { SentTable } from '../cards/workbook-state.ts'
import type { WorkContext } from '../declare-work.ts'
import { previewCounts, rowSentence } from '../words/table.ts'
import { workbookWords } from '../words/workbook.ts'
import type { Lines } from './workbook-reading.ts'

/**
 * Rows on the card, the worst first, and then what was read of the good ones: which number went into which column.
 * Those that the card has no room for stand in the workbook that comes back.
 */
const LOOKED_AT: readonly PreviewKind[] = [
  ...(['refused', 'contested', 'questioned'] as const),
  ...(['changed', 'condition', 'new'] as const),
]
const MOST_ROWS = 10
/** A push that lists what is wrong with a table is larger than others, and never larger than this. */
const MOST_BYTES = 3_000
const LONGEST_NAME = 20
const LONGEST_SENTENCE = 160

/** What the preview card says: counted, the rows to look at with their numbers, and how to get at the table again. */
export const previewFacts = (
  { plan }: Pick<WorkContext, 'plan'>,
  sent: SentTable,
  { tally, reports, lines, seen, digest, remarks }: Lines,
): Push['facts'] => {
  const { programme } = plan
  const { rows, counts } = previewOf(lines, { programme, reports, seen })
  const looked = LOOKED_AT.flatMap((kind) => rows.filter(({ is }) => is === kind)).map((row) =>
    sentenceOf(row.line, rowSentence(row, programme)),
  )
  return {
    ...{ month: tally.month, township: tally.township, seen, since: tally.sequence, digest },
    ...{ message: sent.message, name: sent.name, ...(sent.file !== undefined && { file: sent.file }) },
    counts: previewCounts(counts),
    files: rows.filter((row) => isFiled(row) || row.is === 'condition').length,
    ...rowsOnCard(looked),
    remarks: [...remarks],
  }
}

/** A row to look at, with its number. */
export const sentenceOf = ({ row, name }: Pick<TableLine, 'row' | 'name'>, sentence: string): string =>
  workbookWords.row(row, shorten(name, LONGEST_NAME), shorten(sentence, LONGEST_SENTENCE))

/** Those of the rows to look at that a push has room for, and how many more there are. */
export const rowsOnCard = (looked: readonly string[]): { rows: string[]; more: number } => {
  const rows = withinBytes(looked.slice(0, MOST_ROWS))
  return { rows, more: looked.length - rows.length }
}

const withinBytes = (sentences: readonly string[]): string[] => {
  let bytes = 0
  return sentences.filter((sentence) => {
    bytes += Buffer.byteLength(sentence)
    return bytes <= MOST_BYTES
  })
}
