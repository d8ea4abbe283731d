import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type BotAnswer, type Heard, refusal, startBot, startWorld, textCard } from '../../harness.ts'

const plain = (content: string) => ({ tag: 'plain_text', content })
const calls = (value: unknown) => [{ type: 'callback', value }]

const formCard = {
  schema: '2.0',
  body: {
    elements: [
      {
        tag: 'form',
        name: 'figures',
        elements: [
          { tag: 'input', name: 'sales', label: plain('应税销售'), required: true, max_length: 8 },
          { tag: 'input', name: 'power', default_value: '3.05' },
          { tag: 'input', name: 'staff' },
          {
            tag: 'column_set',
            columns: [
              {
                tag: 'column',
                elements: [
                  {
                    tag: 'select_static',
                    name: 'status',
                    initial_option: 'active',
                    options: [
                      { text: plain('正常'), value: 'active' },
                      { text: plain('停产'), value: 'idle' },
                    ],
                  },
                ],
              },
            ],
          },
          { tag: 'date_picker', name: 'day', placeholder: plain('日期') },
          { tag: 'checker', name: 'ok', checked: true },
          { tag: 'multi_select_static', name: 'tags', options: [{ text: plain('一'), value: '1' }] },
          {
            tag: 'button',
            name: 'save',
            text: plain('提交本页'),
            form_action_type: 'submit',
            behaviors: calls({ page: 1 }),
          },
          { tag: 'button', name: 'again', text: plain('重置'), form_action_type: 'reset' },
        ],
      },
    ],
  },
}

async function world(card: unknown, answer?: (heard: Heard) => BotAnswer | Promise<BotAnswer>) {
  const bot = await startBot(answer)
  const made = await startWorld({ eventUrl: bot.url, callbackUrl: bot.url })
  const wang = await made.person('王敏')
  const id = await made.send(wang, 'interactive', card)
  const press = (given: object) => made.control('POST', `/messages/${id}/press`, { as: wang, ...given })
  const action = () => bot.events('card.action.trigger').at(-1)?.event.action
  return { ...made, bot, wang, id, press, action }
}

describe('a form', () => {
  it('sends what was typed over what stood there', async () => {
    const { press, action, bot, wang, id } = await world(formCard)
    const { body } = await press({ button: 'save', form_value: { sales: '152.30', day: '2023-03-31' } })
    expect(body).toEqual({ code: 0, msg: 'success', toast: null, card: null, open_url: null })
    expect(action()).toEqual({
      value: { page: 1 },
      tag: 'button',
      name: 'save',
      timezone: 'Asia/Shanghai',
      form_value: {
        ...{
          sales: '152.30',
          power: '3.05',
          staff: '',
          status: 'active',
          day: '2023-03-31 +0800',
          ok: true,
          tags: [],
        },
      },
    })
    expect(bot.events('card.action.trigger')[0]?.event).toMatchObject({
      operator: { open_id: wang },
      token: expect.stringMatching(/^c-/),
      context: { open_message_id: id },
    })
  })

  it.each([
    ['something required is missing', 'save', {}, 'sales', '应税销售 (sales) is required; nothing was sent.'],
    [
      'it has no such input',
      'save',
      { sale: '1' },
      'sale',
      expect.stringContaining('The form has no input sale'),
    ],
    [
      'too much is typed',
      'save',
      { sales: '123456789' },
      'sales',
      expect.stringContaining('at most 8 characters'),
    ],
    ['a number is not a string', 'save', { sales: 152 }, 'sales', expect.stringContaining('cannot hold 152')],
    [
      'it is not offered',
      'save',
      { sales: '1', status: 'moved' },
      'status',
      expect.stringContaining('does not offer moved'),
    ],
  ])('sends nothing when %s', async (_, button, form_value, field, error) => {
    const { press, bot } = await world(formCard)
    expect(await press({ button, form_value })).toEqual({ status: 400, body: { error, field } })
    expect(bot.events()).toEqual([])
  })

  it('is also sent by a button of the older writing', async () => {
    const send = { tag: 'button', name: 'send', action_type: 'form_submit', value: { page: 2 } }
    const old = { tag: 'form', name: 'f', elements: [{ tag: 'input', name: 'q' }, send] }
    const { press, action } = await world({ schema: '2.0', body: { elements: [old] } })
    await press({ button: 'send', form_value: { q: '1' } })
    expect(action()).toMatchObject({ name: 'send', value: { page: 2 }, form_value: { q: '1' } })
  })

  it('is put back by its reset button without a call', async () => {
    const { press, bot } = await world(formCard)
    expect((await press({ button: '重置' })).body).toMatchObject({
      code: 0,
      msg: 'The form shows its first values again.',
    })
    expect(bot.events()).toEqual([])
  })
})

