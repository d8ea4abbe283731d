import { troubleOf } from '../local/trouble.ts'
import { help, optionsFrom } from './options.ts'
import { type Served, startServer } from './server.ts'

/** Longer than any call to Feishu lasts; systemd waits longer still. */
const STOP_MS = 40_000

const say = (line: string) => void process.stderr.write(`${line}\n`)

const main = async (): Promise<void> => {
  const options = optionsFrom(process.argv.slice(2))
  if (options.help) return void process.stdout.write(help)
  let served: Served | undefined
  let isStopping = false
  const stop = async (code: number, why: string): Promise<void> => {
    if (isStopping) return
    isStopping = true
    served?.runtime.ports.log('info', 'stopping', { why })
    setTimeout(() => process.exit(1), STOP_MS)
    await served?.stop()
    served?.runtime.ports.log('info', 'stopped', { why })
    process.exit(code)
  }
  // Whoever asks a second time is in a hurry.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => (isStopping ? process.exit(1) : stop(0, signal)))
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      served?.runtime.ports.log('error', 'crashed', troubleOf(error))
      process.exit(1)
    })
  served = await startServer(options, (why) => void stop(1, why))
  served.runtime.ports.log('info', 'serving', { by: options.webhook ? 'webhook' : 'long-connection' })
}

main().catch((error: unknown) => {
  // What is wrong with the configuration names keys, never values.
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
