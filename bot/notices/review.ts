import * as z from 'zod'
import { unreviewedCount } from '../../shared/domain/tally.ts'
import { reviewList } from '../cards/review-list.ts'
import { defineNotice } from '../declare.ts'
import { talliesFor } from './situation.ts'

/** During the review, each working day: which townships wait for this reviewer. Reviewers are chased too. */
export default defineNotice({
  kind: 'review',
  facts: z.object({}),
  async render(context, _facts, push) {
    const waiting = (await talliesFor(context, push, ['district'])).filter(
      (tally) => unreviewedCount(tally.counts) > 0,
    )
    return waiting.length === 0 ? undefined : { card: reviewList(context.plan, waiting) }
  },
})
