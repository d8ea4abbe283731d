import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { nameOf } from '../../../shared/domain/plan.ts'
import { ChatId } from '../../../shared/domain/push.ts'
import { configured, messengerOf } from '../../../shared/runtime-admin.ts'
import { CannotDo, defineCommand, given, type Out } from '../declare.ts'
import { plansIn, withTable } from '../opened.ts'
import { placeOptions } from '../place.ts'

const TEST = '列规通测试消息：收到就说明机器人能在这里说话，不用回复。'

/** One message, by the app that the environment names. */
const sendTest = async (chat: ChatId, { say, result }: Out): Promise<0 | 1> => {
  const config = configured()
  if ('wrong' in config) throw new CannotDo(config.wrong)
  const messenger = await messengerOf(config)
  const outcome = await messenger.send({ chat }, { text: TEST }, `admin-test:${randomUUID()}`)
  say(outcome.is === 'sent' ? `已发到 ${chat}。` : `没有发成：${JSON.stringify(outcome)}`)
  result({ chat, outcome })
  return outcome.is === 'sent' ? 0 : 1
}

export default defineCommand({
  name: 'chats',
  summary: '绑定了哪些群、各归哪个单位、机器人还在不在；--send-test 发一条测试消息',
  options: z.object({
    'send-test': given(ChatId.optional(), 'chat_id', '往这个群发一条测试消息；要配好飞书应用'),
    programme: given(z.string().optional(), 'nt22', '只看这个方案；不写就是全部'),
    ...placeOptions,
  }),
  async run({ options, out }) {
    const chat = options['send-test']
    if (chat !== undefined) return sendTest(chat, out)
    return withTable(options, async (table) => {
      const all = []
      for (const { programme, units } of await plansIn(table, options.programme))
        for (const one of await table.record.store.chats(programme.id)) {
          const belongs = one.operations ? '运维' : one.unit ? nameOf(units, one.unit) : '没有绑定单位'
          out.say(`${programme.id}　${one.id}　${belongs}　${one.inside ? '' : '机器人已不在群里'}`)
          all.push(one)
        }
      out.say(`共 ${all.length} 个群。`)
      out.result(all)
      return all.some(({ inside }) => !inside) ? 1 : 0
    })
  },
})
