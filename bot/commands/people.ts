import * as z from 'zod'
import { rosterList } from '../cards/roster.ts'
import { defineCommand } from '../declare.ts'
import { rosterLines } from '../flows/roster-lines.ts'

export default defineCommand({
  name: 'people',
  aliases: ['人员'],
  summary: '看和改本区（本市）的人员名单（市、区工信人员，只在单聊里答）',
  examples: () => ['/人员'],
  may: 'keepPeople',
  answer: 'private',
  args: z.array(z.string()),
  run: async (turn) => ({ card: rosterList(turn.plan, 'people', await rosterLines(turn, 'people')) }),
})
