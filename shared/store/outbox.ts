import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { Lane } from '../domain/push.ts'
import type { Lease, LeaseStore, OutboxStore } from '../ports.ts'
import { key, range } from './keys.ts'
import { leaseItem, ledgerItem, lostSpanItem, pendingItem } from './outbox-items.ts'
import type { Table } from './transact.ts'

const refusedOr = (error: unknown): false => {
  if (error instanceof ConditionalCheckFailedException) return false
  throw error
}

/** Pushes from planned to finished, and the leases that elect who works on them. */
export const outbox = ({ client, TableName, get, query, writeAll }: Table): LeaseStore & OutboxStore => {
  /** Whoever takes a lease over names when it ended: one that was renewed since it was read is not taken. */
  const saveLease = async (
    { name, token, until, memo }: Lease,
    expected: { token: number; until?: number },
  ): Promise<boolean> =>
    client
      .send(
        new PutCommand({
          TableName,
          Item: {
            ...key.lease(name),
            ...leaseItem.write({ token, until, ...(memo !== undefined && { memo }) }),
          },
          ConditionExpression: `attribute_not_exists(pk) OR (#token = :token${expected.until === undefined ? '' : ' AND #until = :until'})`,
          ExpressionAttributeNames: {
            '#token': 'token',
            ...(expected.until !== undefined && { '#until': 'until' }),
          },
          ExpressionAttributeValues: {
            ':token': expected.token,
            ...(expected.until !== undefined && { ':until': expected.until }),
          },
        }),
      )
      .then(() => true, refusedOr)

  return {
    async takeLease(name, wall, forMs) {
      const item = await get(key.lease(name))
      const held = item && leaseItem.read(item)
      if (held && held.until > wall) return undefined
      const lease: Lease = {
        name,
        token: (held?.token ?? 0) + 1,
        until: wall + forMs,
        ...(held?.memo !== undefined && { memo: held.memo }),
      }
      return (await saveLease(lease, held ?? { token: 0 })) ? lease : undefined
    },
    async lease(name) {
      const item = await get(key.lease(name))
      return item && { name, ...leaseItem.read(item) }
    },
    async keepLease(lease, wall, forMs) {
      return saveLease({ ...lease, until: wall + forMs }, { token: lease.token })
    },
    async releaseLease(lease) {
      await saveLease({ ...lease, until: 0 }, { token: lease.token })
    },

    async pending(lane, now, limit) {
      const items = await query(range.laneUntil(lane, now), { limit })
      return items.map((item) => {
        const queued = Number(String(item.sk).split('#')[0])
        return pendingItem.read(item, { queued })
      })
    },
    async nextPush() {
      const first = await Promise.all(Lane.options.map((lane) => query(range.lane(lane), { limit: 1 })))
      const instants = first.flat().map(({ sk }) => Number(String(sk).split('#')[0]))
      return instants.length > 0 ? Math.min(...instants) : undefined
    },
    async savePending(pending) {
      const { push, queued, notBefore } = pending
      const item = { ...key.pending(push.lane, notBefore, push.id), ...pendingItem.write(pending) }
      if (queued === notBefore) {
        await client.send(new PutCommand({ TableName, Item: item }))
        return
      }
      const Key = key.pending(push.lane, queued, push.id)
      await writeAll([{ Delete: { TableName, Key } }, { Put: { TableName, Item: item } }])
    },
    async finish({ push, queued }, result) {
      const row = ledgerItem.write({ push, result })
      const rows = [
        { ...key.push(push.id), ...row },
        ...(push.thread !== undefined && result.is === 'sent' ? [{ ...key.push(push.thread), ...row }] : []),
        ...(result.is === 'dead' ? [{ ...key.dead(push.id), ...row }] : []),
      ]
      await writeAll([
        { Delete: { TableName, Key: key.pending(push.lane, queued, push.id) } },
        ...rows.map((Item) => ({ Put: { TableName, Item } })),
      ])
    },
    async ledger(id) {
      const item = await get(key.push(id))
      return item === undefined || 'planned' in item ? undefined : ledgerItem.read(item)
    },
    async lostSpan() {
      const item = await get(key.lostSpan())
      return item && lostSpanItem.read(item)
    },
    async deadLetters() {
      return (await query(range.dead())).map((item) => ledgerItem.read(item))
    },
    async takeAllowance(programme, month, person, push, most) {
      return client
        .send(
          new UpdateCommand({
            TableName,
            Key: key.allowance(programme, month, person),
            UpdateExpression: 'ADD pushes :one',
            ConditionExpression:
              'attribute_not_exists(pushes) OR size(pushes) < :most OR contains(pushes, :push)',
            ExpressionAttributeValues: { ':one': new Set([push]), ':push': push, ':most': most },
          }),
        )
        .then(() => true, refusedOr)
    },
  }
}
