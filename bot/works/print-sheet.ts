import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { may, visibleTo } from '../../shared/domain/permission.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { defineWork } from '../declare-work.ts'
import { refusals } from '../words/refusals.ts'
import { sheetWords } from '../words/sheet.ts'
import { unitWords } from '../words/units.ts'
import { printedSheet } from './print-rows.ts'

/** 本月报表: a township's month as a workbook to print and to stamp, sent to the private chat of whoever asked. */
export default defineWork({
  kind: 'print-sheet',
  facts: z.object({ month: Month, township: UnitPath }),
  async *run({ ports, plan, who, at, tell }, { month, township }) {
    const of = { programme: plan.programme.id, month, township }
    const name = nameOf(plan.units, township)
    const [tally, reports] = await Promise.all([ports.store.tally(of), ports.store.reports(of)])
    const isAllowed = may(who, plan.programme.id, 'seeFirm', township)
    if (!isAllowed || tally === undefined) {
      const say = isAllowed ? unitWords.notOpened(month) : refusals.notAllowed.say
      yield { mark: 'told', changes: async () => [tell('work-failed', { say })] }
      return
    }
    const indicators = visibleTo(who, plan.programme, township)
    const sheet = printedSheet({ plan, township: name, tally, reports, indicators, by: who.name, at })
    const bytes = await ports.files.writeWorkbook([sheet])
    const file = await ports.uploads.upload(sheetWords.fileName(name, month), bytes)
    yield { mark: 'told', changes: async () => [tell('attachment', { file })] }
  },
  failed: () => sheetWords.failed,
})
