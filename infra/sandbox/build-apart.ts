import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Builds the page in a process of its own, so that the sandbox answers meanwhile and the memory is given back. `built`
 * never fails: without a page everything else works, and `log` hears why there is none.
 */
export function buildApart(log: (line: string) => void): { built: Promise<void>; stop: () => void } {
  const builder = fork(fileURLToPath(new URL('cli.ts', import.meta.url)), ['--build'], {
    // Whoever starts this may read TypeScript in another way.
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  builder.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const built = new Promise<void>((resolve) => {
    builder.once('error', (error) => {
      log(`The page cannot be built: ${error.message}`)
      resolve()
    })
    builder.once('close', (code) => {
      if (code !== 0) log(`The page cannot be built: ${said.trim()}`)
      resolve()
    })
  })
  return { built, stop: () => void builder.kill() }
}
