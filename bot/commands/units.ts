import * as z from 'zod'
import { rosterList } from '../cards/roster.ts'
import { defineCommand } from '../declare.ts'
import { rosterLines } from '../flows/roster-lines.ts'

export default defineCommand({
  name: 'units',
  aliases: ['单位'],
  summary: '看和改单位表：上级、起止月份（市、区工信人员，只在单聊里答）',
  examples: () => ['/单位'],
  may: 'keepUnits',
  answer: 'private',
  args: z.array(z.string()),
  run: async (turn) => ({ card: rosterList(turn.plan, 'units', await rosterLines(turn, 'units')) }),
})
