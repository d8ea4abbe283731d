import type { Anchors } from './ports/anchors.ts'
import type { Inbox, Uploads } from './ports/attachments.ts'
import type { Clock } from './ports/clock.ts'
import type { Contacts } from './ports/contacts.ts'
import type { Files } from './ports/files.ts'
import type { FirmStore } from './ports/firm.ts'
import type { LeaseStore } from './ports/lease.ts'
import type { Log } from './ports/log.ts'
import type { MonthStore } from './ports/month.ts'
import type { OperationsStore } from './ports/operations.ts'
import type { OutboxStore } from './ports/outbox.ts'
import type { PlanStore } from './ports/plan.ts'
import type { RegistryStore } from './ports/registry.ts'
import type { TurnStore } from './ports/turn.ts'

export type { Anchor, AnchoredHead, Anchors, Seal } from './ports/anchors.ts'
export type { Downloaded, Inbox, SaidText, Uploads } from './ports/attachments.ts'
export type { Clock } from './ports/clock.ts'
export type { Contacts } from './ports/contacts.ts'
export type {
  Cell,
  FileRefusal,
  Files,
  ReadTable,
  Sheet,
  SheetRow,
  WrittenCell,
  WrittenSheet,
} from './ports/files.ts'
export type { FirmStore, Stage, Version, YearOfFigures } from './ports/firm.ts'
export type { Incoming } from './ports/incoming.ts'
export type { Lease, LeaseStore } from './ports/lease.ts'
export type { Log } from './ports/log.ts'
export type { Content, Messenger, SendOutcome, SentWithin, Span } from './ports/messenger.ts'
export type { ActionRecord, AuditEntry, MonthRecord, MonthStore } from './ports/month.ts'
export type { OperationsRecord } from './ports/operations.ts'
export type { LedgerRow, LostSpan, OutboxStore, PendingPush, PushResult } from './ports/outbox.ts'
export type { Chat, Plan, Post } from './ports/plan.ts'
export type { RegistryEntry, RegistryHead, RegistryStore } from './ports/registry.ts'
export type { TownshipMonth } from './ports/township-month.ts'
export type { Change, Committed, Settlement } from './ports/turn.ts'

/** Everything that is kept, by what it is about; one table behind it. */
export type Store = PlanStore &
  TurnStore &
  MonthStore &
  FirmStore &
  LeaseStore &
  OutboxStore &
  OperationsStore &
  RegistryStore

/** What the use cases and the bot need from outside. Each port has a file of its own in `ports/`. */
export type Ports = {
  store: Store
  clock: Clock
  log: Log
  /** Where each day's heads are kept; without it, nothing outside the table tells of a truncation. */
  anchors?: Anchors
}

/** What a work has besides: workbooks, the files that people send and get, the address book. Only the worker has them. */
export type WorkPorts = Ports & { files: Files; inbox: Inbox; uploads: Uploads; contacts: Contacts }
