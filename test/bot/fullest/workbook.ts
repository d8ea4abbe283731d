import type { Card } from '../../../bot/cards/kit.ts'
import {
  workbookConfirmed,
  workbookDropped,
  workbookNotFiled,
  workbookPreview,
} from '../../../bot/cards/workbook.ts'
import type { TablePreview } from '../../../bot/cards/workbook-state.ts'
import { previewTokens } from '../../../bot/flows/workbook-token.ts'
import { previewCounts, table as tableWords } from '../../../bot/words/table.ts'
import { workbookWords } from '../../../bot/words/workbook.ts'
import { previewKinds } from '../../../shared/domain/table/preview.ts'
import { FIRMS, firmName, plan, tally, words } from './month.ts'

const ROWS = 10
const SENTENCE = `${words}${words}`.slice(0, 160)
const counts = Object.fromEntries(previewKinds.map((kind) => [kind, FIRMS])) as Parameters<
  typeof previewCounts
>[0]

/** A table of which something of everything comes, every row to look at with the longest sentence. */
export const previewOf = (name: string, some: Partial<TablePreview> = {}): Card => {
  const table = {
    ...{ message: `om_${'0'.repeat(32)}`, file: `file_v3_${'0'.repeat(40)}`, name: name.slice(0, 150) },
    ...{ digest: 'f'.repeat(64), seen: 1, since: tally.sequence },
  }
  const preview = {
    name: table.name,
    counts: previewCounts(counts),
    files: FIRMS,
    rows: Array.from({ length: ROWS }, (_, index) =>
      workbookWords.row(index + 5, name.slice(0, 20), SENTENCE),
    ),
    more: FIRMS,
    remarks: [tableWords.merged, workbookWords.formulas(FIRMS), tableWords.skipped({ totals: 3, notes: 5 })],
    ...some,
  }
  return workbookPreview(plan, tally, preview, previewTokens(tally, table))
}

export const workbookCards = (): { name: string; card: Card }[] => [
  { name: 'workbook-preview', card: previewOf(firmName(1)) },
  { name: 'workbook-preview-refused', card: previewOf(firmName(1), { files: 0 }) },
  { name: 'workbook-confirmed', card: workbookConfirmed(plan, tally) },
  { name: 'workbook-dropped', card: workbookDropped(plan, tally) },
  {
    name: 'workbook-not-filed',
    card: workbookNotFiled(plan, tally, [workbookWords.nothingFiled, workbookWords.leftOut(FIRMS)]),
  },
]
