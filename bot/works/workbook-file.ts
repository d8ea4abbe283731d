import { longMonth, Month } from '../../shared/domain/month.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { TownshipMonth } from '../../shared/ports.ts'
import { PreviewedTable } from '../cards/workbook-state.ts'
import { defineWork, type WorkContext } from '../declare-work.ts'
import { filedThrough } from '../flows/filed-through.ts'
import { workbookWords } from '../words/workbook.ts'
import { markedSheets, outcomeOf } from './workbook-marked.ts'
import { type Lines, readSent } from './workbook-reading.ts'
import { stepsOf } from './workbook-steps.ts'

const Confirmed = PreviewedTable.extend({ month: Month, township: UnitPath })

/**
 * 确认提交: the same table is read again and filed some firms at a time; then its receipt and the workbook with a sentence
 * in every row are sent. Whatever stops it, a firm is filed once, and the receipt says what is in the record.
 */
export default defineWork({
  kind: 'file-table',
  facts: Confirmed,
  async *run(context, { month, township, ...table }) {
    const of = { programme: context.plan.programme.id, month, township }
    const via = `${table.file === undefined ? 'paste' : 'workbook'}:${table.message}`
    const filed = { month, township, since: table.since, via }
    const read = await readSent(context, table, of)
    if (read.is !== 'lines' || read.digest !== table.digest) {
      const say = read.is === 'refused' ? read.say : workbookWords.otherTable
      yield { mark: 'told', changes: async () => [context.tell('workbook-filed', { ...filed, say })] }
      return
    }
    for (const step of stepsOf(context, { of, lines: read.lines, seen: table.seen, via })) yield step
    const { say, file } = await told(context, { of, since: table.since, seen: table.seen, via }, read)
    yield {
      mark: 'told',
      changes: async () => [
        context.tell('workbook-filed', { ...filed, say }),
        context.tell('attachment', { file }),
      ],
    }
  },
  failed: () => workbookWords.filingFailed,
})

type Filed = { of: TownshipMonth; since: number; seen: number; via: string }

/** What was left out, counted, and the workbook that says so row by row, stored at Feishu. */
const told = async ({ ports, plan }: WorkContext, { of, since, seen, via }: Filed, { lines }: Lines) => {
  const { programme, units } = plan
  const [tally, reports, changed] = await Promise.all([
    ports.store.tally(of),
    ports.store.reports(of),
    filedThrough(ports, of, { since, via }),
  ])
  const isClosed = tally?.closed ?? true
  const outcome = outcomeOf(lines, { programme, reports, seen, changed, isClosed })
  const name = nameOf(units, of.township)
  const sheets = markedSheets(outcome, { programme, of, name, sequence: tally?.sequence ?? 0, reports })
  const bytes = await ports.files.writeWorkbook(sheets)
  const file = await ports.uploads.upload(`${name}${longMonth(of.month)}提交结果.xlsx`, bytes)
  return { say: outcome.say, file }
}
