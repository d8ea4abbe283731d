import { describe, expect, it } from 'vitest'
import { refusal, startWorld, textCard } from '../../harness.ts'

const hour = 3_600_000

describe('messages, through the SDK', () => {
  it('a text goes to a person and is read back from their private chat', async () => {
    const { client, person, send, control } = await startWorld()
    const wang = await person('王敏')
    const message_id = await send(wang, 'text', { text: '您好' })
    const one = await client.im.v1.message.get({ path: { message_id } })
    expect(one.data?.items?.[0]).toMatchObject({
      message_id,
      msg_type: 'text',
      deleted: false,
      updated: false,
      create_time: '1677632400000',
      sender: { id_type: 'app_id', sender_type: 'app' },
      body: { content: '{"text":"您好"}' },
    })
    const chats = await control('GET', `/chats?user=${wang}`)
    expect(chats.body.p2p).toMatchObject({ type: 'p2p', chat_id: one.data?.items?.[0]?.chat_id })
  })

  it('the same uuid sends once within an hour and again after it', async () => {
    const { person, send, control } = await startWorld()
    const wang = await person('王敏')
    const first = await send(wang, 'text', { text: '一' }, 'u1')
    const second = await send(wang, 'text', { text: '二' }, 'u1')
    await control('POST', '/clock', { by: hour })
    const third = await send(wang, 'text', { text: '三' }, 'u1')
    expect([second === first, third === first]).toEqual([true, false])
  })

  it('a reply carries its root and parent', async () => {
    const { client, person, send } = await startWorld()
    const root = await send(await person('王敏'), 'text', { text: '一' })
    const data = { msg_type: 'text', content: '{"text":"二"}' }
    const reply = await client.im.v1.message.reply({ path: { message_id: root }, data })
    const again = await client.im.v1.message.reply({
      path: { message_id: reply.data?.message_id ?? '' },
      data,
    })
    expect([again.data?.root_id, again.data?.parent_id]).toEqual([root, reply.data?.message_id])
  })

  it('a card is patched for everybody, degraded in the history, whole when asked for', async () => {
    const { client, person, send, control } = await startWorld()
    const message_id = await send(await person('王敏'), 'interactive', textCard('一'))
    await client.im.v1.message.patch({
      path: { message_id },
      data: { content: JSON.stringify(textCard('二')) },
    })
    const { body } = await control('GET', `/messages/${message_id}`)
    expect(body.message).toMatchObject({ updates: 1, card: textCard('二') })
    const degraded = await client.im.v1.message.get({ path: { message_id } })
    expect(degraded.data?.items?.[0]?.body?.content).toBe(
      '{"title":"","elements":[[{"tag":"text","text":"二"}]]}',
    )
    const whole = await client.request({
      url: `/open-apis/im/v1/messages/${message_id}`,
      params: { card_msg_content_type: 'user_card_content' },
    })
    expect(whole.data.items[0].body.content).toBe(JSON.stringify(textCard('二')))
  })

  it('the history comes in pages, oldest or newest first', async () => {
    const { client, person, send } = await startWorld()
    const wang = await person('王敏')
    const ids = [await send(wang, 'text', { text: '1' }), await send(wang, 'text', { text: '2' })]
    ids.push(await send(wang, 'text', { text: '3' }))
    const first = await client.im.v1.message.get({ path: { message_id: ids[0] ?? '' } })
    const container = { container_id_type: 'chat', container_id: first.data?.items?.[0]?.chat_id ?? '' }
    const page = await client.im.v1.message.list({ params: { ...container, page_size: 2 } })
    const next = await client.im.v1.message.list({
      params: { ...container, page_size: 2, page_token: page.data?.page_token ?? '' },
    })
    const newest = await client.im.v1.message.list({
      params: { ...container, sort_type: 'ByCreateTimeDesc' },
    })
    const idsOf = (list: typeof page) => list.data?.items?.map((one) => one.message_id)
    expect([idsOf(page), page.data?.has_more]).toEqual([ids.slice(0, 2), true])
    expect([idsOf(next), next.data?.has_more]).toEqual([ids.slice(2), false])
    expect(idsOf(newest)).toEqual(ids.toReversed())
  })

  it('a recalled message says so and takes no more changes', async () => {
    const { client, person, send } = await startWorld()
    const message_id = await send(await person('王敏'), 'interactive', textCard('一'))
    await client.im.v1.message.delete({ path: { message_id } })
    const one = await client.im.v1.message.get({ path: { message_id } })
    expect([one.data?.items?.[0]?.deleted, one.data?.items?.[0]?.body?.content]).toEqual([
      true,
      'This message was recalled',
    ])
    const content = JSON.stringify(textCard('二'))
    const patched = await refusal(client.im.v1.message.patch({ path: { message_id }, data: { content } }))
    expect(patched).toMatchObject({ status: 400, code: 230011 })
  })
})

