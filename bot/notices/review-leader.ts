import * as z from 'zod'
import { unreviewedCount } from '../../shared/domain/tally.ts'
import { leaderDigest } from '../cards/digests.ts'
import { defineNotice } from '../declare.ts'
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
    const about = { plan: context.plan, month: first.month }
    return { card: leaderDigest(about, { townships: waiting.length, firms }) }
  },
})
