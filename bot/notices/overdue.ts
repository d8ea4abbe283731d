import * as z from 'zod'
import { owingCard } from '../cards/owing.ts'
import { defineNotice } from '../declare.ts'
import { reminders } from '../words/reminders.ts'
import { owingOf, talliesFor, unexplained } from './situation.ts'

/** The day after the deadline, to officers who still owe figures. */
export default defineNotice({
  kind: 'overdue',
  facts: z.object({}),
  async render(context, _facts, push) {
    const tallies = unexplained(await talliesFor(context, push, ['officer']))
    const [first] = tallies
    if (first === undefined) return undefined
    const owing = owingOf(context, tallies)
    return {
      card: owingCard(context.plan, tallies, {
        title: reminders.overdueTitle(first.month, owing),
        tone: 'orange',
        body: reminders.overdueBody(owing, first.due),
        difficulty: '说明困难',
      }),
    }
  },
})
