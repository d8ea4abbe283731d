import * as z from 'zod'
import { scopeFor } from '../../shared/domain/permission.ts'
import { levelOf } from '../../shared/domain/unit.ts'
import { rulesCard } from '../cards/rules.ts'
import { defineCommand } from '../declare.ts'

export default defineCommand({
  name: 'rules',
  aliases: ['规则'],
  summary: '看现在用哪些规则核对数据，为什么问',
  examples: () => ['/规则'],
  may: 'seeProgress',
  answer: 'anywhere',
  args: z.array(z.string()),
  async run({ plan: { programme }, who }, _words, { group }) {
    const reviews = scopeFor(who, programme.id, 'seeProgress').some((unit) => levelOf(unit) !== 'township')
    // What is pointed out in a review is for those above the townships, and a group may have others in it.
    return {
      card: rulesCard(programme, reviews && !group ? ['refuse', 'explain', 'hint'] : ['refuse', 'explain']),
    }
  },
})
