import { isStored } from '../../shared/domain/import-preview.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import type { Person } from '../../shared/domain/person.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Change } from '../../shared/ports.ts'
import type { ImportedTable } from '../cards/import-state.ts'
import type { WorkContext } from '../declare-work.ts'
import { importCounts, importSentence, importTable } from '../words/import-table.ts'
import { readFirmList } from './import-list.ts'
import { listTold } from './import-list-preview.ts'
import { type ImportRead, readImport } from './import-reading.ts'
import { rosterTold } from './roster-preview.ts'
import { readRoster } from './roster-reading.ts'
import { contentOf } from './workbook-content.ts'
import { rowsOnCard, sentenceOf } from './workbook-preview.ts'

/** Staff of a district or the city who file nothing themselves: a table of theirs is a department's. */
export const bringsIn = (who: Person, { id }: Programme): boolean =>
  scopeFor(who, id, 'file').length === 0 && scopeFor(who, id, 'importFigures').length > 0

/** What a table of theirs would lead to: a bureau's list of firms changes the registry, another is a month's figures. */
export const importTold = async (
  context: WorkContext,
  sent: Omit<ImportedTable, 'digest'>,
): Promise<Change[]> => {
  const content = await contentOf(context.ports, sent)
  const roster =
    content.is === 'sheets'
      ? await readRoster(context, content, { via: 'import:roster', reason: '' })
      : undefined
  if (content.is === 'sheets' && roster?.is === 'roster')
    return rosterTold(context, { ...sent, digest: content.digest }, roster)
  if (roster?.is === 'refused') return [context.tell('table-refused', { say: roster.say })]
  const list = content.is === 'sheets' ? await readFirmList(context, content, sent) : undefined
  if (content.is === 'sheets' && list?.is === 'list')
    return listTold(context, { ...sent, digest: content.digest }, list)
  const read = list?.is === 'refused' ? list : await readImport(context, content)
  return [
    read.is === 'refused'
      ? context.tell('table-refused', { say: read.say })
      : figuresTold(context, sent, read),
  ]
}

/** What the preview of a department's table says, and how to get at the table again. */
const figuresTold = (context: WorkContext, sent: Omit<ImportedTable, 'digest'>, read: ImportRead): Change => {
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
