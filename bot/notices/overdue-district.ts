import * as z from 'zod'
import { nameOf } from '../../shared/domain/plan.ts'
import { openCount } from '../../shared/domain/tally.ts'
import { districtDigest } from '../cards/digests.ts'
import { defineNotice } from '../declare.ts'
import { below, openTallies, owingOf, unexplained, unstaffedIn } from './situation.ts'

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
    const explained = tallies.filter((tally) => openCount(tally.counts) > 0 && !owing.includes(tally))
    const said = {
      at,
      name: nameOf(plan.units, chat.unit),
      townships: tallies.length,
      complete: tallies.filter((tally) => openCount(tally.counts) === 0).length,
      owing: owingOf(context, owing, await unstaffedIn(context, owing)),
      explained: owingOf(context, explained),
    }
    return { card: districtDigest({ plan, month: push.month }, said, context.botChat) }
  },
})
