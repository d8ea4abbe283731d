import * as z from 'zod'
import { UnitPath } from '../../shared/domain/unit.ts'
import { townshipNews } from '../cards/township-news.ts'
import { defineNotice } from '../declare.ts'

/** To district staff, privately: what a township has told about itself and its firms. */
export default defineNotice({
  kind: 'township-news',
  facts: z.object({ township: UnitPath }),
  async render({ ports, plan }, { township }, push) {
    if (push.month === undefined) return undefined
    const of = { programme: push.programme, month: push.month, township }
    const [tally, reports, first] = await Promise.all([
      ports.store.tally(of),
      ports.store.reports(of),
      push.thread === undefined ? undefined : ports.store.ledger(push.thread),
    ])
    if (tally === undefined || tally.closed) return undefined
    const halted = reports.filter(({ state }) => state === 'inactive')
    if (halted.length === 0 && !tally.difficulties?.length && first === undefined) return undefined
    return { card: townshipNews(plan, tally, halted) }
  },
})
