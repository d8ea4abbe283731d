import * as z from 'zod'
import { isWaiting } from '../../shared/domain/correction.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { defineNotice } from '../declare.ts'
import { lookAt } from '../flows/decide-correction.ts'

/** To district staff, privately: a township asks to have a closed month corrected. */
export default defineNotice({
  kind: 'correction-asked',
  facts: z.object({ township: UnitPath, number: z.number().int() }),
  async render({ ports, plan, at }, { township, number }, push) {
    if (push.month === undefined) return undefined
    const of = { programme: push.programme, month: push.month, township }
    const correction = await ports.store.correction(of, number)
    if (correction === undefined || !isWaiting(correction, at)) return undefined
    const report = await ports.store.report(of, correction.code)
    return report && { card: await lookAt({ ports, plan }, correction, report) }
  },
})
