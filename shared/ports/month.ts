import type { MonthTotals, Statistics } from '../domain/analysis/statistics.ts'
import type { Correction } from '../domain/correction.ts'
import type { CreditCode } from '../domain/enterprise.ts'
import type { Instant } from '../domain/instant.ts'
import type { Month } from '../domain/month.ts'
import type { OpenId } from '../domain/person.ts'
import type { Report } from '../domain/report.ts'
import type { SnapshotPart } from '../domain/snapshot.ts'
import type { Tally } from '../domain/tally.ts'
import type { UnitPath } from '../domain/unit.ts'
import type { TownshipMonth } from './township-month.ts'

/** A month of a programme, from the press on 开表 to the publication. Instants are stored: they need no calendar later. */
export type MonthRecord = {
  programme: string
  month: Month
  revision: number
  state: 'confirming' | 'opening' | 'open' | 'closed' | 'published' | 'held'
  due: Instant
  explainBy: Instant
  closes: Instant
  openedBy?: OpenId
  /** Number of the newest frozen snapshot, from 1; 0 before the close. */
  snapshot: number
  publishedBy?: OpenId
  publishedAt?: Instant
  holdReason?: string
  /** A correction was applied that no snapshot holds yet. */
  stale?: boolean
  /** Numbers of the snapshots that were published, oldest first. */
  publications?: number[]
}

export type AuditEntry = {
  sequence: number
  at: Instant
  by: OpenId
  via: string
  move: string
  /** `code@revision` of every report that the turn changed. */
  changed: string[]
  reason?: string
  /** 代班: in whose place it was done. */
  for?: OpenId
  /** Over the versions' content, so that no version can be edited unseen. */
  digest: string
  /** Over the tally after the turn, without its head; once it is closed, over its counts alone too. */
  tally: string
  counts?: string
  /** Of the opening: over the seals of the frozen reports in the order of codes. */
  roster?: string
  /** Over the request for a correction that was made or answered, which is kept under its number. */
  correction?: { number: number; seal: string }
  previous: string
  hash: string
}

export type ActionRecord = {
  action: string
  state: 'running' | 'done'
  /** Townships (or people) that are through, so that a second run continues. */
  through: string[]
  doneAt?: Instant
}

/** A month: its townships and their reports, and what its close leaves behind. */
export type MonthStore = {
  month(programme: string, month: Month): Promise<MonthRecord | undefined>
  /** Months that were ever confirmed, newest first. */
  months(programme: string): Promise<MonthRecord[]>
  tally(of: TownshipMonth): Promise<Tally | undefined>
  /** Every township of the month in one query, eventually consistent, for display. */
  tallies(programme: string, month: Month): Promise<Tally[]>
  /** The townships that the month was opened for, without reading their tallies: one that is damaged is among them. */
  townshipsOf(programme: string, month: Month): Promise<UnitPath[]>
  reports(of: TownshipMonth): Promise<Report[]>
  /** The next reports in roster order, no older than what the turn has read: `after` a code, or `before` one, nearest first. */
  nearby(
    of: TownshipMonth,
    from: { after?: CreditCode; before?: CreditCode },
    limit: number,
  ): Promise<Report[]>
  report(of: TownshipMonth, code: CreditCode): Promise<Report | undefined>
  audit(of: TownshipMonth): Promise<AuditEntry[]>
  /** The entries after a sequence, at most so many. */
  auditAfter(of: TownshipMonth, sequence: number, limit: number): Promise<AuditEntry[]>

  /** What the townships of a unit have asked to have corrected in a closed month, in the order of asking by township. */
  corrections(programme: string, month: Month, scope: UnitPath): Promise<Correction[]>
  correction(of: TownshipMonth, number: number): Promise<Correction | undefined>

  /** Freezes a township's reports ahead of its tally: a report that is there stays, and an open township gets none. */
  freeze(reports: readonly Report[]): Promise<void>
  saveSnapshot(part: SnapshotPart): Promise<void>
  snapshot(programme: string, month: Month, number: number): Promise<SnapshotPart[]>
  /** One township's part of it, strongly consistent. */
  snapshotPart(of: TownshipMonth, number: number): Promise<SnapshotPart | undefined>

  saveTotals(totals: MonthTotals): Promise<void>
  totals(programme: string, from: Month, to: Month): Promise<MonthTotals[]>
  saveStatistics(statistics: Statistics): Promise<void>
  statistics(programme: string, month: Month, snapshot: number): Promise<Statistics | undefined>
  actions(programme: string, month: Month): Promise<ActionRecord[]>
  saveAction(programme: string, month: Month, record: ActionRecord): Promise<void>
}
