import type { Ports } from '../ports.ts'

/** After a crash somebody else may work from then on; a download and a workbook take less. */
const LEASE_MS = 60_000
/** Renewed before a step when so much of it is over. */
const RENEW_MS = 15_000

/** The worker's lease. */
type WorkerTenure = {
  /** Whether the next step is ours: renews the lease when it grows old; false when it is lost or the time is up. */
  holds: () => Promise<boolean>
  release: () => Promise<void>
}

/** Elects this process as the one that works, or says that another one does. */
export const takeWorkerTenure = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  stopAt: number,
): Promise<WorkerTenure | undefined> => {
  const lease = await store.takeLease('worker', clock.wall(), LEASE_MS)
  if (lease === undefined) return undefined
  let isLost = false
  return {
    async holds() {
      if (isLost || clock.monotonic() >= stopAt) return false
      const wall = clock.wall()
      if (lease.until - wall > LEASE_MS - RENEW_MS) return true
      isLost = !(await store.keepLease(lease, wall, LEASE_MS))
      lease.until = wall + LEASE_MS
      return !isLost
    },
    /** What is left for whoever asks when it last worked. */
    release: () => store.releaseLease({ ...lease, memo: JSON.stringify({ at: clock.wall() }) }),
  }
}
