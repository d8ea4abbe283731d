import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDynamo } from '../../infra/local/dynamo.ts'
import { webhookApp } from '../../infra/local/webhook-app.ts'
import { readConfig } from '../../shared/config.ts'
import type { WebhookRequest } from '../../shared/lark/verify.ts'
import { type Runtime, startRuntime } from '../../shared/runtime.ts'
import { dynamoClient, type StoreClient } from '../../shared/store/client.ts'
import { createTable } from '../../shared/store/table.ts'
import { requests } from '../shared/lark/attacks.ts'
import { app, envelopeOf, now, sealed, signedRequest, unsignedRequest } from '../shared/lark/feishu.ts'

let client: StoreClient
let close: () => Promise<void>
let runtime: Runtime
let logged: unknown[] = []
const aTime = expect.any(Number)

const runtimeAt = (endpoint: string): Runtime => {
  const config = readConfig({
    ...{ LARK_APP_ID: app.appId, LARK_APP_SECRET: 'secret', LARK_ENCRYPT_KEY: app.encryptKey },
    ...{ LARK_VERIFICATION_TOKEN: app.verificationToken, DYNAMODB_ENDPOINT: endpoint },
  })
  const { ports } = startRuntime(config, {
    now: () => now,
    wall: () => now,
    monotonic: () => performance.now(),
    sleep: async () => {},
  })
  return { config, ports: { ...ports, log: (...line) => void logged.push(line) } }
}

beforeAll(async () => {
  const server = await startDynamo()
  close = server.close
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  client = dynamoClient({ region: 'local', endpoint: server.endpoint, credentials })
  await createTable(client, 'liegui')
  runtime = runtimeAt(server.endpoint)
})
afterAll(() => close())

const rows = async () =>
  (await client.send(new ScanCommand({ TableName: 'liegui' }))).Items?.map(({ pk }) => String(pk)) ?? []

const post = async ({ method, path, headers, body }: WebhookRequest, by = runtime) => {
  logged = []
  const given = Object.entries(headers).filter(
    (header): header is [string, string] => header[1] !== undefined,
  )
  const content = method === 'GET' ? {} : { body: body.slice() }
  const answer = await webhookApp(by).request(path, { method, headers: given, ...content })
  return { status: answer.status, body: await answer.json() }
}

const message = (text: string, header: Record<string, unknown> = {}, message_id = 'om_1') =>
  envelopeOf(
    'im.message.receive_v1',
    {
      sender: { sender_id: { open_id: 'ou_stranger' }, sender_type: 'user' },
      message: {
        ...{ message_id, chat_id: 'oc_1', chat_type: 'p2p', message_type: 'text' },
        ...{ create_time: String(now), content: JSON.stringify({ text }) },
      },
    },
    header,
  )
const press = envelopeOf('card.action.trigger', {
  operator: { open_id: 'ou_stranger' },
  token: 'c-1',
  action: { tag: 'button', value: { flow: 'open-month', version: 1, step: 'open', state: {} } },
  context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
})

const refused = requests.flatMap((attack) =>
  attack.answer.is === 'refused' && attack.options === undefined
    ? [{ ...attack, status: attack.answer.status }]
    : [],
)

describe('who is not Feishu', () => {
  it.each(refused)('$it: refused with $status, and nothing is written', async ({ request, status }) => {
    const before = await rows()
    expect(await post(request)).toMatchObject({ status, body: { error: expect.any(String) } })
    expect(await rows()).toEqual(before)
  })
})

describe('what is Feishu', () => {
  it.each([
    ['unsigned', unsignedRequest],
    ['signed', signedRequest],
  ] as const)('its question whether this address is ours, %s, is answered', async (_, requestOf) => {
    const question = { type: 'url_verification', token: app.verificationToken, challenge: 'c0ffee' }
    expect(await post(requestOf(sealed(question)))).toEqual({ status: 200, body: { challenge: 'c0ffee' } })
  })

  it('an event of an unknown type is taken, and nothing is written', async () => {
    const before = await rows()
    expect(await post(signedRequest(sealed(envelopeOf('im.chat.renamed_v9'))))).toEqual({
      status: 200,
      body: {},
    })
    expect(await rows()).toEqual(before)
    expect(logged).toEqual([
      ['info', 'unknown-event', { type: 'im.chat.renamed_v9' }],
      ['info', 'webhook-answered', { is: 'unknown', id: 'ev_1', kind: 'event', status: 200, ms: aTime }],
    ])
  })

  it('a message is answered once, however often and under whatever event id it comes', async () => {
    const honest = signedRequest(sealed(message('你好')))
    const again = [honest, honest, signedRequest(sealed(message('你好', { event_id: 'ev_2' })))]
    for (const request of again) expect(await post(request)).toEqual({ status: 200, body: {} })
    const { store, clock } = runtime.ports
    expect(await store.pending('answer', clock.now(), 10)).toHaveLength(1)
    expect((await rows()).filter((pk) => pk.startsWith('IN#'))).toEqual(['IN#om_1'])
  })

  it('five at once are answered once', async () => {
    const request = signedRequest(sealed(message('你好', {}, 'om_5')))
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(request)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const { store, clock } = runtime.ports
    const planned = await store.pending('answer', clock.now(), 10)
    expect(planned.filter(({ push }) => push.id.endsWith('om_5'))).toHaveLength(1)
  })

  it('a press by somebody unknown is told so, and changes nothing', async () => {
    const before = await rows()
    const answer = await post(signedRequest(sealed(press)))
    expect(answer).toMatchObject({ status: 200, body: { toast: { type: 'warning' } } })
    expect(await rows()).toEqual(before)
  })

  it.each([
    ['an event', envelopeOf('im.message.receive_v1', { message: { content: '{' } })],
    ['a callback', envelopeOf('card.action.trigger', { operator: {} })],
  ])('%s in an odd shape is a 400, and no value of it is logged', async (_, envelope) => {
    expect(await post(signedRequest(sealed(envelope)))).toEqual({
      status: 400,
      body: { error: 'malformed' },
    })
    expect(logged).toEqual([
      ['error', 'webhook-failed', { kind: expect.any(String), why: 'LarkMalformed', status: 400, ms: aTime }],
    ])
  })
})

describe('when the table does not answer', () => {
  const down = () => runtimeAt('http://127.0.0.1:9')

  it('an event is not taken, so that Feishu sends it again', async () => {
    expect(await post(signedRequest(sealed(message('你好'))), down())).toEqual({
      status: 503,
      body: { error: 'failed' },
    })
  })

  it('an event that somebody else is always faster than is not taken either', async () => {
    const { store } = runtime.ports
    const commit = async () => ({ is: 'conflict' as const })
    const busy = { ...runtime, ports: { ...runtime.ports, store: { ...store, commit } } }
    const request = signedRequest(sealed(message('你好', {}, 'om_7')))
    expect(await post(request, busy)).toEqual({ status: 503, body: { error: 'failed' } })
    expect(await post(request)).toEqual({ status: 200, body: {} })
  })

  it('who pressed is told that what was typed is still there, and to press again', async () => {
    expect(await post(signedRequest(sealed(press)), down())).toEqual({
      status: 200,
      body: { toast: { type: 'error', content: expect.stringMatching(/再按一次.*还在/) } },
    })
  })
})
