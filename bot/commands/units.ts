import * as z from 'zod'
import { defineCommand } from '../declare.ts'

/** Staff ask now and then: a webhook that hears somebody else's command does without. */
const flow = () => import('../flows/roster.ts')

export default defineCommand({
  name: 'units',
  aliases: ['单位'],
  summary: '看和改单位表：上级、起止月份（市、区工信人员，只在单聊里答）',
  examples: () => ['/单位'],
  may: 'keepUnits',
  answer: 'private',
  args: z.array(z.string()),
  run: async (turn) => ({ card: await (await flow()).rosterCard(turn, 'units') }),
})
