import * as z from 'zod'
import { nameOf } from '../../shared/domain/plan.ts'
import { openCount } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { press, row } from '../cards/kit.ts'
import { plainCard } from '../cards/plain.ts'
import { defineNotice } from '../declare.ts'
import { filingToken } from '../flows/filing-token.ts'
import { completeBody, completeTitle, receiptNumber } from '../words/filing.ts'

/** A township's month is complete: a message of its own, to keep. */
export default defineNotice({
  kind: 'receipt',
  facts: z.object({ township: UnitPath, sequence: z.number() }),
  async render({ ports, plan }, { township, sequence }, push) {
    if (push.month === undefined) return undefined
    const tally = await ports.store.tally({ programme: push.programme, month: push.month, township })
    if (tally === undefined || openCount(tally.counts) > 0) return undefined
    const name = nameOf(plan.units, township)
    const token = filingToken({
      programme: push.programme,
      month: push.month,
      township,
      codes: [],
      seen: tally.sequence,
    })
    const number = receiptNumber(push.month, name, push.due, sequence)
    return {
      card: plainCard(plan, push.month, {
        title: completeTitle(name, push.month),
        tone: 'green',
        body: completeBody(tally.counts, tally.closes, number),
        ways: [
          row([
            ...(tally.counts.questioned > 0
              ? [press(`补说明（${tally.counts.questioned} 户）`, token('explain'), { kind: 'primary' })]
              : []),
            press('查看、修改已报', token('filed')),
          ]),
        ],
      }),
    }
  },
})
