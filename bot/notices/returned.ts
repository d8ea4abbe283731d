import * as z from 'zod'
import { UnitPath } from '../../shared/domain/unit.ts'
import { returnedCard } from '../cards/returned.ts'
import { defineNotice } from '../declare.ts'

/** The district sent firms back: a card with each of them open, and why. */
export default defineNotice({
  kind: 'returned',
  facts: z.object({ township: UnitPath }),
  async render({ ports, plan }, { township }, push) {
    if (push.month === undefined) return undefined
    const of = { programme: push.programme, month: push.month, township }
    const [tally, reports] = await Promise.all([ports.store.tally(of), ports.store.reports(of)])
    const returned = reports.filter(({ state }) => state === 'returned')
    if (tally === undefined || tally.closed || returned.length === 0) return undefined
    return { card: returnedCard(plan, tally, returned) }
  },
})
