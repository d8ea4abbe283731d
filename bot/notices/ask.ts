import * as z from 'zod'
import { filingHome } from '../cards/filing-home.ts'
import { defineNotice } from '../declare.ts'
import { sharedOut } from '../flows/shared-out.ts'
import { standingIn } from '../flows/standing-in.ts'
import { talliesToFile } from './situation.ts'

/** The month is open: one card for each officer, with every township that is theirs. */
export default defineNotice({
  kind: 'ask',
  facts: z.object({}),
  async render(context, _facts, push) {
    const { plan, ports, person, at } = context
    const [first, ...others] = await talliesToFile(context, push)
    if (first === undefined || person === undefined) return undefined
    const tallies = [first, ...others] as const
    const [shared, inPlace] = await Promise.all([
      sharedOut(ports, tallies, person),
      standingIn(ports, tallies, person),
    ])
    return { card: filingHome({ plan, tallies, shared, standingIn: inPlace, at }) }
  },
})
