import * as z from 'zod'
import { nameOf } from '../../shared/domain/plan.ts'
import { openCount } from '../../shared/domain/tally.ts'
import { link } from '../cards/kit.ts'
import { plainCard } from '../cards/plain.ts'
import { defineNotice } from '../declare.ts'
import { reminders } from '../words/reminders.ts'
import { below, openTallies, owingOf, unexplained } from './situation.ts'

/** To a district's group: units only, in administrative order, no persons and no ranks; changed in place later. */
export default defineNotice({
  kind: 'overdue-district',
  facts: z.object({ update: z.boolean().optional() }),
  async render(context, facts, push) {
    const { ports, plan, at } = context
    const chat = 'chat' in push.to ? await ports.store.chat(push.to.chat) : undefined
    if (push.month === undefined || chat?.unit === undefined) return undefined
    const tallies = below(await openTallies(context, push.month), chat.unit)
    const owing = unexplained(tallies)
    if (tallies.length === 0 || (owing.length === 0 && !facts.update)) return undefined
    const explained = tallies.filter((tally) => openCount(tally.counts) > 0 && tally.difficulty)
    const body = reminders.districtBody({
      at,
      name: nameOf(plan.units, chat.unit),
      townships: tallies.length,
      complete: tallies.filter((tally) => openCount(tally.counts) === 0).length,
      owing: owingOf(context, owing),
      explained: owingOf(context, explained),
    })
    const tone = owing.length > 0 ? 'orange' : 'green'
    return {
      card: plainCard(plan, push.month, {
        title: reminders.districtTitle(push.month),
        tone,
        body,
        group: true,
        ways: context.botChat ? [link(reminders.myTodo, context.botChat)] : [],
      }),
    }
  },
})
