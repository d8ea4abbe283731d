import * as z from 'zod'
import { defineCommand } from '../declare.ts'

/** Staff ask now and then: a webhook that hears somebody else's command does without. */
const flow = () => import('../flows/roster.ts')

export default defineCommand({
  name: 'people',
  aliases: ['人员'],
  summary: '看和改本区（本市）的人员名单（市、区工信人员，只在单聊里答）',
  examples: () => ['/人员'],
  may: 'keepPeople',
  answer: 'private',
  args: z.array(z.string()),
  run: async (turn) => ({ card: await (await flow()).rosterCard(turn, 'people') }),
})
