import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { keepOnLeash } from './leash.ts'

const VERSION = '1.2.1'
const READY_MS = 10_000
const PID_FILE = 'dynamo.pid'

export type Dynamo = { endpoint: string; port: number; child: ChildProcess; close: () => Promise<void> }

/**
 * Starts the embedded DynamoDB: on disk under `dir`, where it survives `kill -9`, or in memory without one. It never
 * outlives this process, however this one ends.
 */
export const startDynamo = async ({ dir, port }: { dir?: string; port?: number } = {}): Promise<Dynamo> => {
  if (dir !== undefined) {
    await mkdir(dir, { recursive: true })
    await killStale(dir)
  }
  const chosen = port ?? (await freePort())
  const { command, args } = dynamoCommand({ port: chosen, ...(dir !== undefined && { dir }) })
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  keepOnLeash(child)
  const endpoint = `http://127.0.0.1:${chosen}`
  await untilReady(endpoint, child)
  if (dir !== undefined) await writeFile(join(dir, PID_FILE), String(child.pid))
  const close = async () => {
    child.kill('SIGTERM')
    await gone
    if (dir !== undefined) await rm(join(dir, PID_FILE), { force: true })
  }
  return { endpoint, port: chosen, child, close }
}

/** How the server is started, for whoever keeps it running as a process of his own. */
export const dynamoCommand = ({ dir, port }: { dir?: string; port: number }) => ({
  command: binary(),
  args: ['--port', String(port), ...(dir === undefined ? [] : ['--db-path', join(dir, 'dynamo.sqlite')])],
})

/** The package of this machine's platform; only linux-x64 is installed with the project. */
const binary = (): string => {
  const name = `@dynoxide/${process.platform}-${process.arch}`
  try {
    return createRequire(import.meta.url).resolve(`${name}/dynoxide`)
  } catch {
    throw new Error(
      `The embedded DynamoDB for this machine is missing: run npm i --no-save ${name}@${VERSION}, ` +
        'or set DYNAMODB_ENDPOINT to a DynamoDB of your own.',
    )
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })

/** Two servers must not share a database. A pid that is another program's by now is left alone. */
const killStale = async (dir: string): Promise<void> => {
  const pid = await readFile(join(dir, PID_FILE), 'utf8').catch(() => undefined)
  if (pid === undefined) return
  const runs = () => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if ((await runs()).includes('dynoxide')) process.kill(Number(pid), 'SIGKILL')
  while ((await runs()).includes('dynoxide')) await sleep(5)
  await rm(join(dir, PID_FILE), { force: true })
}

const untilReady = async (endpoint: string, child: ChildProcess): Promise<void> => {
  for (const until = performance.now() + READY_MS; performance.now() < until; await sleep(5)) {
    if (child.exitCode !== null) break
    if (
      await fetch(endpoint).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
  }
  child.kill('SIGKILL')
  throw new Error(`The embedded DynamoDB did not answer at ${endpoint}`)
}
