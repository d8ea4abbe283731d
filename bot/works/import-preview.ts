import { isStored } from '../../shared/domain/import-preview.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import type { Person } from '../../shared/domain/person.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Change } from '../../shared/ports.ts'
import type { ImportedTable } from '../cards/import-state.ts'
import type { WorkContext } from '../declare-work.ts'
import { importCounts, importSentence, importTable } from '../words/import-table.ts'
import { readImport } from './import-reading.ts'
import { rowsOnCard, sentenceOf } from './workbook-preview.ts'

/** Staff of a district or the city who file nothing themselves: a table of theirs is a department's. */
export const bringsIn = (who: Person, { id }: Programme): boolean =>
  scopeFor(who, id, 'file').length === 0 && scopeFor(who, id, 'importFigures').length > 0

/** What the preview of a department's table says, and how to get at the table again; or why it is not taken. */
export const importTold = async (
  context: WorkContext,
  sent: Omit<ImportedTable, 'digest'>,
): Promise<Change> => {
  const read = await readImport(context, sent)
  if (read.is === 'refused') return context.tell('table-refused', { say: read.say })
  const { programme } = context.plan
  const { rows, counts, month, department, imported, digest } = read
  const looked = rows
    .filter(({ is }) => is === 'refused' || is === 'unknown')
    .map((row) => sentenceOf(row.line, importSentence(row, programme)))
  const names = (fills: boolean) =>
    imported.filter((one) => one.fills === fills).map(({ indicator }) => indicator.name)
  const [filled, compared] = [names(true), names(false)]
  return context.tell('import-preview', {
    ...{ month, department, digest, message: sent.message, file: sent.file, name: sent.name },
    counts: importCounts(counts),
    files: rows.filter(isStored).length,
    ...rowsOnCard(looked),
    remarks: [
      ...(filled.length > 0 ? [importTable.fills(filled)] : []),
      ...(compared.length > 0 ? [importTable.compares(compared)] : []),
    ],
  })
}
