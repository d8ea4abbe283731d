import * as z from 'zod'
import { scopeFor } from '../../shared/domain/permission.ts'
import { helpCard } from '../cards/help.ts'
import { defineCommand } from '../declare.ts'
import { examplesFor } from './examples.ts'
import { commands } from './index.ts'

export default defineCommand({
  name: 'help',
  aliases: ['帮助'],
  summary: '看有哪些命令',
  examples: () => ['/帮助'],
  answer: 'anywhere',
  args: z.array(z.string()),
  async run(turn) {
    const { id } = turn.plan.programme
    const usable = commands.filter(({ may }) => may === undefined || scopeFor(turn.who, id, may).length > 0)
    const bringsIn = scopeFor(turn.who, id, 'importFigures').length > 0
    return { card: helpCard(turn.plan, usable, (command) => examplesFor(turn, command), bringsIn) }
  },
})
