import * as z from 'zod'
import { dayOf } from '../../shared/domain/instant.ts'
import { owingCard } from '../cards/owing.ts'
import { defineNotice } from '../declare.ts'
import { reminders } from '../words/reminders.ts'
import { owingOf, remindedOf } from './situation.ts'

/** Before the deadline, to officers who still owe figures; with a fresh card, since old ones die. */
export default defineNotice({
  kind: 'remind',
  facts: z.object({}),
  async render(context, _facts, push) {
    const [first, ...others] = await remindedOf(context, push)
    if (first === undefined) return undefined
    const owing = owingOf(context, [first, ...others])
    const when = dayOf(first.due) === dayOf(context.at) ? '今天' : '下个工作日'
    return {
      card: owingCard(context.plan, [first, ...others], {
        title: reminders.remindTitle(owing, when),
        tone: 'wathet',
        body: reminders.remindBody(first.month, owing, first.due),
      }),
    }
  },
})
