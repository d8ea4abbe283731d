import * as z from 'zod'
import { reviewerDigest } from '../cards/digests.ts'
import { defineNotice } from '../declare.ts'
import { owingOf, talliesFor, unexplained, unstaffedIn } from './situation.ts'

/** The second working day, to district staff: which of their townships need a call. */
export default defineNotice({
  kind: 'overdue-reviewer',
  facts: z.object({}),
  async render(context, _facts, push) {
    const tallies = unexplained(await talliesFor(context, push, ['district']))
    const [first] = tallies
    if (first === undefined) return undefined
    const about = { plan: context.plan, month: first.month }
    return { card: reviewerDigest(about, owingOf(context, tallies, await unstaffedIn(context, tallies))) }
  },
})
