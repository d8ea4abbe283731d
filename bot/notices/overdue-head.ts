import * as z from 'zod'
import { headDigest } from '../cards/digests.ts'
import { defineNotice } from '../declare.ts'
import { owingOf, talliesFor, unexplained } from './situation.ts'

/** The same day, to the township's responsible person: what is owed, and whom to ask for help. */
export default defineNotice({
  kind: 'overdue-head',
  facts: z.object({}),
  async render(context, _facts, push) {
    const tallies = unexplained(await talliesFor(context, push, ['head']))
    const [first] = tallies
    if (first === undefined) return undefined
    const owing = owingOf(context, tallies)
    return { card: headDigest({ plan: context.plan, month: first.month }, owing, first.due) }
  },
})
