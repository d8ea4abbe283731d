import { importConfirmed, importDropped, importFiled, importPreview } from '../../../bot/cards/import.ts'
import { importCheck, importDifferences, noDifferences } from '../../../bot/cards/import-differences.ts'
import { listFiled, listPreview } from '../../../bot/cards/import-list.ts'
import type { Card } from '../../../bot/cards/kit.ts'
import { importTokens, listTokens } from '../../../bot/flows/import-token.ts'
import { listCounts, listWords } from '../../../bot/words/import-list.ts'
import { importCounts, importTable } from '../../../bot/words/import-table.ts'
import { workbookWords } from '../../../bot/words/workbook.ts'
import { Figures } from '../../../shared/domain/figures.ts'
import { district, FIRMS, firmName, month, now, plan, programme, reports, tally, words } from './month.ts'

const ROWS = 10
const of = { month, department: 'tax' as const }
const beside = Figures.parse({ sales: 1, tax: 1, power: 1 })
const names = programme.indicators.map((one) => one.name)

const preview = (name: string, files: number): Card => {
  const table = {
    ...{ message: `om_${'0'.repeat(32)}`, file: `file_v3_${'0'.repeat(40)}`, name: name.slice(0, 150) },
    digest: 'f'.repeat(64),
  }
  const shown = {
    name: table.name,
    counts: importCounts({
      new: 150,
      changed: 150,
      unchanged: 150,
      untouched: 150,
      unknown: 150,
      refused: 150,
    }),
    files,
    rows: Array.from({ length: ROWS }, (_, index) => workbookWords.row(index + 5, name.slice(0, 20), words)),
    more: FIRMS,
    remarks: [importTable.fills(names), importTable.compares(names)],
  }
  return importPreview(plan, of, shown, importTokens({ programme: programme.id, month }, table))
}

const shownList = (name: string): Card => {
  const table = {
    ...{ message: `om_${'0'.repeat(32)}`, file: `file_v3_${'0'.repeat(40)}`, name: name.slice(0, 150) },
    digest: 'f'.repeat(64),
  }
  const kinds = { add: 9, rename: 9, move: 9, tier: 9, same: 9, outside: 9, refused: 9 }
  const shown = {
    ...{ name: table.name, counts: listCounts(kinds), files: FIRMS, more: FIRMS },
    rows: Array.from({ length: ROWS }, (_, index) => workbookWords.row(index + 5, name.slice(0, 20), words)),
    remarks: [
      listWords.basis({ is: 'tax', year: 2022, lines: [] }, 3, month),
      listWords.absent(FIRMS),
      listWords.everyRow,
    ],
  }
  return listPreview(plan, 'tax', shown, listTokens({ programme: programme.id, month }, table))
}

const differences = (name: string, firms: number): Card =>
  importDifferences(plan, {
    ...{ month, unit: district, from: 0 },
    reports: reports.slice(0, firms).map((report) => ({ ...report, name, beside })),
  }) ?? noDifferences(plan, month, district)

/** Everything that a department's table leads to, at its fullest. */
export const importCards = (name = firmName(1), firms = FIRMS): { name: string; card: Card }[] => [
  { name: 'import-preview', card: preview(name, FIRMS) },
  { name: 'import-preview-refused', card: preview(name, 0) },
  { name: 'import-confirmed', card: importConfirmed(plan, month, 'import') },
  { name: 'import-dropped', card: importDropped(plan, month, 'import') },
  { name: 'list-preview', card: shownList(name) },
  { name: 'list-confirmed', card: importConfirmed(plan, month, 'list') },
  { name: 'list-dropped', card: importDropped(plan, month, 'list') },
  {
    name: 'list-filed',
    card: listFiled(plan, month, { list: 'statistics', rows: FIRMS, same: 9, outside: 9, left: 9 }),
  },
  { name: 'import-filed', card: importFiled(plan, { ...of, taken: 9, same: 9, leftOut: 9, differing: 9 }) },
  { name: 'import-differences', card: differences(name, firms) },
  { name: 'import-no-differences', card: noDifferences(plan, month, district) },
  {
    name: 'import-check',
    card: importCheck(plan, tally, { code: reports[0]?.code as never, name }, { figures: names, at: now }),
  },
]
