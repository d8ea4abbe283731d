import type { MonthTotals, Statistics } from './domain/analysis/statistics.ts'
import type { CreditCode, Enterprise } from './domain/enterprise.ts'
import type { Condition, Figures } from './domain/figures.ts'
import type { Instant } from './domain/instant.ts'
import type { Month } from './domain/month.ts'
import type { OpenId, Person, Role } from './domain/person.ts'
import type { Programme } from './domain/programme.ts'
import type { ChatId, Lane, Push, Recipient } from './domain/push.ts'
import type { Question, Report, ReportState } from './domain/report.ts'
import type { SnapshotPart } from './domain/snapshot.ts'
import type { Tally } from './domain/tally.ts'
import type { Unit, UnitPath } from './domain/unit.ts'

/** The only clock. Virtual in the sandbox, the machine's when served or deployed. */
export type Clock = {
  now(): Instant
  /** The machine's own time, for leases and expiring rows: it goes on while a virtual clock stands still. */
  wall(): Instant
  /** Milliseconds that never jump, for rate limits and time-outs. */
  monotonic(): number
  sleep(ms: number): Promise<void>
}

/** Codes and ids only: never a figure, a name, a phone number or a secret. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  code: string,
  ids?: Record<string, string | number>,
) => void

export type Plan = { programme: Programme; units: readonly Unit[] }

/** Names a township's month. */
export type TownshipMonth = { programme: string; month: Month; township: UnitPath }

export type Chat = { id: ChatId; programme?: string; unit?: UnitPath; inside: boolean }

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
}

/** One immutable version of a firm's month: both values, who, when, through what, why. */
export type Version = {
  code: CreditCode
  month: Month
  revision: number
  at: Instant
  by: OpenId
  via: string
  move: string
  state: ReportState
  condition: Condition
  before: Figures
  after: Figures
  questions: Question[]
  reason?: string
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
  /** Over the versions' content, so that no version can be edited unseen. */
  digest: string
  previous: string
  hash: string
}

/**
 * One township's turn: reports change, their versions are written, the tally moves on and the audit chain grows, all in
 * one transaction. The store derives versions, digest and hash from this; `before.sequence` is the condition.
 */
export type Settlement = {
  is: 'settlement'
  before: Tally
  after: Omit<Tally, 'head'>
  reports: readonly { before: Report; after: Report }[]
  by: OpenId
  at: Instant
  /** Through what: `card:report-figures@1`, `workbook`, `agenda`. */
  via: string
  move: string
  reason?: string
}

export type Change =
  | Settlement
  | { is: 'push'; push: Push }
  | { is: 'month'; before: MonthRecord | undefined; after: MonthRecord }
  | { is: 'chat'; chat: Chat }
  | { is: 'enterprise'; programme: string; before: Enterprise | undefined; after: Enterprise }

/** `duplicate`: this inbox mark was committed before; `conflict`: something moved since it was read, read and decide again. */
export type Committed = { is: 'committed' } | { is: 'duplicate' } | { is: 'conflict' }

/** What a turn reads in one strongly consistent batch. */
type TurnReading = {
  seen: boolean
  person: Person | undefined
  planVersion: number | undefined
  tally: Tally | undefined
  reports: Report[]
}
/** A lease on an agenda action or on the sender: fenced by `token`, which grows with every holder. */
export type Lease = {
  name: string
  token: number
  until: Instant
  /** What the last holder left for the next one: the sender keeps its rate window here. */
  memo?: string
}

export type ActionRecord = {
  action: string
  state: 'running' | 'done'
  /** Townships (or people) that are through, so that a second run continues. */
  through: string[]
  doneAt?: Instant
}

/** How a push ended. `dropped`: no longer true when it was to be sent. */
export type PushResult =
  | { is: 'sent'; at: Instant; message: string; chat: ChatId }
  | { is: 'dropped'; at: Instant; why: string }
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

/** Twelve months of a firm, packed into one item a year. */
export type YearOfFigures = { code: CreditCode; year: number; months: Partial<Record<number, Figures>> }

