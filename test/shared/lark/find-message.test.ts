import { expect, it } from 'vitest'
import { OpenId } from '../../../shared/domain/person.ts'
import { ChatId } from '../../../shared/domain/push.ts'
import { pushMark } from '../../../shared/lark/mark.ts'
import { json, startFeishu, startMessenger } from './fake-feishu.ts'
import { app, now } from './feishu.ts'

const chat = { chat: ChatId.parse('oc_1') }
const since = now

const item = (message_id: string, push: string, sender: string = app.appId) => ({
  ...{ message_id, msg_type: 'interactive', chat_id: 'oc_1', sender: { id: sender, id_type: 'app_id' } },
  body: { content: JSON.stringify({ body: { elements: [{ tag: 'hr', element_id: pushMark(push) }] } }) },
})

it('finds the card that carries the push, over several pages, among our own', async () => {
  const pages = [[item('om_1', 'a'), item('om_2', 'b', 'cli_other')], [item('om_3', 'b')]]
  const feishu = await startFeishu(({ query }, response) => {
    const page = Number(query.page_token ?? 0)
    const has_more = page === 0
    json(response, 200, { code: 0, data: { items: pages[page], has_more, page_token: has_more ? '1' : '' } })
  })
  const { messenger } = startMessenger(feishu.url)
  expect(await messenger.find(chat, 'b', since)).toEqual({ message: 'om_3', chat: 'oc_1' })
  expect(await messenger.find(chat, 'c', since)).toBeUndefined()
  expect(feishu.calls()[0]).toMatchObject({
    call: 'GET /open-apis/im/v1/messages',
    query: {
      ...{ container_id_type: 'chat', container_id: 'oc_1', card_msg_content_type: 'user_card_content' },
      ...{ start_time: String(now / 1000 - 60), end_time: String(now / 1000 + 3600), page_size: '50' },
    },
  })
})

it("finds a person's private chat first", async () => {
  const feishu = await startFeishu(({ call }, response) =>
    json(response, 200, {
      code: 0,
      data: call.endsWith('batch_query')
        ? { p2p_chats: [{ chat_id: 'oc_p' }] }
        : { items: [item('om_1', 'a')] },
    }),
  )
  const { messenger } = startMessenger(feishu.url)
  const person = { person: OpenId.parse('ou_a') }
  expect(await messenger.find(person, 'a', since)).toEqual({ message: 'om_1', chat: 'oc_p' })
  expect(feishu.calls()[0]).toMatchObject({
    ...{ call: 'POST /open-apis/im/v1/chat_p2p/batch_query', query: { chatter_id_type: 'open_id' } },
    body: { chatter_ids: ['ou_a'] },
  })
})

it('finds nothing where nobody may look', async () => {
  const feishu = await startFeishu((_, response) => json(response, 400, { code: 230027 }))
  const { messenger, logged } = startMessenger(feishu.url)
  expect(await messenger.find(chat, 'a', since)).toBeUndefined()
  expect(logged).toEqual([['warn', 'lark-refused', { api: 'im.message.list', code: 230027 }]])
})

it('throws when it could not look: whoever asked must look again', async () => {
  const feishu = await startFeishu((_, response) => json(response, 503, {}))
  const { messenger } = startMessenger(feishu.url)
  await expect(messenger.find(chat, 'a', since)).rejects.toThrow('Lark failed at im.message.list (HTTP 503)')
})
