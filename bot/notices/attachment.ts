import * as z from 'zod'
import { defineNotice } from '../declare.ts'

/** A workbook that a work has made and uploaded. It is about whoever waits for it, so it goes to a person, never to a group. */
export default defineNotice({
  kind: 'attachment',
  facts: z.object({ file: z.string() }),
  render: async (_context, { file }, { to }) => ('person' in to ? { file } : undefined),
})
