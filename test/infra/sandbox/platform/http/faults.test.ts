import { expect, it } from 'vitest'
import * as z from 'zod'
import { createFaults } from '../../../../../infra/sandbox/platform/http/faults.ts'
import { openState } from '../../../../../infra/sandbox/platform/state/state.ts'
import { refusal, startWorld } from '../../harness.ts'

it('the same seed gives the same misfortune, about as often as it was asked for', () => {
  const luck = (seed: number) => {
    const faults = createFaults(openState(undefined))
    faults.add({ kind: 'server-error', probability: 0.3, count: null, seed, api: '' })
    return Array.from({ length: 1_000 }, () => faults.strike('server-error', 'im.message.create'))
  }
  const [first, again, other] = [luck(7), luck(7), luck(8)]
  expect(first).toEqual(again)
  expect(first).not.toEqual(other)
  expect(first.filter(Boolean).length).toBe(300)
})

it.each([
  ['rate-limit', { status: 429, code: 99991400 }],
  ['server-error', { status: 500, code: 2200 }],
  ['token-expired', { status: 400, code: 99991663 }],
])('%s strikes the API that it names, as often as it was told', async (kind, expected) => {
  const { client, person, send, control, forgetToken } = await startWorld()
  const wang = await person('王敏')
  await control('POST', '/faults', { kind, count: 1, api: 'im.message.create' })
  await client.im.v1.chat.list({})
  expect(await refusal(send(wang, 'text', { text: '一' }))).toMatchObject(expected)
  forgetToken()
  expect(await send(wang, 'text', { text: '二' })).toMatch(/^om_/)
})

const Token = z.object({ tenant_access_token: z.string() })

it.each([
  ['timeout', 0],
  ['commit-then-timeout', 1],
])('%s answers nothing and leaves %i messages', async (kind, count) => {
  const { sandbox, person, control } = await startWorld()
  const wang = await person('王敏')
  const post = (path: string, body: unknown, token: string, ms: number) =>
    fetch(`${sandbox.url}/open-apis${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ms),
      headers: { Authorization: `Bearer ${token}` },
    })
  const keys = { app_id: sandbox.appId, app_secret: sandbox.appSecret }
  const issued = await post('/auth/v3/tenant_access_token/internal', keys, '', 5_000)
  const { tenant_access_token } = Token.parse(await issued.json())
  await control('POST', '/faults', { kind, count: 1, api: 'im.message' })
  const message = { receive_id: wang, msg_type: 'text', content: '{"text":"一"}', uuid: 'once' }
  const send = () => post('/im/v1/messages?receive_id_type=open_id', message, tenant_access_token, 300)
  await expect(send()).rejects.toThrow(/timeout/)
  const Chats = z.object({ chats: z.array(z.object({ messages: z.number() })) })
  const messages = async () =>
    Chats.parse((await control('GET', `/chats?user=${wang}`)).body).chats.map((one) => one.messages)
  expect((await messages()).reduce((sum, one) => sum + one, 0)).toBe(count)
  expect((await send()).status).toBe(200)
  expect(await messages()).toEqual([1])
})

it('faults are listed and lifted', async () => {
  const { control } = await startWorld()
  const { body } = await control('POST', '/faults', { kind: 'timeout', probability: 0.5, seed: 3 })
  expect(body.faults).toEqual([
    {
      id: expect.any(String),
      kind: 'timeout',
      probability: 0.5,
      count: null,
      seed: 3,
      api: '',
      draws: 0,
      fired: 0,
    },
  ])
  expect((await control('DELETE', '/faults')).body).toEqual({ faults: [] })
  expect((await control('POST', '/faults', { kind: 'flood' })).status).toBe(400)
})
