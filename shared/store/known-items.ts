import * as z from 'zod'
import { auditItem, registryEntryItem, registryHeadItem, stageItem, versionAt } from './audit-items.ts'
import { CorruptItem } from './codec.ts'
import * as items from './items.ts'
import { leaseItem, ledgerItem, lostSpanItem, pendingItem } from './outbox-items.ts'
import type { RawItem } from './whole-table.ts'

type Fields = Record<string, unknown>
type Kind = {
  is: string
  pk: RegExp
  sk: RegExp
  /** `key`: what the two patterns caught, by name. */
  read: (item: Fields, key: Record<string, string>) => unknown
}

const P = '^P#[^#]+'
/** Where the item does not say it, its key does. */
const OF = '^P#(?<programme>[^#]+)'
const bare = (item: Fields) => z.strictObject({ pk: z.string(), sk: z.string() }).parse(item)
const pushOrPlan = (item: Fields) =>
  'planned' in item ? z.object({ planned: z.number() }).parse(item) : ledgerItem.read(item)

/** Every kind of item that `keys.ts` has a key for, with what reads it. */
const kinds: readonly Kind[] = [
  { is: 'programme', pk: /^PROGRAMMES$/, sk: /./, read: items.versionOfPlanItem.read },
  { is: 'plan', pk: new RegExp(`${P}$`), sk: /^PLAN$/, read: items.planItem.read },
  { is: 'operations', pk: new RegExp(`${P}$`), sk: /^OPERATIONS$/, read: items.operationsItem.read },
  { is: 'month', pk: new RegExp(`${P}$`), sk: /^MONTH#/, read: items.monthItem.read },
  { is: 'totals', pk: new RegExp(`${P}$`), sk: /^TOTALS#/, read: items.totalsItem.read },
  { is: 'person', pk: /^WHO#/, sk: /^WHO$/, read: items.personItem.read },
  { is: 'allowance', pk: /^WHO#/, sk: /^PUSHES#/, read: z.object({ pushes: z.set(z.string()) }).parse },
  { is: 'stand-in', pk: new RegExp(`${P}#WHO$`), sk: /#stand-in#/, read: items.roleItem.read },
  { is: 'role', pk: new RegExp(`${P}#WHO$`), sk: /./, read: items.roleItem.read },
  { is: 'chat', pk: /^CHAT#/, sk: /^CHAT$/, read: items.chatItem.read },
  { is: 'bound-chat', pk: new RegExp(`${P}#CHAT$`), sk: /./, read: bare },
  { is: 'enterprise', pk: new RegExp(`${P}#E#`), sk: /^ENTERPRISE$/, read: items.enterpriseItem.read },
  { is: 'year', pk: new RegExp(`${P}#E#`), sk: /^Y#/, read: items.yearItem.read },
  {
    is: 'version',
    pk: new RegExp(`${OF}#E#`),
    sk: /^REV#/,
    read: (item, { programme = '' }) => versionAt(programme, item),
  },
  { is: 'stage', pk: new RegExp(`${P}#E#`), sk: /^STAGE#/, read: stageItem.read },
  { is: 'roster', pk: new RegExp(`${P}#F#`), sk: /./, read: items.enterpriseItem.read },
  {
    is: 'report',
    pk: new RegExp(`${OF}#M#(?<month>[^#]+)#(?<township>.+)$`),
    sk: /^R#(?<code>.+)$/,
    read: items.reportItem.read,
  },
  {
    is: 'tally',
    pk: new RegExp(`${OF}#M#(?<month>[^#]+)$`),
    sk: /^T#(?<township>.+)$/,
    read: items.tallyItem.read,
  },
  { is: 'action', pk: new RegExp(`${P}#M#[^#]+$`), sk: /^ACT#/, read: items.actionItem.read },
  { is: 'audit', pk: new RegExp(`${P}#A#`), sk: /^\d{8}$/, read: auditItem.read },
  { is: 'registry', pk: new RegExp(`${P}$`), sk: /^REGISTRY$/, read: registryHeadItem.read },
  { is: 'registry-entry', pk: new RegExp(`${P}#G$`), sk: /^\d{8}$/, read: registryEntryItem.read },
  { is: 'snapshot', pk: new RegExp(`${P}#S#`), sk: /^T#/, read: items.snapshotItem.read },
  { is: 'statistics', pk: new RegExp(`${P}#S#`), sk: /^STATISTICS$/, read: items.statisticsItem.read },
  { is: 'correction', pk: new RegExp(`${P}#C#`), sk: /#\d{8}$/, read: items.correctionItem.read },
  { is: 'mark', pk: /^IN#/, sk: /^IN$/, read: z.object({ ttl: z.number() }).parse },
  {
    is: 'pending',
    pk: /^OUT#/,
    sk: /^(?<queued>\d{15})#/,
    read: (item, { queued }) => pendingItem.read(item, { queued: Number(queued) }),
  },
  { is: 'push', pk: /^PUSH#/, sk: /^PUSH$/, read: pushOrPlan },
  { is: 'dead', pk: /^DEAD$/, sk: /./, read: ledgerItem.read },
  { is: 'lease', pk: /^LEASE#/, sk: /^LEASE$/, read: leaseItem.read },
  { is: 'restored', pk: /^RESTORED$/, sk: /^RESTORED$/, read: lostSpanItem.read },
]

const plain = (attribute: RawItem[string]): unknown => {
  if ('S' in attribute) return attribute.S
  if ('N' in attribute) return Number(attribute.N)
  return 'BOOL' in attribute ? attribute.BOOL : new Set(attribute.SS)
}

/** What kind of item this is, by its key alone. */
export const kindOf = ({ pk, sk }: { pk: string; sk: string }): string | undefined =>
  kinds.find((kind) => kind.pk.test(pk) && kind.sk.test(sk))?.is

/** The item's kind and what it says; throws where it is not what this version writes under its key. */
export const readItem = (raw: RawItem): { is: string; pk: string; sk: string; value: unknown } => {
  const item = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, plain(value)]))
  const { pk, sk } = z.object({ pk: z.string(), sk: z.string() }).parse(item)
  const kind = kinds.find((one) => one.pk.test(pk) && one.sk.test(sk))
  if (kind === undefined) throw new CorruptItem(`the item ${pk} ${sk} is of no known kind`)
  const caught = { ...kind.pk.exec(pk)?.groups, ...kind.sk.exec(sk)?.groups }
  return { is: kind.is, pk, sk, value: kind.read(item, caught) }
}

const Owned = z.looseObject({
  programme: z.string().optional(),
  push: z.looseObject({ programme: z.string() }).optional(),
  roles: z.array(z.looseObject({ programme: z.string() })).default([]),
  standIns: z.array(z.looseObject({ programme: z.string() })).default([]),
  handedOver: z.array(z.looseObject({ programme: z.string() })).default([]),
})

/** Whether an item is a programme's: by its key, or for people, chats and pushes by what it says. */
export const belongsTo = (programme: string, { pk, sk, value }: ReturnType<typeof readItem>): boolean => {
  const inKey = /^P#([^#]+)/.exec(pk)?.[1] ?? /^PUSHES#([^#]+)/.exec(sk)?.[1]
  if (inKey !== undefined || pk === 'PROGRAMMES') return (inKey ?? sk) === programme
  const said = Owned.safeParse(value)
  if (!said.success) return false
  const { programme: own, push, roles, standIns, handedOver } = said.data
  return [
    own,
    push?.programme,
    ...[...roles, ...standIns, ...handedOver].map((one) => one.programme),
  ].includes(programme)
}
