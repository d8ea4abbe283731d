import type { Instant } from '../domain/instant.ts'
import type { Month } from '../domain/month.ts'
import type { OpenId } from '../domain/person.ts'
import type { ChatId, Lane, Push } from '../domain/push.ts'

/** How a push ended. `dropped`: no longer true when it was to be sent. */
export type PushResult =
  | { is: 'sent'; at: Instant; message: string; chat: ChatId }
  | { is: 'dropped'; at: Instant; why: string }
  /** A job; what came of it was told by pushes of its own. */
  | { is: 'done'; at: Instant }
  | { is: 'dead'; at: Instant; why: string }

export type PendingPush = {
  push: Push
  attempts: number
  /** Set just before a send: an attempt without a result has an unknown outcome. */
  firstTriedAt?: Instant
  notBefore: Instant
  /** Where the store has it in the queue: the `notBefore` that it was read with. */
  queued: Instant
}
export type LedgerRow = { push: Push; result: PushResult }

/**
 * The table was lost and came back as it had been at `from`: what was sent after that, until `until`, it does not know.
 * `journalled`: a journal beside the table told it all the same, but for what was sent in the last moment.
 */
export type LostSpan = { from: Instant; until: Instant; journalled: boolean }

/** Pushes from planned to finished. */
export type OutboxStore = {
  lostSpan(): Promise<LostSpan | undefined>
  /** The pushes that may be sent now, oldest first. */
  pending(lane: Lane, now: Instant, limit: number): Promise<PendingPush[]>
  /** The next instant at which a push may be sent or a job done. */
  nextPush(): Promise<Instant | undefined>
  savePending(pending: PendingPush): Promise<void>
  finish(pending: PendingPush, result: PushResult): Promise<void>
  /** A push's or a thread's result. */
  ledger(id: string): Promise<LedgerRow | undefined>
  deadLetters(): Promise<LedgerRow[]>
  /** Takes one of an officer's five pushes of the month; false when they are used up. */
  takeAllowance(programme: string, month: Month, person: OpenId, push: string, most: number): Promise<boolean>
}
