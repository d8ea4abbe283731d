import * as z from 'zod'
import { plainCard } from '../cards/plain.ts'
import { defineNotice } from '../declare.ts'
import { reminders } from '../words/reminders.ts'
import { owingOf, talliesFor, unexplained } from './situation.ts'

/** The second working day, to district staff: which of their townships need a call. */
export default defineNotice({
  kind: 'overdue-reviewer',
  facts: z.object({}),
  async render(context, _facts, push) {
    const tallies = unexplained(await talliesFor(context, push, ['district']))
    const [first] = tallies
    if (first === undefined) return undefined
    const owing = owingOf(context, tallies)
    return {
      card: plainCard(context.plan, first.month, {
        title: reminders.overdueTitle(first.month, owing),
        tone: 'orange',
        body: reminders.reviewerBody(owing),
      }),
    }
  },
})
