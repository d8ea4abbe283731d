import * as z from 'zod'
import { defineNotice } from '../declare.ts'
import { help } from '../words/help.ts'

/** In a group: the answer went to whoever asked. */
export default defineNotice({
  kind: 'sent-privately',
  facts: z.object({}),
  render: async () => ({ text: help.sentPrivately }),
})
