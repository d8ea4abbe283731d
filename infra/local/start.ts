import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { ownStore } from '../../shared/config.ts'
import { Day, instantOf, longTime } from '../../shared/domain/instant.ts'
import { Month } from '../../shared/domain/month.ts'
import { situationOf } from './agenda-now.ts'
import { TABLE } from './app.ts'
import { demonstration, settleIn } from './demonstration.ts'
import { freePort } from './dynamo.ts'
import { type Kept, keepRunning } from './keep-running.ts'
import { onOrphaned } from './leash.ts'
import { startWorld, type World } from './world.ts'

/** The demonstration city: a month waits to be opened on the morning of 9 March 2023, and the clock runs. */
const MONTH = Month.parse('2023-02')
const BEGINS = instantOf(Day.parse('2023-03-09'), '09:00')
const DIR = '.data/city'
const PORT = 4100

const { values } = parseArgs({
  options: {
    fresh: { type: 'boolean', default: false },
    port: { type: 'string', default: String(PORT) },
    help: { type: 'boolean', default: false },
  },
})

const help = `npm start -- [options]

  --fresh    forget everything and begin again on ${longTime(BEGINS)}
  --port N   where the chats are shown (${PORT})

DYNAMODB_ENDPOINT names a DynamoDB of your own instead of the embedded one.
`

/** Time stands still while nothing runs, so that no deadline passes overnight. */
const clock = async ({ urls }: World, mode: 'flowing' | 'frozen'): Promise<number> =>
  z.object({ now: z.number() }).parse(await tell(urls, '/clock', { mode })).now

const tell = async ({ sandbox }: World['urls'], path: string, body: object): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' }
  const given = { method: 'POST', headers, body: JSON.stringify(body) }
  return (await fetch(`${sandbox}/sandbox${path}`, given)).json()
}

/** Our own bot's part of the page, as a process of its own. */
const direct = async (urls: World['urls'], onLine: (line: string) => void): Promise<Kept> => {
  const port = await freePort()
  const script = fileURLToPath(new URL('./director/serve.ts', import.meta.url))
  const place = ['--port', String(port), '--sandbox', urls.sandbox, '--store', urls.store]
  return keepRunning({
    name: 'director',
    command: process.execPath,
    args: ['--import', 'tsx', script, ...place, '--dir', DIR, '--month', MONTH],
    ready: `http://127.0.0.1:${port}`,
    onLine,
  })
}

const shown = ({ sandbox, store, bot }: World['urls'], situation: string, lasted: number) => `
用浏览器打开 ${sandbox}/ 跟着左上的导览走。

列规通演示城市已就绪（${lasted.toFixed(1)} 秒）。

  模拟飞书开放平台  ${sandbox}/sandbox       infra/sandbox/README.md 列出了能做的事
  机器人            ${bot}/healthz
  DynamoDB          ${store}       表 ${TABLE}
  数据与日志        ${DIR}/                       npm start -- --fresh 从头开始

${situation}

按 Ctrl+C 停止，下次接着走。
`

const main = async (): Promise<void> => {
  if (values.help) return void process.stdout.write(help)
  const began = performance.now()
  if (values.fresh) await rm(DIR, { recursive: true, force: true })
  await mkdir(DIR, { recursive: true })
  const log = createWriteStream(join(DIR, 'world.log'), { flags: 'a' })
  const store = ownStore()
  process.stdout.write('正在启动：数据库、模拟飞书、机器人…\n')
  const world = await startWorld({
    dir: DIR,
    clock: new Date(BEGINS).toISOString(),
    frozen: false,
    port: Number(values.port),
    ...(store !== undefined && { store }),
    begin: async (urls) => {
      await tell(urls, '/extension/preparing', {})
      process.stdout.write('第一次启动：正在建一座约 3,000 户企业的演示城市…\n')
      await settleIn(demonstration(MONTH), urls)
    },
    onLine: (name, line) => log.write(`${name} ${line}\n`),
  })
  const director = await direct(world.urls, (line) => log.write(`director ${line}\n`))
  const now = await clock(world, 'flowing')
  const situation = await situationOf(world.urls, now)
  process.stdout.write(shown(world.urls, situation, (performance.now() - began) / 1000))
  const stop = async () => {
    await clock(world, 'frozen').catch(() => {})
    await director.stop()
    await world.stop()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/** Whoever started us was killed: the services end too, and the bot stops the city's clock. */
onOrphaned(() => process.exit(1))
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
})
