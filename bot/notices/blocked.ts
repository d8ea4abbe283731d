import * as z from 'zod'
import { plainCard } from '../cards/plain.ts'
import { defineNotice } from '../declare.ts'
import { opening } from '../words/opening.ts'

/** A due day lies in a year that the holiday table does not know: nobody guesses, and somebody is told. */
export default defineNotice({
  kind: 'blocked',
  facts: z.object({ year: z.string() }),
  async render({ ports, plan }, { year }, push) {
    if (push.month === undefined || (await ports.store.month(push.programme, push.month))) return undefined
    const said = {
      title: opening.blockedTitle(push.month),
      tone: 'red' as const,
      body: opening.blocked(year),
    }
    return { card: plainCard(plan, push.month, said) }
  },
})
