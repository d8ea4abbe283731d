import { dayOf, type Instant } from '../../../shared/domain/instant.ts'
import { Month, monthsFrom, plusMonths, previousMonth, yearOf } from '../../../shared/domain/month.ts'
import { agenda } from '../../../shared/domain/schedule.ts'
import type { Tally } from '../../../shared/domain/tally.ts'
import type { MonthRecord, Plan, Store } from '../../../shared/ports.ts'
import { isInHand } from '../agenda-now.ts'

/** The city as the store and the clock have it. */
export type Situation = {
  now: Instant
  plan: Plan
  /** The month to be worked on: the one in hand, else the next one; undefined when the plan is through. */
  month?: Month
  /** Its record, once the city has been asked. */
  record?: MonthRecord
  /** What is shown: the month in hand, else the last one that ended. */
  shown?: MonthRecord
  tallies: Tally[]
}

const MONTHS_AHEAD = 3

export const situationAt = async (store: Store, programme: string, now: Instant): Promise<Situation> => {
  const [plan, records] = await Promise.all([store.plan(programme), store.months(programme)])
  if (plan === undefined) throw new Error('数据库里还没有这座城市的方案。')
  const record = records.find((one) => isInHand(one, now))
  const month = record?.month ?? comingMonth(plan, records, now)
  const shown = record ?? records.find(({ state }) => state === 'published')
  const tallies = shown ? await store.tallies(programme, shown.month) : []
  return { now, plan, tallies, ...(month && { month }), ...(record && { record }), ...(shown && { shown }) }
}

/** The first month that was never asked for and can still be opened. */
const comingMonth = (
  { programme }: Plan,
  records: readonly MonthRecord[],
  now: Instant,
): Month | undefined => {
  const last = previousMonth(Month.parse(dayOf(now).slice(0, 7)))
  return monthsFrom(last, plusMonths(last, MONTHS_AHEAD)).find((month) => {
    const closes = instantOfAction(programme, month, 'close')
    return (
      programme.years.includes(yearOf(month)) &&
      !records.some((record) => record.month === month) &&
      closes !== undefined &&
      closes > now
    )
  })
}

/** When an action of a month is planned; undefined when it has none or its day is not known. */
export const instantOfAction = (
  programme: Plan['programme'],
  month: Month,
  action: string,
): Instant | undefined => {
  const planned = agenda(programme, month).find((one) => one.action === action)
  return planned && 'at' in planned ? planned.at : undefined
}

const jumps: Record<string, { action: string; from: readonly MonthRecord['state'][] }> = {
  'to-overdue': { action: 'overdue-1', from: ['open'] },
  'to-close': { action: 'close', from: ['open'] },
  'to-publication': { action: 'prepare-publication', from: ['open', 'closed', 'held'] },
}

/** Where a jump leads; undefined where it is behind, or where the month would pass by without having been opened. */
export const jumpOf = (id: string, { plan, record, now }: Situation): Instant | undefined => {
  const jump = jumps[id]
  if (jump === undefined || record === undefined || !jump.from.includes(record.state)) return undefined
  const at = instantOfAction(plan.programme, record.month, jump.action)
  return at !== undefined && at > now ? at : undefined
}
