import { placesOf } from '../domain/enterprise.ts'
import type { Change, Settlement, Version } from '../ports.ts'
import { auditItem, stageItem, versionItem } from './audit-items.ts'
import { linked, seal } from './chain.ts'
import type { Attributes } from './codec.ts'
import { column } from './codec.ts'
import {
  chatItem,
  correctionItem,
  enterpriseItem,
  monthItem,
  operationsItem,
  personItem,
  planItem,
  reportItem,
  reportNames,
  roleItem,
  tallyItem,
  tallyNames,
  versionOfPlanItem,
} from './items.ts'
import { type Key, key } from './keys.ts'
import { ledgerItem, pendingItem } from './outbox-items.ts'
import { postsOf } from './posts.ts'
import { stageOf } from './registry-chain.ts'
import type { Write } from './transact.ts'

type Condition = Omit<NonNullable<Write['Put']>, 'TableName' | 'Item'>

const isNew = { ConditionExpression: 'attribute_not_exists(pk)' } satisfies Condition
const was = (field: string, value: number | string): Condition => ({
  ConditionExpression: '#was = :was',
  ExpressionAttributeNames: { '#was': field },
  ExpressionAttributeValues: { ':was': value },
})

const isNotFrozen = {
  ConditionExpression: 'attribute_not_exists(pk) OR #state = :confirming',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':confirming': 'confirming' },
} satisfies Condition

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

  /** A firm is on the list of every township where it reports or has reported. */
  const enterpriseWrites = (change: Extract<Change, { is: 'enterprise' }>): Write[] => {
    const { programme, before, after } = change
    const etag = enterpriseItem.etag(after)
    const listed = placesOf(after)
    const left = before ? placesOf(before).filter((unit) => !listed.includes(unit)) : []
    return [
      put(
        key.enterprise(programme, after.code),
        { ...enterpriseItem.write(after), etag },
        before ? was('etag', enterpriseItem.etag(before)) : isNew,
      ),
      ...listed.map((unit) => put(key.roster(programme, unit, after.code), enterpriseItem.write(after))),
      ...left.map((unit): Write => ({ Delete: { TableName, Key: key.roster(programme, unit, after.code) } })),
      ...stageWrites(change),
    ]
  }

  /** Registry history, unless the roster of the month from which it counts was frozen meanwhile. */
  const stageWrites = (change: Extract<Change, { is: 'enterprise' }>): Write[] => {
    const { programme } = change
    const stage = stageOf(change)
    if (stage === undefined) return []
    const written = putNew(key.stage(programme, stage.code, stage.number), stageItem.write(stage))
    if (stage.effective === undefined) return [written]
    const Key = key.month(programme, stage.effective)
    return [written, { ConditionCheck: { TableName, Key, ...isNotFrozen } }]
  }

  /** A list that was loaded carries no etag yet; the first change gives it one. */
  const personWrites = ({ before, after }: Extract<Change, { is: 'person' }>): Write[] => {
    const condition: Condition = before
      ? {
          ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(etag) OR etag = :was)',
          ExpressionAttributeValues: { ':was': personItem.etag(before) },
        }
      : isNew
    const item = { ...personItem.write(after), etag: personItem.etag(after) }
    const now = postsOf(after)
    const gone = (before ? postsOf(before) : []).filter(({ at }) => !now.some((one) => one.at.sk === at.sk))
    return [
      put(key.person(after.id), item, condition),
      ...now.map(({ at, post }) => put(at, roleItem.write(post))),
      ...gone.map(({ at: Key }): Write => ({ Delete: { TableName, Key } })),
    ]
  }

  /**
   * Only one that is still dead is closed or taken up again. Taken up, it goes before what waits for its hour: it begins
   * anew, and is not given up for being old.
   */
  const deadLetterWrites = ({ row, at, drop }: Extract<Change, { is: 'dead-letter' }>): Write[] => {
    const { push: dead } = row
    const gone: Write = {
      Delete: { TableName, Key: key.dead(dead.id), ConditionExpression: 'attribute_exists(pk)' },
    }
    if (drop !== undefined) {
      const result = { is: 'dropped' as const, at, why: drop }
      return [gone, put(key.push(dead.id), ledgerItem.write({ push: dead, result }))]
    }
    const push = { ...dead, due: at, lane: dead.lane === 'bulk' ? ('answer' as const) : dead.lane }
    const pending = pendingItem.write({ push, attempts: 0, notBefore: at, queued: at })
    return [gone, put(key.push(push.id), { planned: at }), put(key.pending(push.lane, at, push.id), pending)]
  }

  /** The plan and its version together: whoever has read one version is told of the next. */
  const planWrites = ({ before, after }: Extract<Change, { is: 'plan' }>): Write[] => {
    const { id, version } = after.programme
    const condition = before === undefined ? isNew : was('version', before)
    return [
      put(key.programme(id), versionOfPlanItem.write({ version }), condition),
      put(key.plan(id), planItem.write({ programme: after.programme, units: [...after.units] })),
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
      case 'person':
        return personWrites(change)
      case 'plan':
        return planWrites(change)
      case 'dead-letter':
        return deadLetterWrites(change)
      case 'operations': {
        const { before, after } = change
        const at = key.operations(after.programme)
        return [put(at, operationsItem.write(after), before ? was('revision', before.revision) : isNew)]
      }
      case 'enterprise':
        return enterpriseWrites(change)
    }
  }

  return { writesOf, putNew, absent }
}

const versionOf = (
  { by, at, via, move, reason, ...place }: Settlement,
  { before, after, reason: own }: Settlement['reports'][number],
): Version => ({
  code: after.code,
  month: after.month,
  revision: after.revision,
  at,
  by,
  via,
  move,
  ...(place.for !== undefined && { for: place.for }),
  state: after.state,
  condition: after.condition,
  before: before.figures,
  after: after.figures,
  ...(after.beside && { beside: { before: before.beside ?? {}, after: after.beside } }),
  questions: after.questions,
  ...(after.declared && { declared: after.declared }),
  ...((own ?? reason) !== undefined && { reason: own ?? reason }),
  ...(after.source !== undefined && { source: after.source }),
  ...(after.officer !== undefined && { officer: after.officer }),
  seal: seal(after),
  ...(before.revision === 0 && { frozen: seal(before) }),
})
