import type { Instant } from '../domain/instant.ts'
import type { Month } from '../domain/month.ts'
import type { OpenId, Role } from '../domain/person.ts'
import type { Push, Recipient } from '../domain/push.ts'
import {
  chasedCount,
  explainedCount,
  hasExplained,
  openCount,
  type Tally,
  unreviewedCount,
} from '../domain/tally.ts'
import { levelOf, parentOf, type UnitPath, within } from '../domain/unit.ts'
import type { Chat, Plan, Ports, Post } from '../ports.ts'
import { planPushes } from './plan-pushes.ts'
import { whomToAsk } from './whom-to-ask.ts'

/**
 * The ladder of reminders (cards.md §7) as data: at each rung, who hears what, and about which townships. A rung is one
 * digest per person however many townships are theirs; the notice looks again when it is sent, so whoever has filed
 * meanwhile hears nothing.
 */
type Rung = {
  kind: string
  to: readonly (Role | 'district-group')[]
  about: (tally: Tally) => boolean
  proactive: boolean
  /** To those too who have explained. */
  always?: boolean
}

/** Still owing figures that nobody has explained: 说明困难 stops the ladder for what it stands for. */
const owes = (tally: Tally): boolean => chasedCount(tally) > 0
/** The close is said to every township that left firms, explained or not: it reminds of nothing any more. */
const unfiled = (tally: Tally): boolean => openCount(tally.counts) > 0
const unreviewed = (tally: Tally): boolean => unreviewedCount(tally.counts) > 0

const ladder = {
  'remind-before': [{ kind: 'remind', to: ['officer'], about: owes, proactive: true }],
  'remind-due': [{ kind: 'remind', to: ['officer'], about: owes, proactive: true }],
  'overdue-1': [
    { kind: 'overdue', to: ['officer'], about: owes, proactive: true },
    { kind: 'overdue-head', to: ['head'], about: owes, proactive: false },
  ],
  'overdue-2': [
    { kind: 'overdue-district', to: ['district-group'], about: owes, proactive: false },
    { kind: 'overdue-reviewer', to: ['district'], about: owes, proactive: false },
  ],
  'overdue-3': [{ kind: 'overdue-city', to: ['city'], about: owes, proactive: false }],
  close: [
    { kind: 'month-closed', to: ['officer'], about: unfiled, proactive: true, always: true },
    { kind: 'month-closed', to: ['head'], about: unfiled, proactive: false },
  ],
  review: [{ kind: 'review', to: ['district'], about: unreviewed, proactive: false }],
  'review-leader': [{ kind: 'review-leader', to: ['leader'], about: unreviewed, proactive: false }],
} as const satisfies Record<string, readonly Rung[]>
export type RungName = keyof typeof ladder

type Chase = { plan: Plan; month: Month; rung: RungName; at: Instant; key: string }

/** Plans the pushes of one rung. Running it twice plans nothing twice: ids are made from the rung and the recipient. */
export const chaseOverdue = async (ports: Ports, chase: Chase): Promise<void> => {
  const { id } = chase.plan.programme
  const [tallies, posts, chats] = await Promise.all([
    ports.store.tallies(id, chase.month),
    ports.store.people(id, { at: chase.at }),
    ports.store.chats(id),
  ])
  const steps: readonly Rung[] = ladder[chase.rung]
  for (const step of steps) {
    const about = tallies.filter(step.about)
    const units = about.map((tally) => tally.township)
    const persons = whomToAsk(posts)
      .filter((one) => step.to.includes(one.role) && isAbout(one, about, step))
      .map(({ person }) => person)
    const groups = step.to.includes('district-group')
      ? districtGroups(chats).filter(({ unit }) => units.some((one) => within(one, unit)))
      : []
    await planPushes(ports, [
      ...[...new Set(persons)].map((person) => pushOf(chase, step, { person }, person)),
      ...groups.map((chat) => pushOf(chase, step, { chat: chat.id }, chat.id)),
    ])
  }
}

/**
 * Leaders of a district hear of their district; the city's leaders are left alone by the ladder, and so is an officer who
 * has explained.
 */
const isAbout = (
  { person, role, unit, standIn }: Post,
  about: readonly Tally[],
  { always = false }: Pick<Rung, 'always'>,
): boolean =>
  (role !== 'leader' || parentOf(unit) !== undefined) &&
  about.some(
    (tally) =>
      within(tally.township, unit) &&
      !(role === 'officer' && !always && hasExplained(tally, standIn?.for ?? person)),
  )

/** The groups that stand for a whole district; those of a city or of one township hear nothing of the ladder. */
const districtGroups = (chats: readonly Chat[]): (Chat & { unit: UnitPath })[] =>
  chats.flatMap((chat) => {
    const { unit, inside } = chat
    return inside && unit !== undefined && levelOf(unit) === 'district' ? [{ ...chat, unit }] : []
  })

const pushOf = (chase: Chase, step: Rung, to: Recipient, recipient: OpenId | string): Push => ({
  id: `${step.kind}:${chase.key}:${chase.month}:${recipient}`,
  lane: 'bulk',
  due: chase.at,
  kind: step.kind,
  programme: chase.plan.programme.id,
  month: chase.month,
  to,
  facts: {},
  quiet: true,
  proactive: step.proactive,
  ...(step.kind === 'overdue-district' && { thread: districtThread(chase.plan, chase.month, recipient) }),
})

/** The one message about a month in a district's group, changed in place until everybody has filed. */
const districtThread = (plan: Plan, month: Month, chat: string): string =>
  `overdue-district:${plan.programme.id}:${month}:${chat}`

/**
 * Changes the message in a district's group when what it says has changed (报齐即原地更新). `shown` is what each group
 * was last told; the answer is what they are told now. A change before the message has gone out waits for it.
 */
export const refreshDistricts = async (
  ports: Ports,
  { plan, month, at }: Omit<Chase, 'rung' | 'key'>,
  shown: readonly string[],
): Promise<string[]> => {
  const { id } = plan.programme
  const [tallies, chats] = await Promise.all([ports.store.tallies(id, month), ports.store.chats(id)])
  const pushes: Push[] = []
  const now: string[] = []
  for (const { id: chat, unit } of districtGroups(chats)) {
    const state = tallies
      .filter(({ township }) => within(township, unit))
      .map((tally) => `${openCount(tally.counts)}r${tally.counts.by.returned}d${explainedCount(tally)}`)
      .join('.')
    const key = `${chat}=${state}`
    const before = shown.find((one) => one.startsWith(`${chat}=`)) ?? key
    const thread = districtThread(plan, month, chat)
    const changes = before !== key && (await ports.store.ledger(thread)) !== undefined
    now.push(changes ? key : before)
    if (changes) pushes.push(updateOf({ plan, month, at }, chat, thread))
  }
  await planPushes(ports, pushes)
  return now
}

const updateOf = (
  { plan, month, at }: Omit<Chase, 'rung' | 'key'>,
  chat: Chat['id'],
  thread: string,
): Push => ({
  id: `overdue-district:${at}:${month}:${chat}`,
  lane: 'bulk',
  due: at,
  kind: 'overdue-district',
  programme: plan.programme.id,
  month,
  to: { chat },
  facts: { update: true },
  quiet: false,
  proactive: false,
  thread,
})
