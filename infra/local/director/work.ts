import { setTimeout as sleep } from 'node:timers/promises'
import type { Sentence } from './words/words.ts'

/** How far something is that people were set to do. `doing` says it in words, `progress` from 0 to 1. */
export type Report = (doing: Sentence, progress?: number) => void

/** What runs now, and what the last one had to say when it ended. */
export type WorkState = {
  running?: { id: string; doing: Sentence; progress?: number }
  said?: { tone: 'good' | 'warn' | 'bad'; say: Sentence }
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
    begin(
      id: string,
      doing: Sentence,
      run: (report: Report, stop: AbortSignal) => Promise<Sentence>,
    ): boolean {
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
          (error: unknown) =>
            show({ said: signal.aborted ? STOPPED : { tone: 'bad', say: failureOf(error) } }),
        )
      return true
    },
    stop: () => stopping.abort(),
    /** When nothing runs any more. */
    ended: () => last,
  }
}

const STOPPED = { tone: 'warn' as const, say: (({ stopped }) => stopped) satisfies Sentence }

const failureOf =
  (error: unknown): Sentence =>
  ({ failed }) =>
    failed(error instanceof Error ? error.message : String(error))

/** Waits, unless it is stopped. */
export const pause = (ms: number, stop: AbortSignal): Promise<void> => {
  stop.throwIfAborted()
  return ms > 0 ? sleep(ms, undefined, { signal: stop }) : Promise.resolve()
}
