import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startWorld } from '../infra/sandbox/harness.ts'
import { writeClock } from './clock-file.ts'
import { people, plan, time } from './small-city.ts'
import { aTable } from './table.ts'

/** A table, a Feishu on localhost, and the deployed sender between them as a process that can be killed. */
export const aMortalSender = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'liegui-sender-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const table = await aTable({ plan, people: Object.values(people), firms: [] })
  onTestFinished(() => table.close())
  const begin = time('2023-04-06', '09:00')
  const apart = begin - Date.now()
  let passed = 0
  const feishu = await startWorld({ clock: begin, monotonic: () => performance.now() + passed })
  const clockFile = join(dir, 'clock')
  await writeClock(clockFile, apart)
  const { appId, appSecret, encryptKey, verificationToken, url } = feishu.sandbox
  return {
    store: table.store,
    feishu,
    /** The sender's present. */
    now: () => Date.now() + apart + passed,
    /** Time passes for Feishu, its limits included, and for the sender. */
    async pass(ms: number) {
      passed += ms
      await writeClock(clockFile, apart + passed)
      await feishu.control('POST', '/clock', { by: ms })
    },
    /** Starts one; `kill` is SIGKILL, and resolves when nothing is left of it. */
    start() {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', '--import', './test/build/moved-clock.ts', 'test/build/sender-process.ts'],
        {
          stdio: 'ignore',
          env: {
            ...{ PATH: process.env.PATH, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
            ...{ LARK_APP_ID: appId, LARK_APP_SECRET: appSecret, LARK_ENCRYPT_KEY: encryptKey },
            ...{ LARK_VERIFICATION_TOKEN: verificationToken, LARK_DOMAIN: url },
            ...{ DYNAMODB_ENDPOINT: table.endpoint, CLOCK_FILE: clockFile },
          },
        },
      )
      const ended = new Promise<NodeJS.Signals | null>((resolve) =>
        child.once('exit', (_, signal) => resolve(signal)),
      )
      const kill = () => {
        child.kill('SIGKILL')
        return ended
      }
      onTestFinished(async () => void (await kill()))
      return { kill }
    },
  }
}
