import type { Instant } from '../domain/instant.ts'
import type { LedgerRow } from '../ports.ts'
import { key } from './keys.ts'
import { ledgerItem, pendingItem } from './outbox-items.ts'
import type { Table } from './transact.ts'

/** What an operator decides about a dead letter. */
export const deadLetters = ({ TableName, writeAll }: Table) => ({
  /** Tried again from now on, before what waits for its hour: it begins anew, and is not given up for being old. */
  async replay({ push: dead }: LedgerRow, now: Instant): Promise<void> {
    const push = { ...dead, due: now, lane: dead.lane === 'bulk' ? ('answer' as const) : dead.lane }
    const pending = pendingItem.write({ push, attempts: 0, notBefore: now, queued: now })
    await writeAll([
      { Delete: { TableName, Key: key.dead(push.id) } },
      { Put: { TableName, Item: { ...key.push(push.id), planned: now } } },
      { Put: { TableName, Item: { ...key.pending(push.lane, now, push.id), ...pending } } },
    ])
  },
  async drop({ push }: LedgerRow, at: Instant, why: string): Promise<void> {
    const row = ledgerItem.write({ push, result: { is: 'dropped', at, why } })
    await writeAll([
      { Delete: { TableName, Key: key.dead(push.id) } },
      { Put: { TableName, Item: { ...key.push(push.id), ...row } } },
    ])
  },
})
