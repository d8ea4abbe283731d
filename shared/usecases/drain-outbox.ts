import type { Lane } from '../domain/push.ts'
import type { Clock, OutboxStore, PendingPush } from '../ports.ts'
import { sendPush } from './send-push.ts'
import { type Tenure, takeTenure } from './sender-tenure.ts'
import { chatOf, type Sending } from './sending.ts'

/** How many sends go by before the sender looks for somebody who waits. */
const BATCH = 20

type Draining = Omit<Sending, keyof Tenure | 'lost'>

/** Sends what may be sent now, under a lease that elects one sender; stops in time to hand over. */
export const drainOutbox = async (draining: Draining, stopAfterMs: number): Promise<{ sent: number }> => {
  const { clock } = draining.ports
  const stopAt = clock.monotonic() + stopAfterMs
  let sent = 0
  // Whoever was turned away while we held the lease relies on us, so we look once more after giving it back.
  do {
    const tenure = await takeTenure(draining.ports, stopAt)
    if (tenure === undefined) break
    try {
      const lost = await draining.ports.store.lostSpan()
      sent += await sendAll({ ...draining, ...tenure, ...(lost && { lost }) })
    } finally {
      await tenure.release()
    }
  } while (clock.monotonic() < stopAt && (await nextBatch(draining.ports)).length > 0)
  return { sent }
}

const sendAll = async (sending: Sending): Promise<number> => {
  let sent = 0
  while (await sending.holds()) {
    const batch = await nextBatch(sending.ports)
    if (batch.length === 0) break
    sent += await sendBatch(sending, batch)
  }
  return sent
}

const nextBatch = async ({ store, clock }: { store: OutboxStore; clock: Clock }): Promise<PendingPush[]> => {
  const lanes: readonly Lane[] = ['answer', 'bulk']
  for (const lane of lanes) {
    const pending = await store.pending(lane, clock.now(), BATCH)
    if (pending.length > 0) return pending
  }
  return []
}

/** One batch at once; the pushes to one chat keep their order. Nothing is under way any more when it returns or throws. */
const sendBatch = async (sending: Sending, batch: readonly PendingPush[]): Promise<number> => {
  const byChat = new Map<string, PendingPush[]>()
  for (const pending of batch) {
    const chat = chatOf(pending.push)
    byChat.set(chat, [...(byChat.get(chat) ?? []), pending])
  }
  let sent = 0
  const ends = await Promise.allSettled(
    [...byChat.values()].map(async (pushes) => {
      for (const pending of pushes) if (await sendPush(sending, pending)) sent++
    }),
  )
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return sent
}
