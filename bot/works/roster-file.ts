import { ImportedTable } from '../cards/import-state.ts'
import { Roster } from '../cards/roster-state.ts'
import { defineWork, type WorkContext } from '../declare-work.ts'
import { peopleTable } from '../words/people-table.ts'
import { rosterWords } from '../words/roster.ts'
import { unitsTable } from '../words/units-table.ts'
import { readRoster } from './roster-reading.ts'
import { markedRoster } from './roster-sheets.ts'
import { contentOf } from './workbook-content.ts'

/** 确认修改: the same table is read again and done step by step; then its receipt, and the workbook with what is so now. */
export default defineWork({
  kind: 'file-roster',
  facts: ImportedTable.extend({ what: Roster }),
  async *run(context, { what, ...table }) {
    const read = await readTable(context, table)
    if (read.is === 'refused') {
      yield { mark: 'told', changes: async () => [context.tell('table-refused', { say: read.say })] }
      return
    }
    for (const step of read.steps) yield step
    const after = await readTable(context, table)
    if (after.is === 'refused') throw new Error(`${context.id}: the table cannot be read any more`)
    const file = await markedRoster(context, after, 'result')
    const same = after.rows.filter(({ kind }) => kind === 'same').length
    const rows = after.rows.length
    yield {
      mark: 'told',
      changes: async () => [
        context.tell('roster-filed', { what, rows, same, left: rows - same }),
        context.tell('attachment', { file }),
      ],
    }
  },
  failed: ({ what }) => (what === 'people' ? peopleTable : unitsTable).failed,
})

const readTable = async (context: WorkContext, table: ImportedTable) => {
  const content = await contentOf(context.ports, table)
  if (content.is === 'refused') return content
  const other = { is: 'refused' as const, say: rosterWords.otherTable }
  if (content.is !== 'sheets' || content.digest !== table.digest) return other
  const deed = { via: `import:roster:${table.message}`, reason: rosterWords.reason(table.name) }
  return (await readRoster(context, content, deed)) ?? other
}
