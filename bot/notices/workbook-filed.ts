import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { isDone, type Report } from '../../shared/domain/report.ts'
import { judgeStored } from '../../shared/domain/rules/judge.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import { filingResult } from '../cards/filing-result.ts'
import { workbookNotFiled } from '../cards/workbook.ts'
import { defineNotice } from '../declare.ts'
import { filedThrough } from '../flows/filed-through.ts'
import { filingToken } from '../flows/filing-token.ts'
import { workbookWords } from '../words/workbook.ts'

const SHOWN_NEXT = 3

/** The receipt of a table: the same card that follows a page of firms, drawn from the record. */
export default defineNotice({
  kind: 'workbook-filed',
  facts: z.object({
    month: Month,
    township: UnitPath,
    since: z.number(),
    via: z.string(),
    say: z.string(),
  }),
  async render({ ports, plan, person }, { month, township, since, via, say }, push) {
    const { programme, units } = plan
    const of = { programme: programme.id, month, township }
    const [tally, reports, codes] = await Promise.all([
      ports.store.tally(of),
      ports.store.reports(of),
      filedThrough(ports, of, { since, via }),
    ])
    if (person === undefined || tally === undefined || !may(person, programme.id, 'file', township))
      return undefined
    const said = say === '' ? [] : [say]
    if (codes.size === 0) return { card: workbookNotFiled(plan, of, [workbookWords.nothingFiled, ...said]) }
    const stored = (report: Report): FirmResult => ({
      ...{ is: 'stored', report, findings: judgeStored(programme, report) },
      typed: { code: report.code, figures: {} },
    })
    const outcome = {
      ...{ programme, tally, said, names: new Map(), by: person.name, at: push.due },
      townshipName: nameOf(units, township),
      results: reports.filter(({ code }) => codes.has(code)).map(stored),
      nextUp: reports.filter(({ state }) => !isDone(state)).slice(0, SHOWN_NEXT),
    }
    return { card: filingResult(outcome, filingToken({ ...of, codes: [], seen: tally.sequence })) }
  },
})
