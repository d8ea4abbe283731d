import * as z from 'zod'
import { closedCard } from '../cards/closed.ts'
import { defineNotice } from '../declare.ts'
import { leftUnfiled, owingOf } from './situation.ts'

/** Once, after the close, to officers and responsible persons of townships that left firms unfiled. */
export default defineNotice({
  kind: 'month-closed',
  facts: z.object({}),
  async render(context, _facts, push) {
    const tallies = await leftUnfiled(context, push, ['officer', 'head'])
    const [first] = tallies
    if (first === undefined) return undefined
    return { card: closedCard(context.plan, first, owingOf(context, tallies)) }
  },
})
