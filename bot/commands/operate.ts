import * as z from 'zod'
import { may } from '../../shared/domain/permission.ts'
import { defineCommand, type Turn } from '../declare.ts'
import { operateCommand as words } from '../words/operate-command.ts'
import { refusals } from '../words/refusals.ts'

const mayOperate = ({ who, plan: { programme } }: Turn): boolean =>
  may(who, programme.id, 'operate', programme.city)

/** An administrator asks now and then: who hears somebody else's command does without. */
const flow = () => import('../flows/operate.ts')
const health = () => import('../flows/operate-health.ts')

export default defineCommand({
  name: 'operate',
  aliases: ['运维'],
  summary: '看系统运行情况，处理放弃的推送（系统管理员，只在单聊里答）',
  examples: () => ['/运维'],
  may: 'operate',
  answer: 'private',
  args: z
    .array(z.string())
    .refine((given) => given.length === 0 || given.join('') === words.confirmWord, words.wrongWord)
    .transform((given) => ({ agrees: given.length > 0 })),
  async decide(turn, { agrees }) {
    const job = agrees && mayOperate(turn) ? await (await flow()).agreedComparison(turn) : undefined
    return job ? [job] : []
  },
  async run(turn, { agrees }) {
    if (!mayOperate(turn)) return { text: refusals.notAllowed.say }
    return agrees ? { text: words.agreed } : { card: await (await health()).healthCard(turn) }
  },
})
