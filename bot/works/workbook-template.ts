import * as z from 'zod'
import { longMonth, Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { type OpenId, ownerOf } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import { templateOf } from '../../shared/domain/table/template.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { defineWork } from '../declare-work.ts'
import { condition } from '../words/condition.ts'
import { refusals } from '../words/refusals.ts'
import { table } from '../words/table.ts'
import { workbookWords } from '../words/workbook.ts'

/** An officer's workbook of the month: made, stored at Feishu, and sent to the private chat. */
export default defineWork({
  kind: 'make-template',
  facts: z.object({ month: Month, township: UnitPath }),
  async *run({ ports, plan, who, tell }, { month, township }) {
    const { programme, units } = plan
    const of = { programme: programme.id, month, township }
    const name = nameOf(units, township)
    const [tally, reports] = await Promise.all([ports.store.tally(of), ports.store.reports(of)])
    const isOwn = may(who, programme.id, 'file', township)
    if (!isOwn || tally === undefined || tally.closed) {
      const say = isOwn && tally ? refusals.closed(month, tally.closes).say : refusals.notYours(name).say
      yield { mark: 'told', changes: async () => [tell('table-refused', { say })] }
      return
    }
    const sheets = templateOf({
      ...{
        programme,
        month,
        township: { path: township, name },
        reports: ownOf(reports, ownerOf(who, programme.id, township)),
      },
      ...{ seen: tally.sequence, notes: table.templateNotes, sayNumber: table.sayNumber },
      conditionNames: condition.names,
    })
    const bytes = await ports.files.writeWorkbook(sheets)
    const file = await ports.uploads.upload(`${name}${longMonth(month)}企业数据.xlsx`, bytes)
    yield { mark: 'told', changes: async () => [tell('attachment', { file })] }
  },
  failed: () => workbookWords.templateFailed,
})

/** 分片: without the firms that are a colleague's; all of them for whoever has none. */
const ownOf = (reports: readonly Report[], who: OpenId): readonly Report[] => {
  const own = reports.filter(({ officer }) => officer === undefined || officer === who)
  return own.length > 0 ? own : reports
}
