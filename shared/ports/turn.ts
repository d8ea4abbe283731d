import type { Correction } from '../domain/correction.ts'
import type { CreditCode, Enterprise } from '../domain/enterprise.ts'
import type { Instant } from '../domain/instant.ts'
import type { Enrolled, OpenId } from '../domain/person.ts'
import type { Push } from '../domain/push.ts'
import type { Report } from '../domain/report.ts'
import type { Tally } from '../domain/tally.ts'
import type { StageDeed } from './firm.ts'
import type { MonthRecord } from './month.ts'
import type { OperationsRecord } from './operations.ts'
import type { LedgerRow } from './outbox.ts'
import type { Chat, Plan } from './plan.ts'
import type { TownshipMonth } from './township-month.ts'

/**
 * One township's turn: reports change, their versions are written, the tally moves on and the audit chain grows, all in
 * one transaction. The store derives versions, digest and hash from this; `before.sequence` is the condition.
 */
export type Settlement = {
  is: 'settlement'
  before: Tally
  after: Omit<Tally, 'head'>
  /** `reason`: why this firm's figures were changed, where it is not the whole turn's. */
  reports: readonly { before: Report; after: Report; reason?: string }[]
  by: OpenId
  at: Instant
  /** Through what: `card:report-figures@1`, `workbook`, `agenda`. */
  via: string
  move: string
  reason?: string
  /** 代班: in whose place it was done. */
  for?: OpenId
  /** Of the opening: the reports as they were frozen, in the order of codes. */
  roster?: readonly Report[]
  /** The request for a correction that this turn makes or answers, as it stands after it. */
  correction?: Correction
}

export type Change =
  | Settlement
  | { is: 'push'; push: Push }
  | { is: 'month'; before: MonthRecord | undefined; after: MonthRecord }
  | { is: 'chat'; chat: Chat }
  | { is: 'correction'; before: Correction | undefined; after: Correction }
  | { is: 'person'; before: Enrolled | undefined; after: Enrolled }
  /** The next version of a programme's plan; `before`: the version that it takes the place of. */
  | { is: 'plan'; before: number | undefined; after: Plan; by: OpenId }
  /** A dead letter is taken up again, or, with `drop`, closed for that reason. */
  | { is: 'dead-letter'; row: LedgerRow; at: Instant; drop?: string }
  | { is: 'operations'; before: OperationsRecord | undefined; after: OperationsRecord }
  | {
      is: 'enterprise'
      programme: string
      before: Enterprise | undefined
      after: Enterprise
      /** Of a change of the registry: its history grows by this, and the roster from which it counts is not frozen. */
      stage?: StageDeed
    }

/** `duplicate`: this inbox mark was committed before; `conflict`: something moved since it was read, read and decide again. */
export type Committed = { is: 'committed' } | { is: 'duplicate' } | { is: 'conflict' }

/** What a turn reads in one strongly consistent batch. */
type TurnReading = {
  person: Enrolled | undefined
  planVersion: number | undefined
  tally: Tally | undefined
  reports: Report[]
}

/** A turn: one read, one write. */
export type TurnStore = {
  /**
   * The one read of a turn: person, programme version and, for a card, its page of reports and the tally. Whether the turn
   * was taken before is not asked: its commit knows.
   */
  readTurn(ask: {
    person: OpenId
    programme?: string
    page?: TownshipMonth & { codes: readonly CreditCode[] }
  }): Promise<TurnReading>
  /** All or nothing. Without a mark (the agenda) the changes' own conditions make a second run harmless. */
  commit(changes: readonly Change[], mark?: string): Promise<Committed>
}
