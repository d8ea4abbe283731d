import { type ChildProcess, spawn } from 'node:child_process'

/** How often somebody looks whether his parent is still there. */
const LOOK_MS = 300

/**
 * Ends a child when we die, even by SIGKILL: the pipe from us to this shell breaks then. With `graceSeconds` the child
 * may end by itself first.
 */
export const keepOnLeash = (child: ChildProcess, graceSeconds = 0): void => {
  const leash = spawn(
    'sh',
    ['-c', 'cat; sleep "$1"; kill -9 "$0"', String(child.pid), String(graceSeconds)],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    },
  )
  leash.stdin.once('error', () => {})
  child.once('exit', () => leash.kill('SIGKILL'))
}

/** Calls once when whoever started this process is gone, and somebody else has inherited it. */
export const onOrphaned = (told: () => void): void => {
  const parent = process.ppid
  const looking = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(looking)
    told()
  }, LOOK_MS)
  looking.unref()
}
