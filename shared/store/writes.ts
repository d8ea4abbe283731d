import type { Change, Settlement, Version } from '../ports.ts'
import { auditItem, versionItem } from './audit-items.ts'
import { linked, seal } from './chain.ts'
import type { Attributes } from './codec.ts'
import { column } from './codec.ts'
import {
  chatItem,
  correctionItem,
  enterpriseItem,
  monthItem,
  reportItem,
  reportNames,
  tallyItem,
  tallyNames,
} from './items.ts'
import { type Key, key } from './keys.ts'
import { pendingItem } from './outbox-items.ts'
import type { Write } from './transact.ts'

type Condition = Omit<NonNullable<Write['Put']>, 'TableName' | 'Item'>

const isNew = { ConditionExpression: 'attribute_not_exists(pk)' } satisfies Condition
const was = (field: string, value: number | string): Condition => ({
  ConditionExpression: '#was = :was',
  ExpressionAttributeNames: { '#was': field },
  ExpressionAttributeValues: { ':was': value },
})

/** What a change writes, and on what conditions. */
export const writer = (TableName: string) => {
  const put = (at: Key, attributes: Attributes, condition?: Condition): Write => ({
    Put: { TableName, Item: { ...at, ...attributes }, ...condition },
  })
  const putNew = (at: Key, attributes: Attributes): Write => put(at, attributes, isNew)
  const absent = (at: Key): Write => ({ ConditionCheck: { TableName, Key: at, ...isNew } })

  const settlementWrites = (settlement: Settlement): Write[] => {
    const { before, after, reports } = settlement
    const versions = reports.map((change) => versionOf(settlement, change))
    const entry = linked(settlement, versions)
    const unmoved = before.sequence === 0 ? isNew : was(column(tallyNames, 'sequence'), before.sequence)
    return [
      ...reports.map(({ before: old, after: report }) =>
        put(
          key.report(report, report.code),
          reportItem.write(report),
          was(column(reportNames, 'revision'), old.revision),
        ),
      ),
      ...versions.map((version) =>
        putNew(
          key.version(after.programme, version.code, version.month, version.revision),
          versionItem.write(version),
        ),
      ),
      put(key.tally(after), tallyItem.write({ ...after, head: entry.hash }), unmoved),
      putNew(key.audit(after, entry.sequence), auditItem.write(entry)),
    ]
  }

  /** An answer is planned once because its turn's mark is; a push of the agenda, because its id is taken. */
  const pushWrites = ({ push }: Extract<Change, { is: 'push' }>, marked: boolean): Write[] => {
    const pending = { push, attempts: 0, notBefore: push.due, queued: push.due }
    const queued = putNew(key.pending(push.lane, push.due, push.id), pendingItem.write(pending))
    return marked ? [queued] : [queued, putNew(key.push(push.id), { planned: push.due })]
  }

  /** A firm that has moved leaves the list of the township where it was. */
  const enterpriseWrites = ({ programme, before, after }: Extract<Change, { is: 'enterprise' }>): Write[] => {
    const etag = enterpriseItem.etag(after)
    const moved =
      before && before.unit !== after.unit ? [key.roster(programme, before.unit, before.code)] : []
    return [
      put(
        key.enterprise(programme, after.code),
        { ...enterpriseItem.write(after), etag },
        before ? was('etag', enterpriseItem.etag(before)) : isNew,
      ),
      put(key.roster(programme, after.unit, after.code), enterpriseItem.write(after)),
      ...moved.map((Key): Write => ({ Delete: { TableName, Key } })),
    ]
  }

  const writesOf = (change: Change, marked: boolean): Write[] => {
    switch (change.is) {
      case 'settlement':
        return settlementWrites(change)
      case 'push':
        return pushWrites(change, marked)
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
      case 'correction': {
        const { before, after } = change
        return [
          put(
            key.correction(after, after.number),
            correctionItem.write(after),
            before ? was('state', before.state) : isNew,
          ),
        ]
      }
      case 'enterprise':
        return enterpriseWrites(change)
    }
  }

  return { writesOf, putNew, absent }
}

const versionOf = (
  { by, at, via, move, reason }: Settlement,
  { before, after, reason: own }: Settlement['reports'][number],
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
  ...((own ?? reason) !== undefined && { reason: own ?? reason }),
  ...(after.source !== undefined && { source: after.source }),
  ...(after.officer !== undefined && { officer: after.officer }),
  seal: seal(after),
  ...(before.revision === 0 && { frozen: seal(before) }),
})
