import { EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk'
import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { startWorld, textCard } from '../../harness.ts'

const quiet = { error() {}, warn() {}, info() {}, debug() {}, trace() {} }
const Trigger = z.looseObject({ action: z.object({ value: z.unknown() }) })

/** The SDK's own long connection, with handlers for a message and a press. */
async function connect(
  sandbox: { url: string; appId: string; appSecret: string },
  name: string,
  heard: string[],
) {
  let onReady = () => {}
  const quietly = { logger: quiet, loggerLevel: LoggerLevel.error }
  const socket = new WSClient({ ...sandbox, ...quietly, domain: sandbox.url, onReady: () => onReady() })
  onTestFinished(() => socket.close())
  const eventDispatcher = new EventDispatcher({ logger: quiet }).register({
    'im.message.receive_v1': async ({ message }) => void heard.push(`${name}: ${message.content}`),
    'card.action.trigger': async (trigger: unknown) => {
      heard.push(`${name}: ${JSON.stringify(Trigger.parse(trigger).action.value)}`)
      return { toast: { type: 'success', content: '已收' }, card: { type: 'raw', data: textCard('已收') } }
    },
  })
  const ready = new Promise<void>((resolve) => {
    onReady = resolve
  })
  await socket.start({ eventDispatcher })
  await ready
}

it('an event reaches a connected client and a press brings its answer back', async () => {
  const { sandbox, person, send, control } = await startWorld()
  const heard: string[] = []
  await connect(sandbox, 'a', heard)
  const wang = await person('王敏')
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: '/进度', wait: true })
  const button = { tag: 'button', name: 'go', behaviors: [{ type: 'callback', value: { act: 'save' } }] }
  const id = await send(wang, 'interactive', { schema: '2.0', body: { elements: [button] } })
  const { body } = await control('POST', `/messages/${id}/press`, { as: wang, button: 'go' })
  expect(body).toMatchObject({ code: 0, toast: { type: 'success', content: '已收' }, card: textCard('已收') })
  expect(heard).toEqual(['a: {"text":"/进度"}', 'a: {"act":"save"}'])
  expect((await control('GET', '/stats')).body.undelivered).toBe(0)
})

it('of two clients each event reaches one', async () => {
  const { sandbox, person, control } = await startWorld()
  const heard: string[] = []
  await connect(sandbox, 'a', heard)
  await connect(sandbox, 'b', heard)
  const wang = await person('王敏')
  for (const text of ['1', '2', '3', '4']) {
    await control('POST', `/chats/${wang}/messages`, { as: wang, text, wait: true })
  }
  expect(heard).toEqual(['a: {"text":"1"}', 'b: {"text":"2"}', 'a: {"text":"3"}', 'b: {"text":"4"}'])
})

it('with nobody connected an event waits for its retry', async () => {
  const { sandbox, person, control } = await startWorld()
  const wang = await person('王敏')
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: '一', wait: true })
  const heard: string[] = []
  await connect(sandbox, 'late', heard)
  await control('POST', '/clock', { by: 15_000 })
  expect(heard).toEqual(['late: {"text":"一"}'])
})

it('a wrong secret gets no connection', async () => {
  const { sandbox } = await startWorld()
  const answer = await fetch(`${sandbox.url}/callback/ws/endpoint`, {
    method: 'POST',
    body: JSON.stringify({ AppID: sandbox.appId, AppSecret: 'wrong' }),
  })
  expect(await answer.json()).toEqual({ code: 403, msg: 'app id or app secret is wrong', data: {} })
})
