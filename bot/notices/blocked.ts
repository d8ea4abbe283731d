import * as z from 'zod'
import { blockedCard } from '../cards/opened.ts'
import { defineNotice } from '../declare.ts'

/** A due day lies in a year that the holiday table does not know: nobody guesses, and somebody is told. */
export default defineNotice({
  kind: 'blocked',
  facts: z.object({ year: z.string() }),
  async render({ ports, plan }, { year }, push) {
    if (push.month === undefined || (await ports.store.month(push.programme, push.month))) return undefined
    return { card: blockedCard(plan, push.month, year) }
  },
})