describe('a component on its own', () => {
  const loose = {
    schema: '2.0',
    body: {
      elements: [
        { tag: 'button', text: plain('开表'), behaviors: calls({ act: 'open' }) },
        {
          tag: 'button',
          text: plain('看网页'),
          behaviors: [{ type: 'open_url', default_url: 'https://example.com/' }],
        },
        { tag: 'button', text: plain('不能按'), disabled: true, behaviors: calls({}) },
        { tag: 'button', text: plain('两个'), behaviors: calls({}) },
        { tag: 'button', text: plain('两个'), behaviors: calls({}) },
        {
          tag: 'overflow',
          name: 'more',
          options: [
            { text: plain('一'), value: '1' },
            { text: plain('二'), value: '2', multi_url: { url: 'https://example.com/2' } },
          ],
        },
        { tag: 'select_static', name: 'kind', options: [{ text: plain('一'), value: '1' }] },
        { tag: 'input', name: 'word', element_id: 'word_1' },
        { tag: 'checker', name: 'silent' },
      ],
    },
  }

  it.each([
    ['a button, by its text', { button: '开表' }, { tag: 'button', value: { act: 'open' } }],
    ['a button, by its path', { button: 'body.elements[0]' }, { tag: 'button', value: { act: 'open' } }],
    ['an overflow', { button: 'more', option: '1' }, { tag: 'overflow', name: 'more', option: '1' }],
    ['a select', { button: 'kind', option: '1' }, { tag: 'select_static', name: 'kind', option: '1' }],
    [
      'an input, by its element_id',
      { button: 'word_1', input_value: '字' },
      { tag: 'input', name: 'word', input_value: '字' },
    ],
  ])('%s calls the bot', async (_, given, expected) => {
    const { press, action } = await world(loose)
    expect((await press(given)).body.code).toBe(0)
    expect(action()).toEqual({ ...expected, timezone: 'Asia/Shanghai' })
  })

  it.each([
    ['a link', { button: '看网页' }, 200, { open_url: 'https://example.com/' }],
    ['an option with a link', { button: 'more', option: '2' }, 200, { open_url: 'https://example.com/2' }],
    ['a checker without behaviour', { button: 'silent' }, 200, { code: 0 }],
    ['a disabled button', { button: '不能按' }, 409, { error: '不能按 is disabled.' }],
    [
      'a text that two buttons have',
      { button: '两个' },
      409,
      { error: expect.stringContaining('more than one 两个') },
    ],
    [
      'nothing that is there',
      { button: '没有' },
      404,
      { error: expect.stringContaining('This card has no 没有; it has 开表') },
    ],
    ['an option that is not there', { button: 'kind', option: '9' }, 400, { field: 'kind' }],
    ['form values outside a form', { button: '开表', form_value: { a: '1' } }, 400, {}],
  ])('%s does not', async (_, given, status, expected) => {
    const { press, bot } = await world(loose)
    expect(await press(given)).toMatchObject({ status, body: expected })
    expect(bot.events()).toEqual([])
  })
})

