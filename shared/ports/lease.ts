import type { Instant } from '../domain/instant.ts'

/** A lease on an agenda action or on the sender: fenced by `token`, which grows with every holder. */
export type Lease = {
  name: string
  token: number
  until: Instant
  /** What the last holder left for the next one: the sender keeps its rate window here. */
  memo?: string
}

export type LeaseStore = {
  /** The lease, or undefined while somebody else holds it. */
  takeLease(name: string, wall: Instant, forMs: number): Promise<Lease | undefined>
  /** Extends a lease that is still ours, with its memo; false when somebody else took it over. */
  keepLease(lease: Lease, wall: Instant, forMs: number): Promise<boolean>
  /** The lease as it was left, held by somebody or not. */
  lease(name: string): Promise<Lease | undefined>
  releaseLease(lease: Lease): Promise<void>
}
