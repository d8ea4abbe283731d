import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock, OutboxStore } from '../../shared/ports.ts'

type Pump = { runQuietly: () => void; stop: () => Promise<void> }
type Looking = { pump: Pump; store: Pick<OutboxStore, 'nextPush'>; clock: Clock; everyMs: number }

/** While something is due and cannot be said, one look in so long is enough. */
const LEAST_MS = 5_000

/** Looks when the next push or job is due, and after `everyMs` at the latest; commits wake the pump by themselves. */
export const keepLooking = ({ pump, store, clock, everyMs }: Looking) => {
  const ending = new AbortController()
  const untilNext = async (): Promise<number> => {
    const next = await store.nextPush().catch(() => undefined)
    const wait = next === undefined ? everyMs : Math.max(LEAST_MS, next - clock.now())
    return Math.min(everyMs, wait)
  }
  const look = async () => {
    while (!ending.signal.aborted) {
      pump.runQuietly()
      await sleep(await untilNext(), undefined, { signal: ending.signal }).catch(() => {})
    }
  }
  const looking = look()
  return {
    async stop(): Promise<void> {
      ending.abort()
      await looking
      await pump.stop()
    },
  }
}
