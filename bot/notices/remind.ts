import * as z from 'zod'
import { dayOf } from '../../shared/domain/instant.ts'
import { owingCard } from '../cards/owing.ts'
import { defineNotice } from '../declare.ts'
import { reminders } from '../words/reminders.ts'
import { owingOf, talliesFor, unexplained } from './situation.ts'

/** Before the deadline, to officers who still owe figures; with a fresh card, since old ones die. */
export default defineNotice({
  kind: 'remind',
  facts: z.object({}),
  async render(context, _facts, push) {
    const tallies = unexplained(await talliesFor(context, push, ['officer']))
    const [first] = tallies
    if (first === undefined) return undefined
    const owing = owingOf(context, tallies)
    const when = dayOf(first.due) === dayOf(context.at) ? '今天' : '下个工作日'
    return {
      card: owingCard(context.plan, tallies, {
        title: reminders.remindTitle(owing, when),
        tone: 'wathet',
        body: reminders.remindBody(first.month, owing, first.due),
        difficulty: '有困难，请区里协助',
      }),
    }
  },
})
