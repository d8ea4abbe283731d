import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { OpenId } from '../../../shared/domain/person.ts'
import { ChatId } from '../../../shared/domain/push.ts'
import { pushMark } from '../../../shared/lark/mark.ts'
import { json, sentMessage, startFeishu, startMessenger } from './fake-feishu.ts'

const person = { person: OpenId.parse('ou_a') }
const chat = { chat: ChatId.parse('oc_1') }
const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: '监测数据' }] } }
const markedCard = (push: string) =>
  JSON.stringify({
    schema: '2.0',
    body: { elements: [{ tag: 'markdown', content: '监测数据', element_id: pushMark(push) }] },
  })

describe('a message', () => {
  it('goes to a person as a card that carries the push', async () => {
    const feishu = await startFeishu((_, response) => json(response, 200, sentMessage))
    const { messenger, logged } = startMessenger(feishu.url)
    expect(await messenger.send(person, { card }, 'ask:1')).toEqual({
      is: 'sent',
      message: 'om_1',
      chat: 'oc_1',
    })
    expect(feishu.calls()).toEqual([
      {
        call: 'POST /open-apis/im/v1/messages',
        token: 't-canary-1',
        query: { receive_id_type: 'open_id' },
        body: { receive_id: 'ou_a', msg_type: 'interactive', content: markedCard('ask:1'), uuid: 'ask:1' },
      },
    ])
    expect(logged).toEqual([])
  })

  it('goes to a chat as text', async () => {
    const feishu = await startFeishu((_, response) => json(response, 200, sentMessage))
    await startMessenger(feishu.url).messenger.send(chat, { text: '已私发' }, 'hint:1')
    expect(feishu.calls()[0]).toMatchObject({
      query: { receive_id_type: 'chat_id' },
      body: { receive_id: 'oc_1', msg_type: 'text', content: '{"text":"已私发"}', uuid: 'hint:1' },
    })
  })

  it('calls nobody, whatever a name in it holds', async () => {
    const feishu = await startFeishu((_, response) => json(response, 200, sentMessage))
    const text = '没有找到“<at user_id="all"></at>”'
    await startMessenger(feishu.url).messenger.send(chat, { text }, 'hint:1')
    expect(feishu.calls()[0]?.body).toMatchObject({
      content: JSON.stringify({ text: '没有找到“＜at user_id="all">＜/at>”' }),
    })
  })

  it('answers another one', async () => {
    const feishu = await startFeishu((_, response) => json(response, 200, sentMessage))
    await startMessenger(feishu.url).messenger.send(chat, { text: '好' }, 'r:1', 'om_9')
    expect(feishu.calls()[0]).toMatchObject({
      call: 'POST /open-apis/im/v1/messages/om_9/reply',
      query: {},
      body: { msg_type: 'text', content: '{"text":"好"}', uuid: 'r:1' },
    })
  })

  it('gets another card, and the chat that it is in is asked for', async () => {
    const feishu = await startFeishu(({ call }, response) =>
      json(
        response,
        200,
        call.startsWith('GET') ? { code: 0, data: { items: [sentMessage.data] } } : { code: 0 },
      ),
    )
    const { messenger } = startMessenger(feishu.url)
    expect(await messenger.update('om_1', { card }, 'o:2')).toEqual({
      is: 'sent',
      message: 'om_1',
      chat: 'oc_1',
    })
    expect(feishu.calls().map(({ call, body }) => [call, body])).toEqual([
      ['PATCH /open-apis/im/v1/messages/om_1', { content: markedCard('o:2') }],
      ['GET /open-apis/im/v1/messages/om_1', undefined],
    ])
    await messenger.update('om_1', { text: '好' }, 'o:3')
    expect(feishu.calls()[2]).toMatchObject({
      call: 'PUT /open-apis/im/v1/messages/om_1',
      body: { msg_type: 'text', content: '{"text":"好"}' },
    })
  })

  it('answers a message that was recalled meanwhile with a message of its own', async () => {
    const feishu = await startFeishu(({ call }, response) =>
      call.endsWith('/reply')
        ? json(response, 400, { code: 230011, msg: 'recalled' })
        : json(response, 200, sentMessage),
    )
    const { messenger } = startMessenger(feishu.url)
    expect(await messenger.send(person, { text: '好' }, 'p', 'om_9')).toMatchObject({ is: 'sent' })
    expect(feishu.calls().map(({ call }) => call)).toEqual([
      'POST /open-apis/im/v1/messages/om_9/reply',
      'POST /open-apis/im/v1/messages',
    ])
  })

  it('is not sent when the card breaks a limit of our own', async () => {
    const feishu = await startFeishu((_, response) => json(response, 200, sentMessage))
    const check = (given: object) => ('schema' in given ? 'body.elements[0]: 201 tags' : undefined)
    const { messenger } = startMessenger(feishu.url, { check })
    const refused = { is: 'refused', code: 230099, say: 'The card was not sent: body.elements[0]: 201 tags' }
    expect(await messenger.send(person, { card }, 'p')).toEqual(refused)
    expect(await messenger.update('om_1', { card }, 'p')).toEqual(refused)
    expect(feishu.asked).toEqual([])
  })
})

type Answered = [status: number, body: unknown, headers?: Record<string, string>]

