import type { ServerResponse } from 'node:http'
import { inspect } from 'node:util'
import { afterEach, expect, it, vi } from 'vitest'
import { OpenId } from '../../../shared/domain/person.ts'
import { APP_SECRET, json, sentMessage, startFeishu, startMessenger } from './fake-feishu.ts'

/** A token, the secret, a firm's name, a figure, and what Feishu quotes of them. */
const canaries = [APP_SECRET, 't-canary', '通达机械', '51200', 'Bearer']

const written: string[] = []
const overhear = () => {
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    vi.spyOn(console, level).mockImplementation(
      (...words) => void written.push(inspect(words, { depth: 20 })),
    )
  }
}
afterEach(() => {
  vi.restoreAllMocks()
  written.length = 0
})

const quoting = 'ErrCode: 11310; ErrPath: ROOT -> body; ErrorValue: 通达机械 51200 Bearer t-canary-1'
const ways: [string, (response: ServerResponse) => unknown][] = [
  ['a refusal that quotes', (response) => json(response, 400, { code: 230099, msg: quoting })],
  ['an unknown refusal that quotes', (response) => json(response, 200, { code: 7, msg: quoting })],
  ['a stale token', (response) => json(response, 400, { code: 99991663, msg: quoting })],
  ['a limit', (response) => json(response, 429, { code: 99991400, msg: quoting })],
  ['trouble', (response) => json(response, 500, { code: 2200, msg: quoting })],
  ['no JSON', (response) => response.writeHead(200).end(quoting)],
  ['no such page', (response) => response.writeHead(404).end(quoting)],
  ['a cut connection', (response) => response.socket?.destroy()],
  ['no answer', () => {}],
]

const card = { body: { elements: [{ tag: 'markdown', content: '通达机械 51200' }] } }
const to = { person: OpenId.parse('ou_a') }

it.each(
  ways.flatMap(([what, way]) => [
    { what: `${what} for the send`, token: undefined, way },
    { what: `${what} for the token`, token: () => way, way },
  ]),
)('leaks nothing: $what', async ({ token, way }) => {
  const feishu = await startFeishu((_, response) => way(response), token && ((_, response) => way(response)))
  const { messenger, logged } = startMessenger(feishu.url, { timeoutMs: 150 })
  overhear()
  const ends = [await messenger.send(to, { card }, 'p'), await messenger.update('om_1', { card }, 'p')]
  const found = await messenger.find(to, 'p', 0).catch((error: Error) => [error.message, error.stack, error])
  const info = await messenger.botInfo().catch((error: Error) => [error.message, error.stack, error])
  const files = await Promise.all(
    [messenger.download('om_1', 'file_1'), messenger.upload('通达机械.xlsx', Buffer.from('51200'))].map(
      (end) => end.catch((error: Error) => [error.message, error.stack, error]),
    ),
  )
  const told = inspect([ends, found, info, files, logged, written], { depth: 20 })
  expect(canaries.filter((canary) => told.includes(canary))).toEqual([])
  expect(ends.map(({ is }) => is)).not.toContain('sent')
  expect(logged.length).toBeGreaterThan(0)
})

it('says nothing when all goes well', async () => {
  const feishu = await startFeishu((_, response) => json(response, 200, sentMessage))
  const { messenger, logged } = startMessenger(feishu.url)
  overhear()
  await messenger.send(to, { card }, 'p')
  expect([written, logged]).toEqual([[], []])
})
