import * as z from 'zod'
import type { Lane } from '../domain/push.ts'
import type { Lease, PendingPush, Ports } from '../ports.ts'
import { FEISHU_RATES, type RateWindow, rateWindow } from './rate-window.ts'
import { chatOf, type Sending, sendPush } from './send-push.ts'

const LEASE_MS = 15_000
/** How many sends go by before the sender looks for somebody who waits. */
const BATCH = 20

/** Sends what may be sent now, under a lease that elects one sender; stops in time to hand over. */
export const drainOutbox = async (
  sending: Omit<Sending, 'window'>,
  stopAfterMs: number,
): Promise<{ sent: number }> => {
  const { store, clock } = sending.ports
  const lease = await store.takeLease('sender', clock.wall(), LEASE_MS)
  if (lease === undefined) return { sent: 0 }
  const window = rateWindow(FEISHU_RATES, clock.monotonic, spentBefore(lease, clock.wall()))
  const stopAt = clock.monotonic() + stopAfterMs
  let sent = 0
  try {
    while (clock.monotonic() < stopAt) {
      const batch = await nextBatch(sending.ports)
      if (batch.length === 0) break
      sent += await sendBatch({ ...sending, window }, batch)
      lease.memo = memoOf(window, clock.wall())
      if (!(await store.keepLease(lease, clock.wall(), LEASE_MS))) break
    }
  } finally {
    await store.releaseLease({ ...lease, memo: memoOf(window, clock.wall()) })
  }
  return { sent }
}

const Memo = z.object({ at: z.number(), spent: z.number() })

const memoOf = (window: RateWindow, at: number): string => JSON.stringify({ at, spent: window.spent() })

/** The rate window survives a takeover: what the last holder sent within the minute still counts. */
const spentBefore = ({ memo }: Lease, wall: number): number => {
  if (memo === undefined) return 0
  const left = Memo.parse(JSON.parse(memo))
  return left.at > wall - 60_000 ? left.spent : 0
}

const nextBatch = async ({ store, clock }: Ports): Promise<PendingPush[]> => {
  const lanes: readonly Lane[] = ['answer', 'bulk']
  for (const lane of lanes) {
    const pending = await store.pending(lane, clock.now(), BATCH)
    if (pending.length > 0) return pending
  }
  return []
}

/** One batch at once; the pushes to one chat keep their order. */
const sendBatch = async (sending: Sending, batch: readonly PendingPush[]): Promise<number> => {
  const byChat = new Map<string, PendingPush[]>()
  for (const pending of batch) {
    const chat = chatOf(pending.push)
    byChat.set(chat, [...(byChat.get(chat) ?? []), pending])
  }
  const counts = await Promise.all(
    [...byChat.values()].map(async (pushes) => {
      let sent = 0
      for (const pending of pushes) if (await sendPush(sending, pending)) sent++
      return sent
    }),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}
