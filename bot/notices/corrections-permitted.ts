import * as z from 'zod'
import { isValid } from '../../shared/domain/permit.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { permitGiven } from '../cards/permit.ts'
import { defineNotice } from '../declare.ts'

/** To a township's people and their district, privately: the month may be corrected directly for some days. */
export default defineNotice({
  kind: 'corrections-permitted',
  facts: z.object({ township: UnitPath }),
  async render({ ports, plan, at }, { township }, push) {
    if (push.month === undefined) return undefined
    const tally = await ports.store.tally({ programme: push.programme, month: push.month, township })
    if (!isValid(tally?.permit, at)) return undefined
    const by = await ports.store.person(tally.permit.by)
    return { card: permitGiven(plan, tally, { permit: tally.permit, by: by?.name ?? '' }) }
  },
})
