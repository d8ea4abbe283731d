import * as z from 'zod'
import { CreditCode } from '../../shared/domain/enterprise.ts'
import { Instant } from '../../shared/domain/instant.ts'
import { may } from '../../shared/domain/permission.ts'
import { IndicatorId } from '../../shared/domain/programme.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { importCheck } from '../cards/import-differences.ts'
import { defineNotice } from '../declare.ts'

/** 请核对: an officer is asked to look at a firm's figures again, while the month is open. */
export default defineNotice({
  kind: 'import-check',
  facts: z.object({ township: UnitPath, code: CreditCode, on: z.array(IndicatorId), at: Instant }),
  async render({ ports, plan, person }, { township, code, on, at }, { month, programme }) {
    if (month === undefined || !person || !may(person, programme, 'file', township)) return undefined
    const of = { programme, month, township }
    const [tally, report] = await Promise.all([ports.store.tally(of), ports.store.report(of, code)])
    if (tally === undefined || tally.closed || report === undefined) return undefined
    // Changed since it was asked: the officer has looked.
    if ((report.filedAt ?? 0) > at) return undefined
    const figures = plan.programme.indicators.filter(({ id }) => on.includes(id)).map(({ name }) => name)
    return { card: importCheck(plan, tally, report, { figures, at }) }
  },
})
