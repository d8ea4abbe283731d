import * as z from 'zod'
import { defineNotice } from '../declare.ts'

/** What somebody waits for was given up: nothing is kept of it, and its own sentence says what to do. */
export default defineNotice({
  kind: 'work-failed',
  facts: z.object({ say: z.string() }),
  render: async (_context, { say }) => ({ text: say }),
})
