import * as z from 'zod'
import { unreviewedCount } from '../../shared/domain/tally.ts'
import { plainCard } from '../cards/plain.ts'
import { defineNotice } from '../declare.ts'
import { review } from '../words/review.ts'
import { talliesFor } from './situation.ts'

/** The second day of the review, to the district's leader: how much still waits, without names. */
export default defineNotice({
  kind: 'review-leader',
  facts: z.object({}),
  async render(context, _facts, push) {
    const waiting = (await talliesFor(context, push, ['leader'])).filter(
      (tally) => unreviewedCount(tally.counts) > 0,
    )
    const [first] = waiting
    if (first === undefined) return undefined
    const firms = waiting.reduce((sum, tally) => sum + unreviewedCount(tally.counts), 0)
    const body = review.leader(first.month, waiting.length, firms)
    return { card: plainCard(context.plan, first.month, { title: '审核进度', tone: 'wathet', body }) }
  },
})