describe('a message that is refused', () => {
  it('by who or what it goes to', async () => {
    const { client, person, group, send, control } = await startWorld()
    const wang = await person('王敏')
    const outside = await group('没有机器人', [wang], false)
    const dissolved = await group('散了', [wang])
    await control('DELETE', `/chats/${dissolved}`)
    const to = async (receive_id_type: 'open_id' | 'chat_id', receive_id: string) => {
      const data = { receive_id, msg_type: 'text', content: '{"text":"一"}' }
      return (await refusal(client.im.v1.message.create({ params: { receive_id_type }, data }))).code
    }
    expect(await to('chat_id', outside)).toBe(230002)
    expect(await to('chat_id', dissolved)).toBe(232009)
    expect(await to('chat_id', 'oc_nobody')).toBe(230034)
    expect(await to('open_id', 'ou_nobody')).toBe(230034)
    const codes = []
    for (const status of ['resigned', 'outside', 'stopped']) {
      await control('POST', '/users', { open_id: wang, status })
      codes.push(await to('open_id', wang))
    }
    expect(codes).toEqual([230029, 230013, 230053])
    await control('POST', '/users', { open_id: wang, status: 'active' })
    expect(await send(wang, 'text', { text: '一' })).toMatch(/^om_/)
  })

  it.each([
    ['content that is not JSON', 'text', '您好', 230001],
    ['a text without text', 'text', '{"content":"一"}', 230001],
    ['a file that nobody uploaded', 'file', '{"file_key":"file_v3_no"}', 230001],
    ['a text above 150 KB', 'text', JSON.stringify({ text: 'x'.repeat(150 * 1_024) }), 230025],
    ['a card above 30 KB', 'interactive', JSON.stringify(textCard('x'.repeat(30 * 1_024))), 230025],
    ['a message type that does not exist', 'hologram', '{}', 99992402],
  ])('%s', async (_, msg_type, content, code) => {
    const { client, person } = await startWorld()
    const data = { receive_id: await person('王敏'), msg_type, content }
    const call = client.im.v1.message.create({ params: { receive_id_type: 'open_id' }, data })
    expect(await refusal(call)).toMatchObject({ status: 400, code })
  })

  it('a wrong card, in the words of Feishu', async () => {
    const { person, send } = await startWorld()
    const wrong = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: '一', colour: 'red' }] } }
    expect((await refusal(send(await person('王敏'), 'interactive', wrong))).msg).toBe(
      'Failed to create card content, ext=ErrCode: 200621; ErrMsg: parse card json err; ' +
        'ErrPath: ROOT -> body -> elements -> [0](tag: markdown); ErrorValue: unknown property: colour',
    )
  })

  it('a patch of a text, of a card older than 14 days, of nothing', async () => {
    const { client, person, send, control, forgetToken } = await startWorld()
    const wang = await person('王敏')
    const [text, card] = [
      await send(wang, 'text', { text: '一' }),
      await send(wang, 'interactive', textCard('一')),
    ]
    const patch = async (message_id: string) => {
      const data = { content: JSON.stringify(textCard('二')) }
      return (await refusal(client.im.v1.message.patch({ path: { message_id }, data }))).code
    }
    expect(await patch(text)).toBe(230054)
    await control('POST', '/clock', { by: 14 * 24 * hour })
    forgetToken()
    await client.im.v1.message.patch({
      path: { message_id: card },
      data: { content: JSON.stringify(textCard('二')) },
    })
    await control('POST', '/clock', { by: 1 })
    expect([await patch(card), await patch('om_nothing'), await patch('nothing')]).toEqual([
      230031, 230001, 99992354,
    ])
  })
})
