import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { freePort } from '../../infra/local/dynamo.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { ChatId } from '../../shared/domain/push.ts'
import { startWorld } from '../infra/sandbox/harness.ts'
import { chatsAt } from './chats.ts'
import { writeClock } from './clock-file.ts'
import { firmsOf, groups, people, plan, programme, time } from './small-city.ts'
import { aTable } from './table.ts'

const PATIENCE_MS = 60_000

/** Looks until it is so; what it last was when it never came to be. */
export const eventually = async <T>(look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> => {
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    const seen = await look()
    if (isSo(seen) || performance.now() > end) return seen
    await sleep(50)
  }
}

/** A process of `npm run serve`: everything that it wrote, how it ended. */
const startServe = (args: readonly string[], env: Record<string, string>) => {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', './test/build/moved-clock.ts', 'infra/serve/serve.ts', ...args],
    { env: { PATH: process.env.PATH, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...env } },
  )
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return {
    ended,
    text: () => text,
    kill: (signal: NodeJS.Signals) => void child.kill(signal),
    /** Resolves with the code with which it ended after SIGTERM. */
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
type ServeProcess = ReturnType<typeof startServe>

/**
 * The small city on disk, a Feishu on localhost, and `npm run serve` between them as a process of its own: nothing of it
 * is ours but the clock, which a test moves for both.
 */
export const aServedCity = async (by: 'webhook' | 'long-connection', begin = time('2023-04-06', '09:00')) => {
  const dir = await mkdtemp(join(tmpdir(), 'liegui-serve-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const firms = firmsOf(2)
  const data = join(dir, 'data')
  const table = await aTable({ plan, people: Object.values(people), firms, dir: data })
  for (const [id, unit] of Object.entries(groups))
    await table.store.commit([
      { is: 'chat', chat: { id: ChatId.parse(id), programme: programme.id, unit, inside: true } },
    ])
  await table.close()

  const [port, adminPort, storePort] = [await freePort(), await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}/feishu`
  const feishu = await startWorld({
    clock: begin,
    ...(by === 'webhook' && { eventUrl: url, callbackUrl: url }),
  })
  await feishu.control(
    'POST',
    '/users',
    Object.values(people).map(({ id, name }) => ({ open_id: id, name })),
  )
  await feishu.control(
    'POST',
    '/chats',
    Object.keys(groups).map((id) => ({ chat_id: id, name: id, members: [people.city.id], bot: true })),
  )
  const clockFile = join(dir, 'clock')
  const moveTo = (instant: Instant) => writeClock(clockFile, instant - Date.now())
  await moveTo(begin)

  const { appId, appSecret, encryptKey, verificationToken } = feishu.sandbox
  const args = [
    ...(by === 'webhook' ? ['--webhook', '--port', String(port)] : []),
    ...['--data', data, '--store-port', String(storePort), '--admin-port', String(adminPort)],
    ...['--look-every', '0.3'],
  ]
  const admin = (path: string) =>
    fetch(`http://127.0.0.1:${adminPort}${path}`).then(
      async (answer) => ({ status: answer.status, text: await answer.text() }),
      () => ({ status: 0, text: '' }),
    )
  return {
    ...chatsAt(feishu),
    feishu,
    firms,
    url,
    admin,
    storePid: async () => Number(await readFile(join(data, 'dynamo.pid'), 'utf8')),
    secrets: [appSecret, encryptKey, verificationToken],
    /** Starts it, and waits until it says that it is ready. */
    async serve(): Promise<ServeProcess> {
      const server = startServe(args, {
        ...{ LARK_APP_ID: appId, LARK_APP_SECRET: appSecret, LARK_ENCRYPT_KEY: encryptKey },
        ...{ LARK_VERIFICATION_TOKEN: verificationToken, LARK_DOMAIN: feishu.sandbox.url },
        CLOCK_FILE: clockFile,
      })
      const ready = await eventually(
        () => admin('/readyz'),
        ({ status }) => status === 200,
      )
      if (ready.status !== 200) throw new Error(`It is not ready: ${ready.text}\n${server.text()}`)
      return server
    },
    /** Time passes at Feishu and for the bot. */
    async at(day: string, clock: string) {
      const instant = time(day, clock)
      await moveTo(instant)
      await feishu.control('POST', '/clock', { to: instant })
    },
  }
}
