import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { OpenId } from '../../../shared/domain/person.ts'
import { larkMessenger } from '../../../shared/lark/client.ts'
import { startWorld } from '../../infra/sandbox/harness.ts'
import { json, startFeishu, startMessenger } from './fake-feishu.ts'

const MEGABYTE = 1024 * 1024
const DOWNLOAD = 'im.messageResource.get'
const UPLOAD = 'im.file.create'
const Said = z.looseObject({ message: z.looseObject({ message_id: z.string(), content: z.string() }) })
const Content = z.object({ file_key: z.string() })
const Chat = z.object({
  messages: z.array(z.looseObject({ message_id: z.string(), msg_type: z.string(), content: Content })),
})

/** Somebody in a sandbox who sends files to the bot. */
const aSender = async (timeoutMs = 2_000) => {
  const world = await startWorld()
  const wang = await world.person('王敏')
  const { appId, appSecret, url } = world.sandbox
  const messenger = larkMessenger({
    ...{ appId, appSecret, domain: url, timeoutMs },
    ...{ clock: { now: () => Date.parse('2023-03-01T09:00:00+08:00') }, log: () => {} },
  })
  return {
    messenger,
    to: { person: OpenId.parse(wang) },
    fault: (kind: string, api: string) => world.control('POST', '/faults', { kind, api, count: 1 }),
    async drop(bytes: Uint8Array, name = '3月.xlsx') {
      const file = { name, base64: Buffer.from(bytes).toString('base64') }
      const { body } = await world.control('POST', `/chats/${wang}/messages`, { as: wang, file })
      const { message } = Said.parse(body)
      return [message.message_id, Content.parse(JSON.parse(message.content)).file_key] as const
    },
    messages: async (chat: string) =>
      Chat.parse((await world.control('GET', `/chats/${chat}/messages`)).body).messages,
  }
}

describe('a file that somebody sent', () => {
  it('comes as it was, byte for byte', async () => {
    const { messenger, drop } = await aSender()
    const bytes = randomBytes(300_000)
    expect(await messenger.download(...(await drop(bytes)))).toEqual({ is: 'file', bytes })
  })

  it('is taken up to ten megabytes, and not a byte more', async () => {
    const { messenger, drop } = await aSender()
    const most = await messenger.download(...(await drop(new Uint8Array(10 * MEGABYTE))))
    expect(most).toMatchObject({ is: 'file', bytes: { length: 10 * MEGABYTE } })
    expect(await messenger.download(...(await drop(new Uint8Array(10 * MEGABYTE + 1))))).toEqual({
      ...{ is: 'refused', why: 'too-large', code: 234006 },
    })
  })

  it('comes only with its own message', async () => {
    const { messenger, drop } = await aSender()
    const [message] = await drop(randomBytes(10))
    const [, other] = await drop(randomBytes(10))
    expect(await messenger.download(message, other)).toEqual({ is: 'refused', why: 'gone', code: 234003 })
  })

  it('comes with a new token when the old one ended early', async () => {
    const { messenger, drop, fault } = await aSender()
    const bytes = randomBytes(10)
    const of = await drop(bytes)
    await fault('token-expired', DOWNLOAD)
    expect(await messenger.download(...of)).toEqual({ is: 'file', bytes })
  })

  it.each([
    ['server-error', 'Lark failed at im.message_resource.get (2200)'],
    ['rate-limit', 'Lark limits im.message_resource.get: wait 1000 ms'],
    ['timeout', 'Lark could not be asked for im.message_resource.get (no answer in time)'],
  ])('is to be tried again after a %s', async (kind, says) => {
    const { messenger, drop, fault } = await aSender(100)
    const of = await drop(randomBytes(10))
    await fault(kind, DOWNLOAD)
    await expect(messenger.download(...of)).rejects.toThrow(says)
    expect(await messenger.download(...of)).toMatchObject({ is: 'file' })
  })
})

describe('what Feishu never sent like that', () => {
  const from = async (answering: (response: ServerResponse) => unknown) => {
    const feishu = await startFeishu((_, response) => answering(response))
    return startMessenger(feishu.url, { timeoutMs: 100 }).messenger.download('om_1', 'file_1')
  }
  const cut = (response: ServerResponse) => {
    response.writeHead(200, { 'content-length': 1_000 }).write('PK')
    setImmediate(() => response.socket?.destroy())
  }

  it('a stream without an end is left at ten megabytes', async () => {
    let isLeft = false
    const endless = (response: ServerResponse) => {
      response.once('close', () => {
        isLeft = true
      })
      const more = () => {
        while (!isLeft && response.write(Buffer.alloc(MEGABYTE)));
      }
      response.on('drain', more).writeHead(200)
      more()
    }
    expect(await from(endless)).toMatchObject({ is: 'refused', why: 'too-large' })
  })

  it('a length that is too much is believed before a byte is read', async () => {
    const boasting = (response: ServerResponse) =>
      response.writeHead(200, { 'content-length': 11 * MEGABYTE }).write('PK')
    expect(await from(boasting)).toMatchObject({ is: 'refused', why: 'too-large' })
  })

  it.each<[string, (response: ServerResponse) => unknown, string]>([
    ['a file that breaks off', cut, 'im.message_resource.get (ECONNRESET)'],
    ['a file that stands still', (response) => response.writeHead(200).write('PK'), 'no answer in time'],
    ['a refusal that stands still', (response) => response.writeHead(400).write('{'), '(HTTP 400)'],
    ['words of a proxy', (response) => response.writeHead(407).end('<html>'), '(HTTP 407)'],
    ['a code without a file', (response) => json(response, 200, { code: 0 }), 'without a file'],
  ])('%s is to be tried again', async (_, answering, says) => {
    await expect(from(answering)).rejects.toThrow(says)
  })

  it('a refusal with HTTP 200 is no file', async () => {
    expect(await from((response) => json(response, 200, { code: 234003 }))).toMatchObject({ why: 'gone' })
  })
})

describe('a file that we send', () => {
  it('is stored, and sent once though it is repeated', async () => {
    const { messenger, to, messages, fault } = await aSender()
    const bytes = randomBytes(50_000)
    const file = await messenger.upload('回执.xlsx', bytes)
    await fault('commit-then-timeout', 'im.message.create')
    expect(await messenger.send(to, { file }, 'p')).toMatchObject({ is: 'unknown' })
    const sent = await messenger.send(to, { file }, 'p')
    const [only, ...others] = await messages(sent.is === 'sent' ? sent.chat : '')
    expect([only?.msg_type, others]).toEqual(['file', []])
    expect(only?.content).toEqual({ file_key: file })
    expect(await messenger.download(only?.message_id ?? '', file)).toEqual({ is: 'file', bytes })
  })

  it('is not stored when it is empty, or when Feishu has trouble', async () => {
    const { messenger, fault } = await aSender()
    await expect(messenger.upload('a.xlsx', new Uint8Array())).rejects.toThrow('(234010): the file is empty')
    await fault('server-error', UPLOAD)
    await expect(messenger.upload('a.xlsx', randomBytes(9))).rejects.toThrow('im.file.create (2200)')
  })

  it('changes no message that is there', async () => {
    const { messenger } = await aSender()
    expect(await messenger.update('om_1', { file: 'file_1' }, 'p')).toMatchObject({
      ...{ is: 'refused', code: 230054 },
    })
  })
})
