import { describe, expect, it } from 'vitest'
import { readIncoming } from '../../../shared/lark/incoming.ts'
import { LarkMalformed } from '../../../shared/lark/malformed.ts'
import { envelopeOf, now } from './feishu.ts'

const bot = { key: '@_user_1', id: { open_id: 'ou_bot' }, mentioned_type: 'bot', name: '列规通' }
const wang = { key: '@_user_10', id: { open_id: 'ou_wang' }, mentioned_type: 'user', name: '王敏' }

const messageEnvelope = (content: unknown, message: Record<string, unknown> = {}, sender = {}) =>
  envelopeOf('im.message.receive_v1', {
    sender: { sender_id: { open_id: 'ou_a', union_id: 'on_a' }, sender_type: 'user', ...sender },
    message: {
      message_id: 'om_1',
      root_id: '',
      create_time: String(now),
      chat_id: 'oc_1',
      chat_type: 'group',
      message_type: 'text',
      content: typeof content === 'string' ? content : JSON.stringify(content),
      ...message,
    },
  })

const said = { is: 'message', id: 'om_1', at: now, from: 'ou_a', chat: 'oc_1', message: 'om_1' }

describe('a text', () => {
  it('in a group loses the mention of the bot and shows the names of others', () => {
    const text = '@_user_1 /进度 @_user_10 如皋市 @_user_7'
    expect(readIncoming(messageEnvelope({ text }, { mentions: [bot, wang] }))).toEqual({
      ...said,
      group: true,
      toBot: true,
      text: '/进度 王敏 如皋市 @_user_7',
    })
  })

  it('in a group is for the bot only when this very bot is mentioned', () => {
    const envelope = messageEnvelope({ text: '@_user_1 好' }, { mentions: [bot] })
    expect(readIncoming(envelope, { botOpenId: 'ou_bot' })).toMatchObject({ toBot: true, text: '好' })
    expect(readIncoming(envelope, { botOpenId: 'ou_b2' })).toMatchObject({ toBot: false, text: '列规通 好' })
    expect(readIncoming(messageEnvelope({ text: '@_all 好' }))).toMatchObject({
      toBot: false,
      text: '@_all 好',
    })
  })

  it('in a private chat is always for the bot', () => {
    expect(readIncoming(messageEnvelope({ text: ' /帮助 ' }, { chat_type: 'p2p' }))).toEqual({
      ...said,
      group: false,
      toBot: true,
      text: '/帮助',
    })
  })

  it('may be rich: title and lines, its mentions too', () => {
    const content = [
      [
        { tag: 'at', user_id: '@_user_1', user_name: '列规通' },
        { tag: 'text', text: ' /企业 ' },
        { tag: 'a', href: 'https://x.example', text: '通达' },
      ],
      [{ tag: 'img', image_key: 'img_1' }],
      [{ tag: 'at', user_id: '@_user_10' }],
    ]
    const envelope = messageEnvelope({ title: '', content }, { message_type: 'post', mentions: [bot, wang] })
    expect(readIncoming(envelope)).toMatchObject({ toBot: true, text: '/企业 通达\n王敏' })
  })
})

describe('a file', () => {
  it('comes with its key and its name', () => {
    const envelope = messageEnvelope(
      { file_key: 'file_1', file_name: '3月.xlsx' },
      { message_type: 'file', chat_type: 'p2p' },
    )
    expect(readIncoming(envelope)).toEqual({
      ...{ is: 'file', id: 'om_1', at: now, from: 'ou_a', chat: 'oc_1', message: 'om_1' },
      ...{ group: false, file: 'file_1', name: '3月.xlsx' },
    })
  })
})

const pressEnvelope = (action: Record<string, unknown>, header = {}) =>
  envelopeOf(
    'card.action.trigger',
    {
      operator: { tenant_key: '2ed', open_id: 'ou_a', union_id: 'on_a' },
      token: 'c-0123',
      action: { tag: 'button', timezone: 'Asia/Shanghai', ...action },
      host: 'im_message',
      context: { url: '', preview_token: '', open_message_id: 'om_x', open_chat_id: 'oc_x' },
    },
    header,
  )

const pressed = { is: 'press', id: 'ev_1', at: now, from: 'ou_a', chat: 'oc_x', message: 'om_x' }

