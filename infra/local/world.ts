import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { dynamoCommand, freePort } from './dynamo.ts'
import { keepRunning } from './keep-running.ts'

/** The keys of the app that exists only in the sandbox. */
const app = {
  LARK_APP_ID: 'cli_11ed0123456789ab',
  LARK_APP_SECRET: 'sandbox-app-secret',
  LARK_ENCRYPT_KEY: 'sandbox-encrypt-key',
  LARK_VERIFICATION_TOKEN: 'sandbox-verification-token',
}

export const TABLE = 'liegui'

export type WorldOptions = {
  /** Everything is kept here: the table and the sandbox's journal. */
  dir: string
  /** Where the virtual clock begins on a fresh start, ISO. */
  clock: string
  frozen: boolean
  /** The sandbox's port; any free one when it is left out. */
  port?: number
  /** An own DynamoDB instead of the embedded one. */
  store?: string
  onLine?: (name: string, line: string) => void
}

export type World = Awaited<ReturnType<typeof startWorld>>

/**
 * Store, sandbox and bot, each a process of its own on its own port, each started again when it dies: whatever was
 * acknowledged is on disk by then. `begin` fills a fresh world before the bot starts.
 */
export const startWorld = async (options: WorldOptions, begin: (urls: Urls) => Promise<void>) => {
  const { dir, clock, frozen, onLine } = options
  await mkdir(dir, { recursive: true })
  await endStrays(dir)
  const ports = {
    sandbox: options.port ?? (await freePort()),
    bot: await freePort(),
    store: await freePort(),
  }
  const urls = { ...local(ports), ...(options.store && { store: options.store }) }
  const lines = (name: string) => ({ ...(onLine && { onLine: (line: string) => onLine(name, line) }) })

  const store = options.store
    ? undefined
    : await keepRunning({
        name: 'store',
        ...dynamoCommand({ dir, port: ports.store }),
        ready: urls.store,
        ...lines('store'),
      })
  const sandbox = await keepRunning({
    name: 'sandbox',
    ...script('infra/sandbox/cli.ts', [
      ...['--port', String(ports.sandbox), '--data', join(dir, 'sandbox'), '--app-name', '列规通'],
      ...['--clock', clock, ...(frozen ? ['--frozen'] : [])],
      ...[
        '--event-url',
        `${urls.bot}/feishu`,
        '--app-id',
        app.LARK_APP_ID,
        '--app-secret',
        app.LARK_APP_SECRET,
      ],
      ...['--encrypt-key', app.LARK_ENCRYPT_KEY, '--verification-token', app.LARK_VERIFICATION_TOKEN],
    ]),
    ready: `${urls.sandbox}/sandbox/clock`,
    ...lines('sandbox'),
  })
  if (!existsSync(join(dir, 'begun'))) {
    await begin(urls)
    await writeFile(join(dir, 'begun'), '')
  }
  const bot = await keepRunning({
    name: 'bot',
    ...script('infra/local/bot.ts', ['--port', String(ports.bot), '--sandbox', urls.sandbox, '--dir', dir]),
    env: { ...app, LARK_DOMAIN: urls.sandbox, DYNAMODB_ENDPOINT: urls.store, TABLE_NAME: TABLE },
    ready: `${urls.bot}/healthz`,
    ...lines('bot'),
  })
  const processes = [...(store ? [store] : []), sandbox, bot]
  const remember = () => writeFile(join(dir, 'pids.json'), JSON.stringify(processes.map((one) => one.pid())))
  await remember()
  for (const one of processes) one.onRestart(() => void remember())
  return {
    urls,
    processes,
    stop: async () => {
      for (const one of processes.toReversed()) await one.stop()
    },
  }
}

export type Urls = { sandbox: string; bot: string; store: string }

const local = (ports: Record<keyof Urls, number>): Urls => ({
  sandbox: `http://127.0.0.1:${ports.sandbox}`,
  bot: `http://127.0.0.1:${ports.bot}`,
  store: `http://127.0.0.1:${ports.store}`,
})

const script = (file: string, args: readonly string[]) => ({
  command: process.execPath,
  args: ['--import', 'tsx', file, ...args],
})

/** Children outlive a runner that was killed: those of the last run end before their files are opened again. */
const endStrays = async (dir: string): Promise<void> => {
  const file = join(dir, 'pids.json')
  if (!existsSync(file)) return
  const pids = z.array(z.number().nullish()).parse(JSON.parse(await readFile(file, 'utf8')))
  for (const pid of pids)
    if (typeof pid === 'number' && (await isOurs(pid, dir))) process.kill(pid, 'SIGKILL')
  await rm(file)
}

/** A number may have gone to somebody else's process meanwhile: ours name the folder. */
const isOurs = async (pid: number, dir: string): Promise<boolean> => {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.includes(dir)
}
