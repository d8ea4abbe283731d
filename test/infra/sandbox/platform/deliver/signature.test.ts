import { createHash } from 'node:crypto'
import { AESCipher } from '@larksuiteoapi/node-sdk'
import { expect, it } from 'vitest'
import { encrypt } from '../../../../../infra/sandbox/platform/deliver/seal.ts'
import { decrypt, encryptKey, startBot, startWorld, until } from '../../harness.ts'

const signatureOf = (headers: Record<string, unknown>, raw: string) =>
  createHash('sha256')
    .update(`${headers['x-lark-request-timestamp']}${headers['x-lark-request-nonce']}${encryptKey}${raw}`)
    .digest('hex')

it('what it encrypts the SDK opens, and so does the example of the documents', () => {
  expect(new AESCipher('test key').decrypt(encrypt('hello world', 'test key'))).toBe('hello world')
  expect(decrypt('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', 'test key')).toBe('hello world')
})

it('an event is signed over its bytes at the time of the sandbox', async () => {
  const bot = await startBot()
  const { person, control } = await startWorld({ eventUrl: bot.url })
  const wang = await person('王敏')
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: '/进度', wait: true })
  const [event] = bot.events('im.message.receive_v1')
  expect(event?.headers['x-lark-request-timestamp']).toBe('1677632400')
  expect(event?.headers['x-lark-signature']).toBe(signatureOf(event?.headers ?? {}, event?.raw ?? ''))
  expect(event?.header).toMatchObject({ create_time: '1677632400000', token: 'sandbox-verification-token' })
  expect(event?.event).toMatchObject({
    sender: { sender_id: { open_id: wang }, sender_type: 'user' },
    message: { chat_type: 'p2p', message_type: 'text', content: '{"text":"/进度"}' },
  })
})

it('the challenge comes encrypted and unsigned, and again when an address is set', async () => {
  const [bot, other] = [await startBot(), await startBot()]
  const { control } = await startWorld({ eventUrl: bot.url, callbackUrl: bot.url })
  await until(() => bot.heard.length > 0)
  const set = await control('POST', '/app', { event_url: other.url })
  expect(set.body).toMatchObject({ event_url: other.url, callback_url: bot.url })
  for (const { heard } of [bot, other]) {
    expect(heard.map((one) => one.type)).toEqual(['url_verification'])
    expect(heard[0]?.headers['x-lark-signature']).toBe(undefined)
  }
})

it('an address that fails its challenge is not taken', async () => {
  const { control } = await startWorld()
  const set = await control('POST', '/app', { callback_url: 'http://127.0.0.1:9/' })
  expect(set.status).toBe(400)
  expect(set.body.error).toMatch(/cannot be reached.*stay as they were/)
})

it('without an Encrypt Key everything goes unsigned and in the clear', async () => {
  const bot = await startBot()
  const { person, control } = await startWorld({ eventUrl: bot.url, encryptKey: '' })
  const wang = await person('王敏')
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: '一', wait: true })
  const [event] = bot.events()
  expect(event?.raw).toBe(event?.text)
  expect(event?.headers['x-lark-signature']).toBe(undefined)
})

it('re-encoded JSON has other bytes, the same meaning and a right signature', async () => {
  const bot = await startBot()
  const { person, control } = await startWorld({ eventUrl: bot.url })
  const wang = await person('王敏')
  await control('POST', '/faults', { kind: 'reencode' })
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: 'a/b', wait: true })
  const [event] = bot.events()
  expect(event?.raw).toMatch(/^\{ "encrypt" : "/)
  expect(event?.text).toContain('a\\/b')
  expect(JSON.stringify(JSON.parse(event?.raw ?? '')) === event?.raw).toBe(false)
  expect(event?.headers['x-lark-signature']).toBe(signatureOf(event?.headers ?? {}, event?.raw ?? ''))
})
