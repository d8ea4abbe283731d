import * as z from 'zod'
import { filingHome } from '../cards/filing-home.ts'
import { defineNotice } from '../declare.ts'
import { sharedOut } from '../flows/shared-out.ts'
import { talliesFor } from './situation.ts'

/** The month is open: one card for each officer, with every township that is theirs. */
export default defineNotice({
  kind: 'ask',
  facts: z.object({}),
  async render(context, _facts, push) {
    const [first, ...others] = await talliesFor(context, push, ['officer'])
    if (first === undefined || context.person === undefined) return undefined
    const shared = await sharedOut(context.ports, [first, ...others], context.person.id)
    return { card: filingHome({ plan: context.plan, tallies: [first, ...others], shared, at: context.at }) }
  },
})
