import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Change, Committed, Settlement, Version } from '../ports.ts'
import type { Access } from './access.ts'
import { linked } from './chain.ts'
import type { Attributes } from './codec.ts'
import { column } from './codec.ts'
import {
  auditItem,
  chatItem,
  enterpriseItem,
  monthItem,
  pendingItem,
  reportItem,
  reportNames,
  tallyItem,
  tallyNames,
  versionItem,
} from './items.ts'
import { type Key, key } from './keys.ts'

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** Longer than Feishu retries and than any accepted timestamp. */
const MARK_SECONDS = 48 * 3600
const MOST_WRITES = 100

/** One turn, one transaction: all or nothing, and nothing is acknowledged before it. */
export const committer = ({ client, TableName }: Access) => {
  const put = (
    at: Key,
    attributes: Attributes,
    condition?: Omit<NonNullable<Write['Put']>, 'TableName' | 'Item'>,
  ): Write => ({
    Put: { TableName, Item: { ...at, ...attributes }, ...condition },
  })
  const isNew = { ConditionExpression: 'attribute_not_exists(pk)' }
  const was = (field: string, value: number | string) => ({
    ConditionExpression: '#was = :was',
    ExpressionAttributeNames: { '#was': field },
    ExpressionAttributeValues: { ':was': value },
  })

  const settlementWrites = (settlement: Settlement): Write[] => {
    const { before, after, reports } = settlement
    const versions = reports.map((change) => versionOf(settlement, change))
    const entry = linked(settlement, versions)
    const tally = { ...after, head: entry.hash }
    return [
      ...reports.map(({ before: old, after: report }) =>
        put(
          key.report(report, report.code),
          reportItem.write(report),
          was(column(reportNames, 'revision'), old.revision),
        ),
      ),
      ...versions.map((version) =>
        put(
          key.version(after.programme, version.code, version.month, version.revision),
          versionItem.write(version),
          isNew,
        ),
      ),
      put(
        key.tally(after),
        tallyItem.write(tally),
        before.sequence === 0 ? isNew : was(column(tallyNames, 'sequence'), before.sequence),
      ),
      put(key.audit(after, entry.sequence), auditItem.write(entry), isNew),
    ]
  }

  const writesOf = (change: Change, marked: boolean): Write[] => {
    switch (change.is) {
      case 'settlement':
        return settlementWrites(change)
      case 'push': {
        const { push } = change
        const pending = { push, attempts: 0, notBefore: push.due, queued: push.due }
        const planned = put(key.pending(push.lane, push.due, push.id), pendingItem.write(pending), isNew)
        return marked
          ? [planned]
          : [planned, { ConditionCheck: { TableName, Key: key.push(push.id), ...isNew } }]
      }
      case 'month': {
        const { before, after } = change
        const at = key.month(after.programme, after.month)
        return [put(at, monthItem.write(after), before ? was('revision', before.revision) : isNew)]
      }
      case 'chat': {
        const { id, programme } = change.chat
        const bound = programme === undefined ? [] : [put(key.boundChat(programme, id), {})]
        return [put(key.chat(id), chatItem.write(change.chat)), ...bound]
      }
      case 'enterprise': {
        const { before, after } = change
        const programme = change.programme
        const row = { ...enterpriseItem.write(after), etag: enterpriseItem.etag(after) }
        const condition = before ? was('etag', enterpriseItem.etag(before)) : isNew
        return [
          put(key.enterprise(programme, after.code), row, condition),
          put(key.roster(programme, after.unit, after.code), enterpriseItem.write(after)),
        ]
      }
    }
  }

  return async (changes: readonly Change[], mark: string | undefined, wall: number): Promise<Committed> => {
    const ttl = Math.floor(wall / 1000) + MARK_SECONDS
    const marks = mark === undefined ? [] : [put(key.mark(mark), { ttl }, isNew)]
    const writes = [...marks, ...changes.flatMap((change) => writesOf(change, mark !== undefined))]
    if (writes.length > MOST_WRITES)
      throw new Error(`one turn of ${writes.length} writes; a transaction holds ${MOST_WRITES}`)
    try {
      await client.send(new TransactWriteCommand({ TransactItems: writes }))
      return { is: 'committed' }
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const reasons = error.CancellationReasons ?? []
      const refused = (index: number) => reasons[index]?.Code === 'ConditionalCheckFailed'
      if (mark !== undefined && refused(0)) return { is: 'duplicate' }
      const onlyPushes = changes.every(({ is }) => is === 'push')
      return onlyPushes && reasons.some((_, index) => refused(index))
        ? { is: 'duplicate' }
        : { is: 'conflict' }
    }
  }
}

const versionOf = (
  { by, at, via, move, reason }: Settlement,
  { before, after }: Settlement['reports'][number],
): Version => ({
  code: after.code,
  month: after.month,
  revision: after.revision,
  at,
  by,
  via,
  move,
  state: after.state,
  condition: after.condition,
  before: before.figures,
  after: after.figures,
  questions: after.questions,
  ...(reason !== undefined && { reason }),
})
