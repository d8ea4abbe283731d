import * as z from 'zod'
import { owingCard } from '../cards/owing.ts'
import { defineNotice } from '../declare.ts'
import { reminders } from '../words/reminders.ts'
import { owingOf, remindedOf } from './situation.ts'

/** The day after the deadline, to officers who still owe figures. */
export default defineNotice({
  kind: 'overdue',
  facts: z.object({}),
  async render(context, _facts, push) {
    const [first, ...others] = await remindedOf(context, push)
    if (first === undefined) return undefined
    const owing = owingOf(context, [first, ...others])
    return {
      card: owingCard(context.plan, [first, ...others], {
        title: reminders.overdueTitle(first.month, owing),
        tone: 'orange',
        body: reminders.overdueBody(owing, first.due, first.closes),
      }),
    }
  },
})
