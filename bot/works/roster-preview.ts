import type { Change } from '../../shared/ports.ts'
import type { ImportedTable } from '../cards/import-state.ts'
import type { WorkContext } from '../declare-work.ts'
import { rosterWords } from '../words/roster.ts'
import type { RosterRead } from './roster-reading.ts'
import { markedRoster } from './roster-sheets.ts'
import { rowsOnCard } from './workbook-preview.ts'

/** What the preview of a table of people or units says, with a workbook that says it of every row. No name stands in it. */
export const rosterTold = async (
  context: WorkContext,
  table: ImportedTable,
  read: RosterRead,
): Promise<Change[]> => {
  const { what, rows, changes, remarks } = read
  const looked = rows
    .filter(({ kind }) => kind === 'refused')
    .map(({ row, sentence }) => rosterWords.row(row, sentence))
  const counts = Object.entries(rosterWords.counted)
    .map(([kind, said]) => ({ said, count: rows.filter((row) => row.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ said, count }) => `${said} ${count} 行`)
  const file = await markedRoster(context, read, 'preview')
  return [
    context.tell('roster-preview', {
      ...{ ...table, what, counts: counts.join(' · '), files: changes },
      ...rowsOnCard(looked),
      remarks: [...remarks, rosterWords.everyRow],
    }),
    context.tell('attachment', { file }),
  ]
}
