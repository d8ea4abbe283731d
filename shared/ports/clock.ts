import type { Instant } from '../domain/instant.ts'

/** The only clock. Virtual in the sandbox, the machine's when served or deployed. */
export type Clock = {
  now(): Instant
  /** The machine's own time, for leases and expiring rows: it goes on while a virtual clock stands still. */
  wall(): Instant
  /** Milliseconds that never jump, for rate limits and time-outs. */
  monotonic(): number
  sleep(ms: number): Promise<void>
}