describe('a press', () => {
  it('brings the value of the button and what was typed', () => {
    const value = { flow: 'report-figures', version: 1, step: 'submit', state: { seen: 3 } }
    const form_value = { sales_1: '12', tags: ['x'], day: '2026-11-23 +0800', ok: true }
    expect(readIncoming(pressEnvelope({ value, name: 'submit', form_value }))).toEqual({
      ...pressed,
      value,
      form: form_value,
    })
  })

  it.each([
    ['a choice', { option: 'b' }, 'b'],
    ['several choices', { options: ['a', 'b'] }, ['a', 'b']],
    ['a tick taken away', { checked: false }, false],
    ['a word', { input_value: '' }, ''],
  ])('puts %s outside a form into the form under its name', (_, own, expected) => {
    expect(readIncoming(pressEnvelope({ name: 'pick', value: { act: 1 }, ...own }))).toEqual({
      ...pressed,
      value: { act: 1 },
      form: { pick: expected },
    })
  })

  it('has the same moment in milliseconds and in microseconds', () => {
    const micro = pressEnvelope({ value: {} }, { create_time: `${now}123` })
    expect(readIncoming(micro)).toEqual({ ...pressed, value: {}, form: {} })
  })

  it('takes no prototype from a form', () => {
    const form_value = JSON.parse('{"__proto__": {"isAdmin": true}, "a": "1"}')
    const read = readIncoming(pressEnvelope({ value: {}, form_value }))
    expect(read.is === 'press' && [read.form.a, read.form.isAdmin, 'isAdmin' in {}]).toEqual([
      '1',
      undefined,
      false,
    ])
  })
})

describe('what else happens', () => {
  it('is an item of the menu', () => {
    const operator = { operator_name: '王敏', operator_id: { open_id: 'ou_a' } }
    expect(
      readIncoming(envelopeOf('application.bot.menu_v6', { operator, event_key: 'todo', timestamp: 1 })),
    ).toEqual({ is: 'menu', id: 'ev_1', at: now, from: 'ou_a', key: 'todo' })
  })

  it.each([
    ['im.chat.member.bot.added_v1', 'bot-added'],
    ['im.chat.member.bot.deleted_v1', 'bot-removed'],
  ])('is %s', (type, is) => {
    const event = { chat_id: 'oc_1', operator_id: { open_id: 'ou_a' }, external: false, name: '如皋市列规群' }
    expect(readIncoming(envelopeOf(type, event))).toEqual({
      ...{ is, id: 'ev_1', at: now, from: 'ou_a', chat: 'oc_1', name: '如皋市列规群' },
    })
  })

  it.each([
    ['im.message.message_read_v1', envelopeOf('im.message.message_read_v1')],
    ['__proto__', envelopeOf('__proto__')],
    ['im.message.receive_v1/image', messageEnvelope({ image_key: 'i' }, { message_type: 'image' })],
    ['im.message.receive_v1/app', messageEnvelope({ text: '' }, {}, { sender_id: null, sender_type: 'app' })],
  ])('is nothing that we know: %s', (type, envelope) => {
    expect(readIncoming(envelope)).toEqual({ is: 'unknown', id: 'ev_1', type })
  })
})

describe('a known event in an unknown shape', () => {
  const malformed = (envelope: unknown): LarkMalformed => {
    try {
      readIncoming(envelope)
    } catch (error) {
      if (error instanceof LarkMalformed) return error
    }
    throw new Error('nothing was malformed')
  }

  it.each([
    ['event.message.content', messageEnvelope('{"text": "机密')],
    ['event.message.content.text', messageEnvelope({ text: 512 })],
    ['event.message.chat_id', messageEnvelope({ text: '机密' }, { chat_id: undefined })],
    ['event.sender.sender_id', messageEnvelope({ text: '机密' }, {}, { sender_id: null })],
    ['event.operator.open_id', envelopeOf('card.action.trigger', { operator: {}, action: {}, context: {} })],
    ['header.create_time', pressEnvelope({ value: '机密' }, { create_time: '2023-04-19' })],
    ['event.action.form_value', pressEnvelope({ form_value: '机密512' })],
    [
      'event.event_key',
      envelopeOf('application.bot.menu_v6', { operator: { operator_id: { open_id: 'a' } } }),
    ],
    ['event.chat_id', envelopeOf('im.chat.member.bot.added_v1', { operator_id: { open_id: 'a' } })],
    ['header', { schema: '2.0' }],
    ['the whole', null],
  ])('is named by the path %s, without a value', (path, envelope) => {
    const error = malformed(envelope)
    expect(error.code).toBe('lark-malformed')
    expect(error.paths).toContain(path)
    expect(JSON.stringify([error.message, error.stack, error])).not.toMatch(/机密|512/)
  })
})

describe('the address book', () => {
  it('tells who has left, and nothing else of the person is read', () => {
    const object = { open_id: 'ou_a', union_id: 'on_a', user_id: 'u', name: '王敏', mobile: '13800000000' }
    expect(readIncoming(envelopeOf('contact.user.deleted_v3', { object, old_object: {} }))).toEqual({
      ...{ is: 'person-left', id: expect.any(String), at: now, from: 'ou_a' },
    })
    expect(() => readIncoming(envelopeOf('contact.user.deleted_v3', { object: {} }))).toThrow(LarkMalformed)
  })

  it.each(['contact.department.deleted_v3', 'contact.department.updated_v3'])(
    'tells by %s that people may have moved',
    (type) => {
      expect(readIncoming(envelopeOf(type, { object: { department_id: 'd' } }))).toEqual({
        ...{ is: 'departments-moved', id: expect.any(String), at: now },
      })
    },
  )
})
