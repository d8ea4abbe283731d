import { Lane } from '../domain/push.ts'
import type { Clock, OutboxStore } from '../ports.ts'

/** For how many seconds the push or the job that waits longest might have been out; 0 when nothing waits. */
export const oldestPushSeconds = async ({
  store,
  clock,
}: {
  store: Pick<OutboxStore, 'pending'>
  clock: Clock
}): Promise<number> => {
  const now = clock.now()
  const first = await Promise.all(Lane.options.map((lane) => store.pending(lane, now, 1)))
  const waiting = first.flat().map(({ queued }) => now - queued)
  return Math.round(Math.max(0, ...waiting) / 1000)
}
