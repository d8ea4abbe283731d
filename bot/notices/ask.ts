import * as z from 'zod'
import { filingHome } from '../cards/filing-home.ts'
import { defineNotice } from '../declare.ts'
import { talliesFor } from './situation.ts'

/** The month is open: one card for each officer, with every township that is theirs. */
export default defineNotice({
  kind: 'ask',
  facts: z.object({}),
  async render(context, _facts, push) {
    const tallies = await talliesFor(context, push, ['officer'])
    return tallies.length === 0 ? undefined : { card: filingHome(context.plan, tallies) }
  },
})
