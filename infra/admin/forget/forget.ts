import { randomBytes } from 'node:crypto'
import type { Instant } from '../../../shared/domain/instant.ts'
import { type Enrolled, OpenId } from '../../../shared/domain/person.ts'
import { Lane } from '../../../shared/domain/push.ts'
import { kindOf, type OpenTable, RawItem } from '../../../shared/runtime-admin.ts'
import { CannotDo } from '../declare.ts'

/** What is sealed, or compared with what is: never changed, and it names people by id alone. */
const SEALED: ReadonlySet<string> = new Set([
  ...[
    'audit',
    'version',
    'report',
    'tally',
    'correction',
    'month',
    'snapshot',
    'statistics',
    'totals',
    'year',
  ],
  ...['enterprise', 'roster', 'stage', 'registry', 'registry-entry', 'plan', 'programme'],
])
/** What has ended and is only kept: the name and the id in it are replaced. */
const REWRITTEN: ReadonlySet<string> = new Set(['push', 'dead', 'action'])

const FOREVER = 10 ** 14
const MOST = 10_000
const NAME = '已注销人员'

export type Forgotten = {
  /** What stands for the id outside the chains. */
  alias: string
  rewritten: number
  removed: number
  dropped: number
  /** Sealed items that hold the id, which nothing here leads to a name from. */
  sealed: number
  /** Sealed items in which somebody typed the name, by key. */
  named: string[]
  /** Pushes to others that wait and speak of them: sent within minutes, then this is to be run again. */
  waiting: number
}
type Walk = { table: OpenTable; person: Enrolled; at: Instant; onItems: (items: number) => void }

/** Name and id go from everything that is not sealed; the entry that leads from id to name goes last, so that it can be run again. */
export const forget = async (walk: Walk): Promise<Forgotten> => {
  const { table, person, onItems } = walk
  const done: Forgotten = {
    ...{ alias: `ou_forgotten_${randomBytes(6).toString('hex')}`, rewritten: 0, removed: 0, sealed: 0 },
    ...{ dropped: await dropPending(walk), named: [], waiting: 0 },
  }
  let items = 0
  for await (const page of table.items.pages()) {
    for (const raw of page) await forgetIn(raw, walk, done)
    items += page.length
    onItems(items)
  }
  await table.items.remove(keyOfPerson(person.id))
  return { ...done, removed: done.removed + 1 }
}

const keyOfPerson = (id: OpenId) => ({ pk: `WHO#${id}`, sk: 'WHO' })

const dropPending = async ({ table: { record }, person, at }: Walk): Promise<number> => {
  const lanes = await Promise.all(Lane.options.map((lane) => record.store.pending(lane, FOREVER, MOST)))
  const theirs = lanes.flat().filter(({ push }) => 'person' in push.to && push.to.person === person.id)
  for (const pending of theirs) await record.store.finish(pending, { is: 'dropped', at, why: 'forgotten' })
  return theirs.length
}

const forgetIn = async (raw: RawItem, { table, person }: Walk, done: Forgotten): Promise<void> => {
  const { id, name } = person
  const text = JSON.stringify(raw)
  const ids = new RegExp(`${id}(?!\\w)`, 'g')
  const [hasId, hasName] = [text.search(ids) >= 0, text.includes(name)]
  if (!hasId && !hasName) return
  const [pk, sk] = [textOf(raw.pk), textOf(raw.sk)]
  const kind = kindOf({ pk, sk }) ?? ''
  if (SEALED.has(kind)) {
    if (hasName) done.named.push(`${pk} ${sk}`)
    done.sealed += hasId ? 1 : 0
  } else if (REWRITTEN.has(kind)) {
    const now = RawItem.parse(JSON.parse(text.replace(ids, done.alias).replaceAll(name, NAME)))
    await table.items.put([now])
    if (textOf(now.pk) !== pk || textOf(now.sk) !== sk) await table.items.remove({ pk, sk })
    done.rewritten += 1
  } else if (kind === 'allowance' && pk === keyOfPerson(id).pk) {
    await table.items.remove({ pk, sk })
    done.removed += 1
  } else if (kind === 'person' && hasId && pk !== keyOfPerson(id).pk) {
    const other = await table.record.store.person(OpenId.parse(pk.slice(pk.indexOf('#') + 1)))
    if (other) done.rewritten += await forgetInPerson(table, other, { id, alias: OpenId.parse(done.alias) })
  } else if (kind === 'pending') done.waiting += 1
}

/** To whom firms had passed, and for whom somebody stood in: 1 where the entry was changed. */
const forgetInPerson = async (
  { record: { store } }: OpenTable,
  before: Enrolled,
  { id, alias }: { id: OpenId; alias: OpenId },
): Promise<number> => {
  const handedOver = before.handedOver?.map((one) => (one.to === id ? { ...one, to: alias } : one))
  const standIns = before.standIns.filter((one) => one.for !== id)
  const after = { ...before, standIns, ...(handedOver && { handedOver }) }
  const done = await store.commit([{ is: 'person', before, after }])
  if (done.is === 'conflict') throw new CannotDo(`${before.name}刚才有变动，请再运行一次。`)
  return 1
}

const textOf = (attribute: RawItem[string] | undefined): string =>
  attribute !== undefined && 'S' in attribute ? attribute.S : ''
