import type { Instant } from '../../../shared/domain/instant.ts'
import { kindOf, type OpenTable, readJournal } from '../../../shared/runtime-admin.ts'
import { type Header, headerOf, keyOf, readArchive } from './archive.ts'
import { putBack } from './put-back.ts'
import { type AcceptedSince, sinceBackup } from './since-backup.ts'

export type Restored = {
  header: Header
  items: number
  /** Pushes that may have been sent meanwhile: each is looked for in its chat before it is sent. */
  pending: number
  /** Of these and of others, how many the journal knows to have been sent. */
  knownSent: number
  /** Undefined without a journal: then nobody can tell. */
  accepted: readonly AcceptedSince[] | undefined
}

class CannotRestore extends Error {}

type Given = {
  file: string
  table: OpenTable
  journal: string | undefined
  now: Instant
  onItems: (items: number) => void
}

/** Brings a backup into an empty table, and remembers in it from when to when nothing is known of what was sent. */
export const restore = async ({ file, table, journal, now, onItems }: Given): Promise<Restored> => {
  const header = await headerOf(file)
  const kept = await keptIn(file)
  await table.create()
  if (!(await table.items.isEmpty()))
    throw new CannotRestore('这张表里有数据，没有恢复。请换一个空的数据目录或空表，原来的留着备查。')
  // Before anything else: whoever begins to send from a table that is half restored looks first, too.
  await table.loseSpan({ from: header.at, until: now, journalled: journal !== undefined })
  const items = await putBack(file, table, onItems)
  await table.loseSpan({ from: header.at, until: now, journalled: journal !== undefined })
  const { store } = table.record
  if (journal === undefined)
    return { header, items, pending: kept.pending, knownSent: 0, accepted: undefined }
  const since = await sinceBackup(readJournal(journal), { at: header.at, marks: kept.marks })
  let knownSent = 0
  for (const { push, result } of since.sent) {
    if (await store.ledger(push.id)) continue
    const queued = kept.queued.get(push.id) ?? push.due
    await store.finish({ push, attempts: 0, notBefore: queued, queued }, result)
    knownSent++
  }
  return { header, items, pending: kept.pending, knownSent, accepted: since.accepted }
}

/** What the list and the outbox need to know of the backup; reading it to its end also proves its digest. */
const keptIn = async (file: string) => {
  const marks = new Set<string>()
  const queued = new Map<string, Instant>()
  for await (const item of readArchive(file)) {
    // By its key alone: one damaged item must not keep all the others from coming back.
    const { pk, sk } = keyOf(item)
    const is = kindOf({ pk, sk })
    if (is === 'mark') marks.add(pk.slice(pk.indexOf('#') + 1))
    if (is === 'pending') queued.set(sk.slice(sk.indexOf('#') + 1), Number(sk.slice(0, sk.indexOf('#'))))
  }
  return { marks, queued, pending: queued.size }
}