export type Store = {
  /** `version`: what the turn has just read, which spares looking whether the plan has changed. */
  plan(programme: string, version?: number): Promise<Plan | undefined>
  programmes(): Promise<string[]>

  /** The one read of a turn: inbox mark, person, programme version and, for a card, its page of reports and the tally. */
  readTurn(ask: {
    mark: string
    person: OpenId
    programme?: string
    page?: TownshipMonth & { codes: readonly CreditCode[] }
  }): Promise<TurnReading>
  /** All or nothing. Without a mark (the agenda) the changes' own conditions make a second run harmless. */
  commit(changes: readonly Change[], mark?: string): Promise<Committed>

  person(id: OpenId): Promise<Person | undefined>
  people(
    programme: string,
    filter?: { unit?: UnitPath; role?: Role },
  ): Promise<{ person: OpenId; name: string; role: Role; unit: UnitPath }[]>
  chat(id: ChatId): Promise<Chat | undefined>
  chats(programme: string): Promise<Chat[]>

  month(programme: string, month: Month): Promise<MonthRecord | undefined>
  /** Months that were ever confirmed, newest first. */
  months(programme: string): Promise<MonthRecord[]>
  tally(of: TownshipMonth): Promise<Tally | undefined>
  /** Every township of the month in one query, eventually consistent, for display. */
  tallies(programme: string, month: Month): Promise<Tally[]>
  reports(of: TownshipMonth): Promise<Report[]>
  /** The next reports in roster order, eventually consistent, for display: `after` a code, or `before` one, nearest first. */
  nearby(
    of: TownshipMonth,
    from: { after?: CreditCode; before?: CreditCode },
    limit: number,
  ): Promise<Report[]>
  report(of: TownshipMonth, code: CreditCode): Promise<Report | undefined>
  audit(of: TownshipMonth): Promise<AuditEntry[]>

  /** The firms of a unit and below it, whatever the month. */
  enterprises(programme: string, scope: UnitPath): Promise<Enterprise[]>
  /** A firm's whole life in one query. */
  history(
    programme: string,
    code: CreditCode,
  ): Promise<{ enterprise: Enterprise; years: YearOfFigures[]; versions: Version[] } | undefined>
  years(programme: string, codes: readonly CreditCode[], years: readonly number[]): Promise<YearOfFigures[]>

  /** Freezes reports ahead of their tally; writing the same ones again changes nothing. */
  freeze(reports: readonly Report[]): Promise<void>
  saveYears(programme: string, years: readonly YearOfFigures[]): Promise<void>
  saveSnapshot(part: SnapshotPart): Promise<void>
  snapshot(programme: string, month: Month, number: number): Promise<SnapshotPart[]>

  saveTotals(totals: MonthTotals): Promise<void>
  totals(programme: string, from: Month, to: Month): Promise<MonthTotals[]>
  saveStatistics(statistics: Statistics): Promise<void>
  statistics(programme: string, month: Month, snapshot: number): Promise<Statistics | undefined>

  /** The lease, or undefined while somebody else holds it. */
  takeLease(name: string, wall: Instant, forMs: number): Promise<Lease | undefined>
  /** Extends a lease that is still ours, with its memo; false when somebody else took it over. */
  keepLease(lease: Lease, wall: Instant, forMs: number): Promise<boolean>
  releaseLease(lease: Lease): Promise<void>
  actions(programme: string, month: Month): Promise<ActionRecord[]>
  saveAction(programme: string, month: Month, record: ActionRecord): Promise<void>

  /** The pushes that may be sent now, oldest first. */
  pending(lane: Lane, now: Instant, limit: number): Promise<PendingPush[]>
  /** The next instant at which a push may be sent. */
  nextPush(): Promise<Instant | undefined>
  savePending(pending: PendingPush): Promise<void>
  finish(pending: PendingPush, result: PushResult): Promise<void>
  /** A push's or a thread's result. */
  ledger(id: string): Promise<LedgerRow | undefined>
  deadLetters(): Promise<LedgerRow[]>
  /** Takes one of an officer's five pushes of the month; false when they are used up. */
  takeAllowance(programme: string, month: Month, person: OpenId, push: string, most: number): Promise<boolean>
}

/** A message to Feishu. Cards are JSON 2.0 values; what is behind them is not this port's business. */
export type Content = { text: string } | { card: object }

export type SendOutcome =
  | { is: 'sent'; message: string; chat: ChatId }
  /** Feishu's rate limit: nothing was sent; come back after so many milliseconds. */
  | { is: 'limited'; afterMs: number }
  /** It will never work: a final answer with Feishu's code. */
  | { is: 'refused'; code: number; say: string }
  /** A failure before anything was sent: try again. */
  | { is: 'failed'; say: string }
  /** Perhaps sent, perhaps not. */
  | { is: 'unknown'; say: string }

export type Messenger = {
  /** The push id travels in the card and as `uuid`, so that a repeat is recognised and a lost answer looked up. */
  send(to: Recipient, content: Content, push: string, replyTo?: string): Promise<SendOutcome>
  update(message: string, content: Content, push: string): Promise<SendOutcome>
  /** The message that carries `push`, looked up in the chat's recent history. */
  find(to: Recipient, push: string, since: Instant): Promise<{ message: string; chat: ChatId } | undefined>
}

/** What comes in from Feishu, parsed and verified. `id` is what duplicates share. */
export type Incoming =
  | {
      is: 'message'
      id: string
      at: Instant
      from: OpenId
      chat: ChatId
      group: boolean
      toBot: boolean
      message: string
      text: string
    }
  | {
      is: 'file'
      id: string
      at: Instant
      from: OpenId
      chat: ChatId
      group: boolean
      message: string
      file: string
      name: string
    }
  | {
      is: 'press'
      id: string
      at: Instant
      from: OpenId
      chat: ChatId
      message: string
      value: unknown
      form: Record<string, unknown>
    }
  | { is: 'menu'; id: string; at: Instant; from: OpenId; key: string }
  | { is: 'bot-added' | 'bot-removed'; id: string; at: Instant; from: OpenId; chat: ChatId; name: string }
  | { is: 'unknown'; id: string; type: string }

export type Ports = { store: Store; clock: Clock; log: Log }
