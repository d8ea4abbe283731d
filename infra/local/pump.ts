import { messengerOf, send } from '../../functions/sender.ts'
import { tick } from '../../functions/tick.ts'
import type { Change, Store } from '../../shared/ports.ts'
import type { Runtime } from '../../shared/runtime.ts'

const DRAIN_MS = 60_000

/** What the scheduler and the stream do when deployed, in one process: the agenda and the sender, one round at a time. */
export const createPump = (runtime: Runtime) => {
  const messenger = messengerOf(runtime)
  let round: Promise<void> = Promise.resolve()
  let waiting = false

  const work = async () => {
    waiting = false
    await tick(runtime)
    await send(runtime, messenger, DRAIN_MS)
  }
  /** Runs a round after the one that is under way; any number of calls meanwhile are one. */
  const run = (): Promise<void> => {
    if (!waiting) {
      waiting = true
      round = round.then(work, work)
    }
    return round
  }
  const runQuietly = () => {
    run().catch((error: unknown) => {
      runtime.ports.log('error', 'round-failed', { why: error instanceof Error ? error.message : 'unknown' })
    })
  }
  return { run, runQuietly }
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
