import type { Instant } from '../domain/instant.ts'
import type { OpenId } from '../domain/person.ts'
import type { Push } from '../domain/push.ts'
import { levelOf } from '../domain/unit.ts'
import type { Change, Chat, MonthRecord, Plan } from '../ports.ts'

export type Published =
  | { is: 'published'; groups: number; changes: Change[] }
  | { is: 'held'; changes: Change[] }
  | { is: 'no-reason' }
  /** Somebody pressed before, or the month is not closed. */
  | { is: 'not-now'; record: MonthRecord }

type Press = { plan: Plan; record: MonthRecord; by: OpenId; at: Instant }

/** Where the statistics go: the groups of the city and its districts. */
export const publicationGroups = (chats: readonly Chat[]): Chat[] =>
  chats.filter(({ inside, unit }) => inside && unit !== undefined && levelOf(unit) !== 'township')

/** Closed and never published, or published before corrections that a newer snapshot holds. */
export const awaitsPublication = ({ state, snapshot, publications }: MonthRecord): boolean =>
  state === 'closed' ||
  state === 'held' ||
  (state === 'published' && (publications?.at(-1) ?? snapshot) < snapshot)

/** The press on 发布: the named person's decision and the pushes to the bound groups are one transaction. */
export const publishStatistics = ({ plan, record, by, at }: Press, chats: readonly Chat[]): Published => {
  if (!awaitsPublication(record)) return { is: 'not-now', record }
  const groups = publicationGroups(chats)
  const { holdReason: _, ...rest } = record
  const after: MonthRecord = {
    ...rest,
    revision: record.revision + 1,
    state: 'published',
    publishedBy: by,
    publishedAt: at,
    publications: [...(record.publications ?? []), record.snapshot],
  }
  const pushes = groups.map((chat): Change => ({ is: 'push', push: statisticsPush(plan, record, chat, at) }))
  return {
    is: 'published',
    groups: groups.length,
    changes: [{ is: 'month', before: record, after }, ...pushes],
  }
}

const statisticsPush = (
  { programme }: Plan,
  { month, snapshot }: MonthRecord,
  chat: Chat,
  at: Instant,
): Push => ({
  id: `statistics:${month}:${snapshot}:${chat.id}`,
  lane: 'bulk',
  due: at,
  kind: 'statistics',
  programme: programme.id,
  month,
  to: { chat: chat.id },
  facts: { snapshot },
  quiet: false,
  proactive: false,
})

/** 暂缓: nothing goes out, and the reason is kept. */
export const holdPublication = ({ record, by }: Press, reason: string): Published => {
  if (!awaitsPublication(record)) return { is: 'not-now', record }
  if (reason.trim() === '') return { is: 'no-reason' }
  const after: MonthRecord = {
    ...record,
    revision: record.revision + 1,
    state: 'held',
    publishedBy: by,
    holdReason: reason.trim(),
  }
  return { is: 'held', changes: [{ is: 'month', before: record, after }] }
}
