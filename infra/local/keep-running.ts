import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { keepOnLeash } from './leash.ts'

const RESTART_MS = 200
const READY_MS = 30_000
/** When we are killed, the services have this long to end by themselves. */
const GRACE_SECONDS = 2

export type Kept = {
  name: string
  pid: () => number | undefined
  /** As a power cut would: no good-bye. It is started again at once. */
  kill: () => void
  stop: () => Promise<void>
  onRestart: (told: () => void) => void
}

export type Service = {
  name: string
  command: string
  args: readonly string[]
  env?: Readonly<Record<string, string>>
  /** Answers anything at all when the service is up. */
  ready: string
  /** Where its output goes, line by line. */
  onLine?: (line: string) => void
}

/** Runs a service as a process of its own and starts it again whenever it dies. Resolves when it answers. */
export const keepRunning = async (service: Service): Promise<Kept> => {
  let stopping = false
  let restarted = () => {}
  let child: ChildProcess = start(service)
  const watch = () =>
    child.once('exit', async () => {
      if (stopping) return
      await sleep(RESTART_MS)
      if (stopping) return
      child = start(service)
      restarted()
      watch()
    })
  watch()
  await untilReady(service).catch((error: unknown) => {
    stopping = true
    child.kill('SIGKILL')
    throw error
  })
  return {
    name: service.name,
    pid: () => child.pid,
    onRestart: (told) => {
      restarted = told
    },
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await Promise.race([gone, sleep(3_000)])
      child.kill('SIGKILL')
    },
  }
}

const start = ({ command, args, env, onLine }: Service): ChildProcess => {
  const child = spawn(command, args, {
    env: { PATH: '/usr/bin:/bin', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...env },
    /** Ctrl+C in the terminal is for us to pass on. */
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  keepOnLeash(child, GRACE_SECONDS)
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (line.trim() !== '') onLine?.(line)
    })
  return child
}

const untilReady = async ({ name, ready }: Service): Promise<void> => {
  const until = performance.now() + READY_MS
  while (performance.now() < until) {
    const answered = await fetch(ready).then(
      () => true,
      () => false,
    )
    if (answered) return
    await sleep(30)
  }
  throw new Error(`${name} did not answer at ${ready} within ${READY_MS / 1000} s`)
}
