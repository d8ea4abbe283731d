import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { app, TABLE } from './app.ts'
import { dynamoCommand, freePort } from './dynamo.ts'
import { type Kept, keepRunning, type Service } from './keep-running.ts'

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
  /** Fills a fresh world before the bot starts. */
  begin: (urls: Urls) => Promise<void>
  onLine: (name: string, line: string) => void
}

export type Urls = { sandbox: string; bot: string; store: string }
export type World = { urls: Urls; processes: readonly Kept[]; stop: () => Promise<void> }

/**
 * Store, sandbox and bot, each a process of its own on its own port, each started again when it dies: whatever was
 * acknowledged is on disk by then.
 */
export const startWorld = async (options: WorldOptions): Promise<World> => {
  const { dir, begin, onLine } = options
  await mkdir(dir, { recursive: true })
  await endStrays(dir)
  const ports = {
    sandbox: options.port ?? (await freePort()),
    bot: await freePort(),
    store: await freePort(),
  }
  const urls = { ...local(ports), ...(options.store && { store: options.store }) }
  const keep = (service: Omit<Service, 'onLine'>) =>
    keepRunning({ ...service, onLine: (line) => onLine(service.name, line) })
  const first = [...(options.store ? [] : [storeService(dir, ports.store)]), sandboxService(options, ports)]
  const processes = await Promise.all(first.map(keep))
  await forgetFollowers(urls.sandbox)
  if (!existsSync(join(dir, BEGUN))) {
    await begin(urls)
    await writeFile(join(dir, BEGUN), '')
  }
  processes.push(await keep(botService(dir, ports.bot, urls)))
  const remember = () => writeFile(join(dir, PIDS), JSON.stringify(processes.map((one) => one.pid())))
  await remember()
  await writeFile(join(dir, URLS), JSON.stringify(urls))
  for (const one of processes) one.onRestart(() => void remember())
  await pageIsThere(urls.sandbox)
  const stop = async () => {
    for (const one of processes.toReversed()) await one.stop()
    for (const file of [PIDS, URLS]) await rm(join(dir, file), { force: true })
  }
  return { urls, processes, stop }
}

const BEGUN = 'begun'
const PIDS = 'pids.json'
/** Where the processes answer while they run, for whoever asks from outside. */
const URLS = 'urls.json'
export const ANCHORS = 'anchors.ndjson'

const local = (ports: Record<keyof Urls, number>): Urls => ({
  sandbox: `http://127.0.0.1:${ports.sandbox}`,
  bot: `http://127.0.0.1:${ports.bot}`,
  store: `http://127.0.0.1:${ports.store}`,
})

const script = (file: string, args: readonly string[]) => ({
  command: process.execPath,
  args: ['--import', 'tsx', fileURLToPath(new URL(file, import.meta.url)), ...args],
})

const storeService = (dir: string, port: number) => ({
  name: 'store',
  ...dynamoCommand({ dir, port }),
  ready: `http://127.0.0.1:${port}`,
})

const sandboxService = ({ dir, clock, frozen }: WorldOptions, ports: Record<keyof Urls, number>) => ({
  name: 'sandbox',
  ...script('../sandbox/cli.ts', [
    ...['--port', String(ports.sandbox), '--data', join(dir, 'sandbox'), '--app-name', '列规通'],
    ...['--clock', clock, ...(frozen ? ['--frozen'] : [])],
    ...['--event-url', `${local(ports).bot}/feishu`],
    ...['--app-id', app.LARK_APP_ID, '--app-secret', app.LARK_APP_SECRET],
    ...['--encrypt-key', app.LARK_ENCRYPT_KEY, '--verification-token', app.LARK_VERIFICATION_TOKEN],
  ]),
  ready: `${local(ports).sandbox}/sandbox/clock`,
})

const botService = (dir: string, port: number, urls: Urls) => ({
  name: 'bot',
  ...script('./bot.ts', ['--port', String(port), '--sandbox', urls.sandbox, '--dir', dir]),
  env: {
    ...app,
    LARK_DOMAIN: urls.sandbox,
    DYNAMODB_ENDPOINT: urls.store,
    TABLE_NAME: TABLE,
    ANCHORS_FILE: join(dir, ANCHORS),
  },
  ready: `${urls.bot}/healthz`,
})

/** The bot of an earlier run lived on another port: nobody answers there any more. */
const forgetFollowers = async (sandbox: string): Promise<void> => {
  const url = `${sandbox}/sandbox/clock/followers`
  const { followers } = z.object({ followers: z.array(z.string()) }).parse(await (await fetch(url)).json())
  for (const follower of followers) {
    const body = JSON.stringify({ url: follower })
    await fetch(url, { method: 'DELETE', headers: { 'content-type': 'application/json' }, body })
  }
}

/** The page is built, once, while everything else starts; whoever asks for it is answered when it is there. */
const pageIsThere = async (sandbox: string): Promise<void> => {
  await fetch(`${sandbox}/`).then((page) => page.text())
}

/** Children outlive a runner that was killed: those of the last run end before their files are opened again. */
const endStrays = async (dir: string): Promise<void> => {
  const file = join(dir, PIDS)
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
