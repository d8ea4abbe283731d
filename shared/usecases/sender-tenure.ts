import * as z from 'zod'
import type { Clock, Lease, LeaseStore } from '../ports.ts'
import { FEISHU_RATES, RateMemo, type RateWindow, rateWindow } from './rate-window.ts'

/** After a crash somebody else may send from then on. */
const LEASE_MS = 15_000
/** Renewed so often that a send begins with more of the lease left than it can last. */
const RENEW_MS = 3_000

/** The sender's lease and its rate window, which outlives the tenure. */
export type Tenure = {
  window: RateWindow
  /** Whether the next send is ours: renews the lease when it grows old; false when it is lost or the time is up. */
  holds: () => Promise<boolean>
  release: () => Promise<void>
}

/** `ended`: the memo is complete; otherwise what was sent in the holder's last seconds is missing from it. */
const Memo = RateMemo.extend({ at: z.number(), ended: z.boolean() })

/** Elects this process as the one that sends, or says that another one is. */
export const takeTenure = async (
  { store, clock }: { store: LeaseStore; clock: Clock },
  stopAt: number,
): Promise<Tenure | undefined> => {
  const lease = await store.takeLease('sender', clock.wall(), LEASE_MS)
  if (lease === undefined) return undefined
  const window = rateWindow(FEISHU_RATES, clock, leftBy(lease))
  const memo = (ended: boolean) => JSON.stringify({ at: clock.wall(), ended, ...window.memo() })
  let lost = false
  let renewing: Promise<boolean> | undefined

  const renew = async (): Promise<boolean> => {
    const wall = clock.wall()
    lost = !(await store.keepLease({ ...lease, memo: memo(false) }, wall, LEASE_MS))
    lease.until = wall + LEASE_MS
    return !lost
  }

  return {
    window,
    async holds() {
      if (lost || clock.monotonic() >= stopAt) return false
      if (lease.until - clock.wall() > LEASE_MS - RENEW_MS) return true
      renewing ??= renew().finally(() => {
        renewing = undefined
      })
      return renewing
    },
    release: () => store.releaseLease({ ...lease, memo: memo(true) }),
  }
}

/** The rate window survives a takeover; for what a crashed holder did not write down, the most is assumed. */
const leftBy = ({ memo }: Lease): RateMemo | undefined => {
  const read = memo === undefined ? undefined : Memo.safeParse(JSON.parse(memo)).data
  if (read === undefined || read.ended) return read
  const unwritten = (FEISHU_RATES.perSecond * RENEW_MS) / 1000
  const second = Math.ceil((read.at + RENEW_MS) / 1000)
  return { ...read, older: [...read.older, [second, unwritten]] }
}