describe('how a send ends', () => {
  const endOf = async ([status, body, headers]: Answered) => {
    const feishu = await startFeishu((_, response) => json(response, status, body, headers))
    return startMessenger(feishu.url).messenger.send(chat, { card }, 'p')
  }

  it.each<[string, Answered, number]>([
    ['HTTP 429 with a reset', [429, { code: 99991400 }, { 'x-ogw-ratelimit-reset': '7' }], 7000],
    ['HTTP 429 without a reset', [429, { code: 99991400 }], 1000],
    ['HTTP 429 with a reset that is no number', [429, {}, { 'x-ogw-ratelimit-reset': 'soon' }], 1000],
    ['HTTP 400 with 99991400', [400, { code: 99991400 }, { 'x-ogw-ratelimit-reset': '2' }], 2000],
    ['HTTP 200 with 230020', [200, { code: 230020 }, { 'x-ogw-ratelimit-reset': '1' }], 1000],
    ['HTTP 400 with 11232', [400, { code: 11232 }], 1000],
  ])('%s: limited', async (_, answered, afterMs) => {
    expect(await endOf(answered)).toEqual({ is: 'limited', afterMs })
  })

  it.each<[number, string]>([
    [230002, 'the bot is not in chat oc_1: add it to the group'],
    [230013, "chat oc_1 is outside the app's availability, or has left: widen it in the console"],
    [230025, 'the content for chat oc_1 is too long'],
    [230028, "the content for chat oc_1 was stopped by the tenant's data protection"],
    [230034, 'chat oc_1 does not exist for this app'],
    [232009, 'chat oc_1 was dissolved'],
    [99991672, 'the app lacks a scope: grant it in the developer console and publish a version'],
    [123456, "look the code up in Lark's documents (chat oc_1)"],
  ])('%i, with HTTP 400 or 200: refused, with a sentence', async (code, meaning) => {
    const refused = { is: 'refused', code, say: `Lark refused im.message.create (${code}): ${meaning}` }
    expect(await endOf([400, { code, msg: 'Feishu says 通达 512' }])).toEqual(refused)
    expect(await endOf([200, { code, msg: 'Feishu says 通达 512' }])).toEqual(refused)
  })

  it('a card that Feishu cannot make: refused, with number and place, without what the card says', async () => {
    const msg =
      'Failed to create card content, ext=ErrCode: 200621; ErrMsg: parse card json err; ErrPath: ROOT -> body -> elements -> [2](tag: chart); ErrorValue: 通达 512; '
    expect(await endOf([400, { code: 230099, msg }])).toEqual({
      is: 'refused',
      code: 230099,
      say: 'Lark refused im.message.create (230099): the card for chat oc_1 does not fit schema 2.0 (200621 at ROOT -> body -> elements -> [2](tag: chart))',
    })
  })

  it.each<[string, Answered, string]>([
    ['HTTP 500', [500, { code: 2200 }], 'Lark failed at im.message.create (2200)'],
    ['HTTP 502 of something between', [502, '<html>'], 'Lark failed at im.message.create (HTTP 502)'],
    ['HTTP 503 with code 0', [503, { code: 0 }], 'Lark failed at im.message.create (0)'],
    ['230049, being sent', [400, { code: 230049 }], 'Lark failed at im.message.create (230049)'],
    [
      'HTTP 200 and no answer',
      [200, 'ok'],
      'Lark answered im.message.create with something that is no answer',
    ],
    [
      'HTTP 200 and no message',
      [200, { code: 0, data: {} }],
      'Lark answered im.message.create without a message',
    ],
  ])('%s: unknown', async (_, answered, say) => {
    expect(await endOf(answered)).toEqual({ is: 'unknown', say })
  })

  it('HTTP 404 in words: refused, for Feishu has no such call', async () => {
    const say = 'Lark does not know im.message.create (HTTP 404)'
    expect(await endOf([404, '404 page not found'])).toEqual({ is: 'refused', code: 404, say })
  })

  it.each([
    ['a redirection, which is not followed', 302],
    ['a proxy that wants a password', 407],
  ])('%s: failed', async (_, status) => {
    const say = `im.message.create did not reach Lark (HTTP ${status}): look at the domain and at proxies`
    expect(await endOf([status, 'x', { location: '/' }])).toEqual({ is: 'failed', say })
  })
})

describe('when the network fails', () => {
  const broken = async (answering: (response: ServerResponse) => unknown) => {
    const feishu = await startFeishu((_, response) => answering(response))
    return startMessenger(feishu.url).messenger.send(chat, { card }, 'p')
  }

  it('before anything was sent, the send failed', async () => {
    const feishu = await startFeishu((_, response) =>
      json(response, 200, sentMessage, { connection: 'close' }),
    )
    const { messenger } = startMessenger(feishu.url)
    const down = startMessenger('http://127.0.0.1:1').messenger
    expect(await down.send(chat, { card }, 'p')).toEqual({
      is: 'failed',
      say: 'Lark could not be asked for auth.tenant_access_token.internal (ECONNREFUSED)',
    })
    await messenger.send(chat, { card }, 'p')
    await feishu.stop()
    expect(await messenger.send(chat, { card }, 'q')).toEqual({
      is: 'failed',
      say: 'Lark could not be asked for im.message.create (ECONNREFUSED)',
    })
  })

  it('with a connection that is cut, the end is unknown', async () => {
    expect(await broken((response) => response.socket?.destroy())).toEqual({
      is: 'unknown',
      say: 'Lark could not be asked for im.message.create (ECONNRESET)',
    })
  })

  it.each<[string, (response: ServerResponse) => unknown]>([
    ['no answer', () => {}],
    ['half an answer', (response) => response.writeHead(200).write('{"code":')],
  ])('with %s, the end is unknown after the time-out', async (_, answering) => {
    expect(await broken(answering)).toEqual({
      is: 'unknown',
      say: 'Lark could not be asked for im.message.create (no answer in time)',
    })
  })
})
