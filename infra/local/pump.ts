import { messengerOf, send } from '../../functions/sender.ts'
import { tick } from '../../functions/tick.ts'
import { work } from '../../functions/worker.ts'
import type { Change, Store } from '../../shared/ports.ts'
import type { Runtime } from '../../shared/runtime.ts'
import { troubleOf } from './trouble.ts'

const DRAIN_MS = 60_000

/** Runs a round after the one that is under way; any number of calls meanwhile are one. */
const oneAtATime = <T>(round: () => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve()
  let coming: Promise<T> | undefined
  const begin = () => {
    coming = undefined
    return round()
  }
  return (): Promise<T> => {
    if (coming) return coming
    const next = last.then(begin, begin)
    coming = next
    last = next
    return next
  }
}

/**
 * What the scheduler and the stream do when deployed, in one process: the agenda and the sender one after the other, the
 * worker beside them, so that a long job holds nobody's message up.
 */
export const createPump = (runtime: Runtime, messenger = messengerOf(runtime)) => {
  let isStopped = false
  const say = oneAtATime(async () => {
    if (isStopped) return
    await tick(runtime)
    await send(runtime, messenger, DRAIN_MS)
  })
  const doWork = oneAtATime(async () => (isStopped ? { tried: 0 } : work(runtime, messenger, DRAIN_MS)))

  /** Until nothing is left to do now: what a job leads to is said too. */
  const run = async (): Promise<void> => {
    for (let tried = 1; tried > 0; ) [, { tried }] = await Promise.all([say(), doWork()])
  }
  const runQuietly = () => {
    for (const round of [say(), doWork()])
      round.catch((error: unknown) => runtime.ports.log('error', 'round-failed', troubleOf(error)))
  }
  return {
    run,
    runQuietly,
    /** No round begins any more; resolves when those under way have come to their end. */
    async stop(): Promise<void> {
      isStopped = true
      await Promise.allSettled([say(), doWork()])
    },
  }
}

/** A commit that plans a push or moves a month wakes the pump, as the table's stream does when deployed. */
export const wakingStore = (store: Store, wake: () => void): Store => ({
  ...store,
  async commit(changes, mark) {
    const done = await store.commit(changes, mark)
    if (done.is === 'committed' && changes.some(wakes)) wake()
    return done
  },
})

const wakes = (change: Change): boolean => change.is === 'push' || change.is === 'month'
