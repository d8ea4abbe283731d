import * as z from 'zod'
import { nameOf } from '../../shared/domain/plan.ts'
import { openCount } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { completeCard } from '../cards/complete.ts'
import { defineNotice } from '../declare.ts'
import { receiptNumber } from '../words/filing.ts'

/** A township's month is complete: a message of its own, to keep. */
export default defineNotice({
  kind: 'receipt',
  facts: z.object({ township: UnitPath, sequence: z.number() }),
  async render({ ports, plan }, { township, sequence }, push) {
    if (push.month === undefined) return undefined
    const tally = await ports.store.tally({ programme: push.programme, month: push.month, township })
    if (tally === undefined || openCount(tally.counts) > 0) return undefined
    const number = receiptNumber(push.month, nameOf(plan.units, township), push.due, sequence)
    return { card: completeCard(plan, tally, number) }
  },
})
