import * as z from 'zod'
import { rosterDone } from '../cards/roster.ts'
import { Roster } from '../cards/roster-state.ts'
import { defineNotice } from '../declare.ts'

const count = z.number().int().nonnegative()

/** The receipt of a table of people or units. */
export default defineNotice({
  kind: 'roster-filed',
  facts: z.object({ what: Roster, rows: count, same: count, left: count }),
  render: async ({ plan, person }, { what, ...kept }) =>
    person ? { card: rosterDone(plan, what, kept) } : undefined,
})
