import * as z from 'zod'
import { CreditCode } from '../../shared/domain/enterprise.ts'
import { Instant } from '../../shared/domain/instant.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { returnedCard } from '../cards/returned.ts'
import { defineNotice } from '../declare.ts'

/** The district sent firms back: a card with each of them open, and why; a firm whose reason is a new one first. */
export default defineNotice({
  kind: 'returned',
  facts: z.object({
    township: UnitPath,
    code: CreditCode.optional(),
    at: Instant.optional(),
    again: z.boolean().optional(),
  }),
  async render({ ports, plan }, { township, code, at, again }, push) {
    if (push.month === undefined) return undefined
    const of = { programme: push.programme, month: push.month, township }
    const [tally, reports] = await Promise.all([ports.store.tally(of), ports.store.reports(of)])
    const returned = reports.filter(({ state }) => state === 'returned')
    if (tally === undefined || tally.closed || returned.length === 0) return undefined
    const firm = returned.find((report) => report.code === code)
    // Sent back once more before this could be said: the push of that return says it.
    if (at !== undefined && firm?.returned !== undefined && firm.returned.at > at) return undefined
    return { card: returnedCard(plan, tally, returned, again ? firm?.code : undefined) }
  },
})
