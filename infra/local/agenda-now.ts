import { setTimeout as sleep } from 'node:timers/promises'
import { dayOf, type Instant, longTime } from '../../shared/domain/instant.ts'
import { longMonth, Month, previousMonth } from '../../shared/domain/month.ts'
import type { OpenId, Role } from '../../shared/domain/person.ts'
import { agenda } from '../../shared/domain/schedule.ts'
import { doneCount, openCount, sumCounts, type Tally } from '../../shared/domain/tally.ts'
import { within } from '../../shared/domain/unit.ts'
import type { MonthRecord, Plan, Store } from '../../shared/ports.ts'
import { dynamoStore } from '../../shared/store/store.ts'
import { nextDue } from '../../shared/usecases/run-agenda.ts'
import { TABLE } from './app.ts'
import { clientOf, nantong } from './demonstration.ts'
import type { Urls } from './world.ts'

/** What is done, what comes next, and in whose chat to look for it. */
type Now = { done: string; next: string; look: Role }

/** What each point of the agenda does, and who hears of it. */
const steps: Record<string, { says: string; look: Role }> = {
  'confirm-opening': { says: '问市级人员是否开表', look: 'city' },
  'remind-before': { says: '提醒未报齐的经办人：明天截止', look: 'officer' },
  'remind-due': { says: '提醒未报齐的经办人：今天截止', look: 'officer' },
  'overdue-1': { says: '逾期第一天，催经办人和分管领导', look: 'officer' },
  'overdue-2': { says: '逾期第二天，告诉区里和区群', look: 'district' },
  'overdue-3': { says: '逾期第三天，告诉市级人员', look: 'city' },
  close: { says: '结账', look: 'city' },
  'prepare-publication': { says: '把统计分析送市级人员预览，等“发布”', look: 'city' },
}
const review = { says: '提醒区里审核', look: 'district' } as const

/** The city as it is at `now`, in sentences for whoever has just started it. */
export const situationOf = async (urls: Urls, now: Instant): Promise<string> => {
  const client = clientOf(urls)
  const store = dynamoStore(client, TABLE, { wall: () => Date.now(), sleep: (ms) => sleep(ms) })
  try {
    const { id } = nantong.programme
    const plan = (await store.plan(id)) ?? nantong
    const record = (await store.months(id)).find((one) => isInHand(one, now))
    const tallies = record ? await store.tallies(id, record.month) : []
    const { done, next, look } = record ? inHand(plan, record, tallies, now) : between(plan, now)
    const person = await somebody(store, plan, look, tallies)
    const chat = person === undefined ? '/' : `/?as=${person.id}`
    return [
      `城市里的时间是 ${longTime(now)}。`,
      done,
      `下一步：${next}`,
      `看${person?.name ?? '所有人'}的会话：${urls.sandbox}${chat}`,
    ].join('\n')
  } finally {
    client.destroy()
  }
}

/** A month that nobody opened in time, or that is published, waits for nothing. */
export const isInHand = ({ state, closes }: MonthRecord, now: Instant): boolean =>
  state !== 'published' && !(state === 'confirming' && now >= closes)

const inHand = (plan: Plan, record: MonthRecord, tallies: readonly Tally[], now: Instant): Now => {
  const month = longMonth(record.month)
  switch (record.state) {
    case 'confirming':
      return {
        done: `已问市级人员 ${month}是否开表，还没有人按“开表”，乡镇没有收到任何消息。`,
        next: `在市级人员的会话里按“开表”，${longTime(record.closes)}结账前有效。`,
        look: 'city',
      }
    case 'opening':
      return {
        done: `${month}已有人按“开表”，正在冻结名册、发填报卡。`,
        next: '经办人陆续收到填报卡。',
        look: 'officer',
      }
    case 'closed':
    case 'held':
    case 'published':
      return {
        done: `${month}已结账${record.state === 'held' ? '，发布暂缓' : '，还没有发布'}。`,
        next: comesNext(plan, record, now)?.next ?? '在市级人员的会话里按“发布”，或发“/待办”。',
        look: 'city',
      }
    case 'open': {
      const sum = sumCounts(tallies.map(({ counts }) => counts))
      const done = `${month}已开表，应报 ${sum.firms} 户，已报 ${doneCount(sum)} 户，截止 ${longTime(record.due)}。`
      return { done, ...(comesNext(plan, record, now) ?? { next: '结账。', look: 'city' }) }
    }
  }
}

const comesNext = (
  plan: Plan,
  { month }: Pick<MonthRecord, 'month'>,
  now: Instant,
): Omit<Now, 'done'> | undefined => {
  const next = nextPlanned(plan, month, now)
  return next && { next: `${longTime(next.at)}，${longMonth(month)}：${next.says}。`, look: next.look }
}

/** The first of a month's planned actions after `now`: when, which, what it does in words, and who hears of it. */
export const nextPlanned = (
  { programme }: Plan,
  month: Month,
  now: Instant,
): { at: Instant; action: string; says: string; look: Role } | undefined => {
  const coming = agenda(programme, month)
    .flatMap((planned) => ('at' in planned && planned.at > now ? [planned] : []))
    .toSorted((a, b) => a.at - b.at)
  const [first] = coming
  return first && { at: first.at, action: first.action, ...(steps[first.action] ?? review) }
}

const LONG_MS = 62 * 24 * 3_600_000

/** No month is in hand: the next is asked for on its day, which may be this one. */
const between = (plan: Plan, now: Instant): Now => {
  const asking = agenda(plan.programme, previousMonth(Month.parse(dayOf(now).slice(0, 7))))
  const isDue = (action: string) =>
    asking.some((planned) => planned.action === action && 'at' in planned && planned.at <= now)
  const at = nextDue(plan, now, now + LONG_MS)
  const next = at === undefined ? '这个方案的月份都办完了。' : `${longTime(at)}，问市级人员是否开表。`
  return isDue('confirm-opening') && !isDue('close')
    ? { done: '今天该问市级人员是否开表。', next: '卡片马上就到市级人员的会话，请刷新。', look: 'city' }
    : { done: '现在没有要办的月份。', next, look: 'city' }
}

/** One person of the role; of the officers, one who still owes figures. */
const somebody = async (
  store: Store,
  plan: Plan,
  role: Role,
  tallies: readonly Tally[],
): Promise<{ id: OpenId; name: string } | undefined> => {
  const people = await store.people(plan.programme.id, { role })
  const owing = tallies.filter(({ counts }) => openCount(counts) > 0)
  const one = people.find(({ unit }) => owing.some(({ township }) => within(township, unit)))
  const found = one ?? people[0]
  return found && { id: found.person, name: found.name }
}
