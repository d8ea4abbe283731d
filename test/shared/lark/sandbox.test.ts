import { describe, expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { OpenId } from '../../../shared/domain/person.ts'
import { ChatId } from '../../../shared/domain/push.ts'
import { larkMessenger } from '../../../shared/lark/client.ts'
import { readIncoming } from '../../../shared/lark/incoming.ts'
import { listen } from '../../../shared/lark/socket.ts'
import { verify } from '../../../shared/lark/verify.ts'
import type { Incoming } from '../../../shared/ports.ts'
import { type Heard, startBot, startWorld, until } from '../../infra/sandbox/harness.ts'
import { bytes } from './feishu.ts'

const start = Date.parse('2023-03-01T09:00:00+08:00')
type World = Awaited<ReturnType<typeof startWorld>>
const quiet = () => {}

const messengerFor = ({ sandbox }: World) =>
  larkMessenger({
    ...{ appId: sandbox.appId, appSecret: sandbox.appSecret, domain: sandbox.url, timeoutMs: 2000 },
    ...{ clock: { now: () => start }, log: quiet },
  })

const button = (value: object) => ({
  tag: 'button',
  name: 'go',
  text: { tag: 'plain_text', content: '提交' },
  behaviors: [{ type: 'callback', value }],
})
const cardOf = (...elements: object[]) => ({ schema: '2.0', body: { elements } })

const History = z.object({ messages: z.array(z.looseObject({ message_id: z.string() })) })
const idsIn = async ({ control }: World, chat: string) =>
  History.parse((await control('GET', `/chats/${chat}/messages`)).body).messages.map((one) => one.message_id)

describe('out to the sandbox, through the unchanged SDK', () => {
  it('a card goes out, changes, and is found by its push', async () => {
    const world = await startWorld()
    const group = { chat: ChatId.parse(await world.group('如皋市列规群', [await world.person('王敏')])) }
    const messenger = messengerFor(world)
    const card = cardOf({ tag: 'markdown', content: '一' })
    const sent = await messenger.send(group, { card }, 'stats:2023-03')
    expect(sent).toMatchObject({ is: 'sent', chat: group.chat })
    const message = sent.is === 'sent' ? sent.message : ''
    expect(await messenger.update(message, { card }, 'stats:2023-03')).toEqual(sent)
    expect(await messenger.find(group, 'stats:2023-03', start)).toEqual({ message, chat: group.chat })
    expect(await messenger.find(group, 'stats:2023-04', start)).toBeUndefined()
  })

  it('a send whose answer was lost is found, and sent once though it is repeated', async () => {
    const world = await startWorld()
    const group = { chat: ChatId.parse(await world.group('如皋市列规群', [])) }
    const messenger = messengerFor(world)
    await world.control('POST', '/faults', {
      kind: 'commit-then-timeout',
      count: 1,
      api: 'im.message.create',
    })
    const content = { card: cardOf({ tag: 'hr' }) }
    expect(await messenger.send(group, content, 'ask:1')).toMatchObject({ is: 'unknown' })
    const found = await messenger.find(group, 'ask:1', start)
    expect(await messenger.send(group, content, 'ask:1')).toEqual({ is: 'sent', ...found })
    expect(await idsIn(world, group.chat)).toEqual([found?.message])
  })

  it('a token that ended early is renewed within the call', async () => {
    const world = await startWorld()
    const to = { person: OpenId.parse(await world.person('王敏')) }
    await world.control('POST', '/faults', { kind: 'token-expired', count: 1, api: 'im.message.create' })
    expect(await messengerFor(world).send(to, { text: '好' }, 'p')).toMatchObject({ is: 'sent' })
  })

  it('a limit, a stranger and a bad card are told apart', async () => {
    const world = await startWorld()
    const to = { person: OpenId.parse(await world.person('王敏')) }
    const messenger = messengerFor(world)
    await world.control('POST', '/faults', { kind: 'rate-limit', count: 1, api: 'im.message.create' })
    expect(await messenger.send(to, { text: '好' }, 'a')).toEqual({ is: 'limited', afterMs: 1000 })
    expect(await messenger.send({ person: OpenId.parse('ou_none') }, { text: '好' }, 'b')).toMatchObject({
      is: 'refused',
      code: 230034,
    })
    expect(await messenger.send(to, { card: cardOf({ tag: 'markdown', contents: '' }) }, 'c')).toMatchObject({
      is: 'refused',
      code: 230099,
      say: expect.stringContaining('(200621 at ROOT -> body -> elements -> [0](tag: markdown)'),
    })
  })

  it('the panel of slash commands is what was declared', async () => {
    const messenger = messengerFor(await startWorld())
    const commands = [{ command: '进度', description: '看进度' }]
    expect(await messenger.registerCommands(commands)).toEqual({ created: 1, changed: 0, deleted: 0 })
    expect(await messenger.registerCommands(commands)).toEqual({ created: 0, changed: 0, deleted: 0 })
    const { name } = await messenger.botInfo()
    expect(name).toBe('机器人')
  })
})

describe('in from the sandbox', () => {
  it('somebody who resigns is told of, and is no longer among those who are there', async () => {
    const read: Incoming[] = []
    const bot = await startBot(({ text }: Heard) => {
      read.push(readIncoming(JSON.parse(text)))
      return {}
    })
    const world = await startWorld({ eventUrl: bot.url })
    const [wang, li] = [await world.person('王敏'), await world.person('李雷')]
    const everybody = Array.from({ length: 60 }, (_, index) => ({
      open_id: `ou_${index}`,
      name: `人${index}`,
    }))
    await world.control('POST', '/users', everybody)
    await world.control('POST', '/users', { open_id: 'ou_3', status: 'outside' })
    const asked = [wang, li, 'ou_unknown', ...everybody.map((one) => one.open_id)].map((id) =>
      OpenId.parse(id),
    )
    expect((await world.control('DELETE', `/users/${wang}`)).body.user).toMatchObject({ status: 'resigned' })
    expect((await world.control('DELETE', `/users/${wang}`)).status).toBe(409)
    await until(() => read.length === 1)
    expect(read).toMatchObject([{ is: 'person-left', at: start, from: wang }])
    const here = await messengerFor(world).present(asked)
    expect(asked.filter((id) => !here.has(id))).toEqual([wang, 'ou_unknown', 'ou_3'])
    await world.control('POST', '/faults', { kind: 'server-error', count: 3, api: 'contact.user.batch' })
    await expect(messengerFor(world).present(asked)).rejects.toMatchObject({ name: 'LarkFailed' })
  })

  it('a mobile finds its person, with the name; a number that is nobody’s finds nobody', async () => {
    const world = await startWorld()
    await world.control('POST', '/users', { open_id: 'ou_called', name: '周新', mobile: '13800001234' })
    await world.control('POST', '/users', {
      open_id: 'ou_gone',
      name: '旧',
      mobile: '13800005678',
      status: 'resigned',
    })
    const many = Array.from({ length: 60 }, (_, index) => `139${String(index).padStart(8, '0')}`)
    const found = await messengerFor(world).byMobile([...many, '13800001234', '13800005678'])
    expect([...found]).toEqual([['13800001234', { id: 'ou_called', name: '周新' }]])
  })

  it('over HTTP a text and a press are verified and read, re-encoded or not', async () => {
    const read: Incoming[] = []
    const keys = { encryptKey: 'sandbox-encrypt-key', verificationToken: 'sandbox-verification-token' }
    const bot = await startBot(({ raw, headers }: Heard) => {
      const flat = Object.entries(headers).map(([name, value]) => [name, String(value)] as const)
      const request = { method: 'POST', path: '/', headers: Object.fromEntries(flat), body: bytes(raw) }
      const options = { ...keys, appId: world.sandbox.appId, now: start, paths: ['/'] }
      const answer = verify(request, options)
      if (answer.is !== 'verified') return { status: 401 }
      read.push(readIncoming(answer.envelope))
      return { body: JSON.stringify({ toast: { type: 'success', content: answer.kind } }) }
    })
    const world = await startWorld({ eventUrl: bot.url, callbackUrl: bot.url })
    const wang = await world.person('王敏')
    await world.control('POST', '/faults', { kind: 'reencode', count: 1, api: '' })
    await world.control('POST', `/chats/${wang}/messages`, { as: wang, text: '/进度', wait: true })
    const to = { person: OpenId.parse(wang) }
    const sent = await messengerFor(world).send(to, { card: cardOf(button({ flow: 'x' })) }, 'p')
    const message = sent.is === 'sent' ? sent.message : ''
    const pressed = await world.control('POST', `/messages/${message}/press`, { as: wang, button: 'go' })
    expect(pressed.body).toMatchObject({ code: 0, toast: { content: 'callback' } })
    expect(read).toMatchObject([
      { is: 'message', at: start, from: wang, group: false, toBot: true, text: '/进度' },
      { is: 'press', at: start, from: wang, message, value: { flow: 'x' }, form: {} },
    ])
  })

  it('over the long connection the same envelopes come, and the answer to a press travels back', async () => {
    const world = await startWorld()
    const wang = await world.person('王敏')
    const heard: Incoming[] = []
    const { appId, appSecret, url } = world.sandbox
    const logged: string[] = []
    const socket = await listen(
      {
        ...{ appId, appSecret, domain: url, onLost: quiet },
        log: (_, code) => void logged.push(code),
      },
      async ({ envelope }) => {
        heard.push(readIncoming(envelope))
        return { toast: { type: 'success', content: '已收' } }
      },
    )
    onTestFinished(() => socket.close())
    expect(socket.isConnected()).toBe(false)
    await until(() => logged.includes('lark-socket-ready'))
    expect(socket.isConnected()).toBe(true)
    await world.control('POST', `/chats/${wang}/messages`, { as: wang, text: '/帮助', wait: true })
    const sent = await messengerFor(world).send(
      { person: OpenId.parse(wang) },
      { card: cardOf(button({ a: 1 })) },
      'p',
    )
    const message = sent.is === 'sent' ? sent.message : ''
    const pressed = await world.control('POST', `/messages/${message}/press`, { as: wang, button: 'go' })
    expect(pressed.body).toMatchObject({ code: 0, toast: { content: '已收' } })
    expect(heard).toMatchObject([
      { is: 'message', text: '/帮助' },
      { is: 'press', value: { a: 1 } },
    ])
    expect(logged).toEqual(['lark-socket-ready'])
  })

  it('over the long connection a failure is told to Feishu, which tries again; no token travels', async () => {
    const world = await startWorld()
    const wang = await world.person('王敏')
    const { appId, appSecret, url } = world.sandbox
    const logged: unknown[] = []
    const texts: string[] = []
    const socket = await listen(
      {
        ...{ appId, appSecret, domain: url, onLost: quiet },
        log: (_, code) => void logged.push(code),
      },
      async ({ envelope, kind }) => {
        expect([kind, envelope]).toMatchObject(['event', { header: { token: '' } }])
        const incoming = readIncoming(envelope)
        texts.push(incoming.is === 'message' ? incoming.text : incoming.is)
        if (texts.length === 1) throw new Error('机密')
        return {}
      },
    )
    onTestFinished(() => socket.close())
    await until(() => logged.includes('lark-socket-ready'))
    await world.control('POST', `/chats/${wang}/messages`, { as: wang, text: '一', wait: true })
    await world.control('POST', '/clock', { by: 15_000 })
    expect([texts, logged]).toEqual([
      ['一', '一'],
      ['lark-socket-ready', 'lark-socket-event-failed'],
    ])
  })

  it('a connection that Feishu refuses is lost, with its code', async () => {
    const { sandbox } = await startWorld()
    const logged: unknown[] = []
    let lost = false
    const socket = await listen(
      {
        ...{ appId: sandbox.appId, appSecret: 'canary', domain: sandbox.url },
        log: (...line) => void logged.push(line),
        onLost: () => {
          lost = true
        },
      },
      async () => ({}),
    )
    onTestFinished(() => socket.close())
    await until(() => lost)
    expect(logged).toEqual([['error', 'lark-socket-lost', { code: 403 }]])
  })

  it('a connection that broke comes back by itself', async () => {
    const first = await startWorld()
    const { appId, appSecret, url, port } = first.sandbox
    const logged: string[] = []
    const socket = await listen(
      {
        ...{ appId, appSecret, domain: url, onLost: quiet },
        log: (_, code) => void logged.push(code),
      },
      async () => ({}),
    )
    onTestFinished(() => socket.close())
    await until(() => logged.length === 1)
    await first.sandbox.close()
    await startWorld({ appId, port })
    await until(() => logged.length === 3)
    expect(logged).toEqual(['lark-socket-ready', 'lark-socket-reconnecting', 'lark-socket-ready'])
  })
})
