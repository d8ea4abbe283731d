import { setTimeout as sleep } from 'node:timers/promises'

/** How far something is that people were set to do. `doing` says it in words, `progress` from 0 to 1. */
export type Report = (doing: string, progress?: number) => void

/** What runs now, and what the last one had to say when it ended. */
export type WorkState = {
  running?: { id: string; doing: string; progress?: number }
  said?: { tone: 'good' | 'warn' | 'bad'; say: string }
}

/** What makes one thing run at a time, and lets it be stopped. `changed` is called at every step. */
export const createWork = (changed: () => void) => {
  let state: WorkState = {}
  let stopping = new AbortController()
  let last: Promise<void> = Promise.resolve()
  const show = (next: WorkState) => {
    state = next
    changed()
  }

  return {
    state: (): WorkState => state,
    /** False, and nothing is begun, while something else runs. `run` answers what it has done, in a sentence. */
    begin(id: string, doing: string, run: (report: Report, stop: AbortSignal) => Promise<string>): boolean {
      if (state.running) return false
      stopping = new AbortController()
      const { signal } = stopping
      show({ running: { id, doing } })
      const report: Report = (now, progress) =>
        show({ running: { id, doing: now, ...(progress !== undefined && { progress }) } })
      // What was asked for is answered before it is begun: making a city takes seconds.
      last = sleep(1)
        .then(() => run(report, signal))
        .then(
          (say) => show({ said: { tone: 'good', say } }),
          (error: unknown) => show({ said: signal.aborted ? STOPPED : { tone: 'bad', say: wordsOf(error) } }),
        )
      return true
    },
    stop: () => stopping.abort(),
    /** When nothing runs any more. */
    ended: () => last,
  }
}

const STOPPED = { tone: 'warn', say: '已停下，做了的都还在。' } as const

const wordsOf = (error: unknown): string =>
  `没有做完：${error instanceof Error ? error.message : String(error)}。已经做了的都还在，可以再按一次。`

/** Waits, unless it is stopped. */
export const pause = (ms: number, stop: AbortSignal): Promise<void> => {
  stop.throwIfAborted()
  return ms > 0 ? sleep(ms, undefined, { signal: stop }) : Promise.resolve()
}
