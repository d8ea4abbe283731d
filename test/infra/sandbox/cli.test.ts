import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { startBot } from './harness.ts'

const cli = join(import.meta.dirname, '../../../infra/sandbox/cli.ts')
const command = ['--import', 'tsx', cli]

/** The sandbox as a process of its own; answers its address once it says that it is running. */
async function run(...args: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [...command, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    const url = /SDK domain\s+(\S+)/.exec(said)?.[1]
    if (url !== undefined && said.includes('Data')) return { child, url }
  }
  throw new Error(`The sandbox did not start: ${said}`)
}

const killed = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

const call = async (url: string, method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${url}/sandbox${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return z.record(z.string(), z.unknown()).parse(await answer.json())
}

it('what was answered before kill -9 is there after it, and a pending event goes on being tried', async () => {
  const data = mkdtempSync(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  let up = false
  const bot = await startBot(() => ({ status: up ? 200 : 500 }))
  const options = ['--data', data, '--event-url', bot.url, '--clock', '2023-03-01T09:00:00+08:00', '--frozen']
  const first = await run(...options)
  const user = { open_id: 'ou_wang', name: '王敏' }
  await call(first.url, 'POST', '/users', user)
  const said: unknown[] = []
  const dying = (async () => {
    for (let number = 0; number < 10_000; number += 1) {
      said.push(
        (await call(first.url, 'POST', '/chats/ou_wang/messages', { as: 'ou_wang', text: `${number}` }))
          .event_id,
      )
    }
  })().catch(() => {})
  while (said.length < 30) await new Promise((resolve) => setTimeout(resolve, 5))
  await killed(first.child)
  await dying

  up = true
  const second = await run(...options)
  const { p2p } = await call(second.url, 'GET', '/chats?user=ou_wang')
  const { chat_id } = z.object({ chat_id: z.string() }).parse(p2p)
  const { messages } = z
    .object({ messages: z.array(z.object({ content: z.object({ text: z.string() }) })) })
    .parse(await call(second.url, 'GET', `/chats/${chat_id}/messages`))
  expect(messages.slice(0, said.length).map((one) => one.content.text)).toEqual(
    said.map((_, index) => `${index}`),
  )
  await call(second.url, 'POST', '/clock', { by: 24 * 3_600_000 })
  const last = new Map(bot.events().map((one) => [one.header?.event_id, one]))
  expect(said.filter((id) => !last.has(String(id)))).toEqual([])
  expect((await call(second.url, 'GET', '/stats')).undelivered).toBe(0)
  expect((await call(second.url, 'GET', '/clock')).iso).toBe('2023-03-02T01:00:00.000Z')
})

it('a menu is given item by item, and the page’s address is said', async () => {
  const { url } = await run('--menu', '进度=progress', '--menu', '怎么用=help=1')
  expect((await call(url, 'GET', '/menu')).items).toEqual([
    { name: '进度', event_key: 'progress' },
    { name: '怎么用', event_key: 'help=1' },
  ])
})

const answer = (...args: string[]) =>
  promisify(execFile)(process.execPath, [...command, ...args]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: unknown) => {
      const failed = z.object({ code: z.number(), stderr: z.string() }).parse(error)
      return { code: failed.code, said: failed.stderr }
    },
  )

it('--help lists the options, and wrong ones are all named', async () => {
  const [help, wrong, unknown] = await Promise.all([
    answer('--help'),
    answer('--app-id', 'x', '--clock', 'noon', '--event-url', 'bot', '--menu', '进度'),
    answer('--colour', 'red'),
  ])
  expect(help).toEqual({ code: 0, said: expect.stringContaining('--encrypt-key TEXT') })
  expect(wrong.code).toBe(1)
  for (const name of ['appId', 'clock', 'eventUrl', 'menu']) expect(wrong.said).toContain(`at ${name}`)
  expect(unknown).toEqual({ code: 1, said: expect.stringContaining("Unknown option '--colour'") })
})