describe('the answer', () => {
  const go = { schema: '2.0', body: { elements: [{ tag: 'button', name: 'go', behaviors: calls({}) }] } }
  const reply = (body: unknown) => () => ({ body: JSON.stringify(body) })

  it('shows its toast to who pressed and its card to everybody', async () => {
    const toast = { type: 'success', content: '已收 8 户' }
    const { press, control, id } = await world(
      go,
      reply({ toast, card: { type: 'raw', data: textCard('已收') } }),
    )
    expect((await press({ button: 'go' })).body).toMatchObject({ code: 0, toast, card: textCard('已收') })
    expect((await control('GET', `/messages/${id}`)).body.message).toMatchObject({
      updates: 1,
      card: textCard('已收'),
    })
    expect((await press({ button: 'go' })).status).toBe(404)
  })

  it.each([
    ['a bad status', () => ({ status: 500 }), 200671],
    ['a body that is no JSON', () => ({ body: 'no card.action.trigger event handle' }), 200672],
    ['a bare card', reply(textCard('一')), 200672],
    ['a card that is wrong', reply({ card: { type: 'raw', data: { schema: '2.0', elements: [] } } }), 200673],
    ['a card of 1.0', reply({ card: { type: 'raw', data: { elements: [] } } }), 200830],
  ])('%s is code %3$s for the person', async (_, answer, code) => {
    const { press, control, id } = await world(go, answer)
    expect((await press({ button: 'go' })).body).toMatchObject({ code, card: null })
    expect((await control('GET', `/messages/${id}`)).body.message).toMatchObject({ updates: 0 })
  })

  it('comes too late after 3 s, and the callback is not sent again', async () => {
    const { press, control, bot } = await world(go, async () => {
      await new Promise((resolve) => setTimeout(resolve, 3_200))
      return {}
    })
    expect((await press({ button: 'go' })).body).toMatchObject({ code: 200341 })
    await control('POST', '/clock', { by: 24 * 3_600_000 })
    expect(bot.events().length).toBe(1)
  })

  it('is heard by each of many who press at once', async () => {
    const { bot, person, group, client, control } = await world(go)
    const people = await Promise.all(Array.from({ length: 30 }, (_, index) => person(`人${index}`)))
    const chat = await group('如皋市', people)
    const sent = await client.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: chat, msg_type: 'interactive', content: JSON.stringify(go) },
    })
    const path = `/messages/${sent.data?.message_id}/press`
    const heard = await Promise.all(people.map((as) => control('POST', path, { as, button: 'go' })))
    expect(new Set(heard.map((one) => one.body.code))).toEqual(new Set([0]))
    expect(bot.events('card.action.trigger').length).toBe(30)
  })

  it('cannot come without an address or from nobody', async () => {
    const { person, send, control } = await startWorld({ callbackUrl: 'http://127.0.0.1:9/' })
    const wang = await person('王敏')
    const id = await send(wang, 'interactive', go)
    const press = () => control('POST', `/messages/${id}/press`, { as: wang, button: 'go' })
    expect((await press()).body).toMatchObject({ code: 200342 })
    await control('POST', '/app', { callback_url: '' })
    expect((await press()).body).toMatchObject({ code: 200340 })
  })

  it('is only for members, for 14 days, and only for cards', async () => {
    const { press, person, control, wang, send } = await world(go)
    const stranger = await person('路人')
    expect((await press({ as: stranger, button: 'go' })).body.error).toBe(
      '路人 is not in the chat of this card.',
    )
    const text = await send(wang, 'text', { text: '一' })
    expect((await control('POST', `/messages/${text}/press`, { as: wang, button: 'go' })).status).toBe(400)
    await control('POST', '/clock', { by: 14 * 24 * 3_600_000 + 1 })
    expect((await press({ button: 'go' })).body.error).toMatch(/older than 14 days/)
  })
})

describe('the delayed update', () => {
  const go = { schema: '2.0', body: { elements: [{ tag: 'button', name: 'go', behaviors: calls({}) }] } }
  const Trigger = z.object({ token: z.string() })

  it('works twice within half an hour, once the callback was answered', async () => {
    const early: unknown[] = []
    const update = (token: string) =>
      made.client.request({
        url: '/open-apis/interactive/v1/card/update',
        method: 'POST',
        data: { token, card: textCard('后来') },
      })
    const made = await world(go, async (heard) => {
      early.push(await refusal(update(Trigger.parse(heard.event).token)))
      return {}
    })
    await made.press({ button: 'go' })
    const { token } = Trigger.parse(made.bot.events()[0]?.event)
    expect(early).toMatchObject([{ code: 300020 }])
    await update(token)
    await update(token)
    expect(await refusal(update(token))).toMatchObject({ status: 400, code: 300040 })
    expect((await made.control('GET', `/messages/${made.id}`)).body.message).toMatchObject({
      card: textCard('后来'),
    })
  })

  it('is refused after half an hour', async () => {
    const { press, bot, control, client } = await world(go)
    await press({ button: 'go' })
    await control('POST', '/clock', { by: 30 * 60_000 + 1 })
    const { token } = Trigger.parse(bot.events()[0]?.event)
    const data = { token, card: textCard('后来') }
    const call = client.request({ url: '/open-apis/interactive/v1/card/update', method: 'POST', data })
    expect(await refusal(call)).toMatchObject({ code: 300030 })
  })
})
