import { longTime } from '../../../shared/domain/instant.ts'
import { longMonth, type Month } from '../../../shared/domain/month.ts'
import { nameOf } from '../../../shared/domain/plan.ts'
import { doneCount, openCount, type Tally } from '../../../shared/domain/tally.ts'
import type { MonthRecord } from '../../../shared/ports.ts'
import type { Cast } from './cast.ts'
import { instantOfAction, type Situation } from './situation.ts'
import type { Step } from './view.ts'

/** What only a look at the reports, or at the chats, tells. */
export type Seen = { mistaken: boolean; read: boolean }

/** The six steps of a month, in which everything is done that matters; what is done is read from the store. */
export const tourOf = (situation: Situation, cast: Cast, seen: Seen): Step[] => {
  const { shown, month = shown?.month, plan, now } = situation
  const about = shown ?? (month && { month, state: 'none' as const })
  const [officer] = cast.officers
  const [staff] = cast.city
  const { township, leader } = cast
  if (about === undefined || !township || !officer || !staff || !leader) return []
  const tally = situation.tallies.find((one) => one.township === township)
  const at = (action: string) => {
    const instant = instantOfAction(plan.programme, about.month, action)
    return instant === undefined ? '' : longTime(instant)
  }
  const words = {
    month: longMonth(about.month),
    place: nameOf(plan.units, township),
    officer: officer.name,
    head: cast.heads[0]?.name ?? '分管负责同志',
    staff: staff.name,
    leader: leader.name,
    asks: at('confirm-opening'),
    due: shown ? longTime(shown.due) : at('close'),
    overdue: at('overdue-1'),
    closes: at('close'),
    publishes: at('prepare-publication'),
  }
  const isAsked = shown !== undefined
  const isClosed = isAsked && CLOSED.includes(shown.state)
  const isOpen = isAsked && shown.state !== 'confirming'
  const steps: Step[] = [
    {
      ...{ id: 'open', title: '开表', text: isAsked ? opening(words) : waiting(words), as: staff.person },
      ...(!isAsked && { action: 'next' }),
      done: isOpen,
    },
    {
      ...{ id: 'file', title: '当经办人填报', text: filing(words), as: officer.person },
      done: tally !== undefined && doneCount(tally.counts) > 0,
    },
    {
      ...{ id: 'mistake', title: '填错一个数', text: mistaking(words), as: officer.person },
      done: seen.mistaken,
    },
    {
      ...{ id: 'overdue', title: '逾期', text: overdue(words), as: officer.person, action: 'to-overdue' },
      done: isOverdue(tally, now),
    },
    {
      id: 'close',
      title: '结账',
      text: closing(words),
      as: staff.person,
      action: 'to-close',
      done: isClosed,
    },
    { ...reading(situation, about.month, cast, words), done: seen.read },
  ]
  return isClosed ? steps.map(tooLate) : steps
}

/** What can be done only before the close. */
const BEFORE_CLOSE = ['file', 'mistake', 'overdue']

const tooLate = (step: Step): Step => {
  if (step.done || !BEFORE_CLOSE.includes(step.id)) return step
  const { action, as, ...rest } = step
  return { ...rest, text: '这个月已经结账，下个月再试。', missed: true }
}

type Words = Record<'month' | 'place' | 'officer' | 'head' | 'staff' | 'leader', string> &
  Record<'asks' | 'due' | 'overdue' | 'closes' | 'publishes', string>

const CLOSED: readonly MonthRecord['state'][] = ['closed', 'held', 'published']

/** Somebody was late, or is. */
const isOverdue = (tally: Tally | undefined, now: number): boolean =>
  tally !== undefined && now > tally.due && (openCount(tally.counts) > 0 || tally.counts.late > 0)

const waiting = ({ month, asks, staff }: Words) =>
  `${month}还没到开表的日子。按“到那一刻”走到${asks}，市工信的${staff}就收到问是否开表的卡片。`
const opening = ({ month, staff }: Words) =>
  `现在你是市工信的${staff}。在${month}的卡片上按“开表”，各乡镇的经办人随即收到填报卡。`
const filing = ({ place, officer }: Words) =>
  `现在你是${place}的经办人${officer}。打开填报卡，填一两户就提交，其余的先空着，后面要用。`
const mistaking = ({ officer }: Words) =>
  `还是${officer}：再填一户，把销售写成“一百五”，或多写四个零，再提交。机器人当场指出，照它说的改好。`
const overdue = ({ due, overdue: day, officer, head }: Words) =>
  `不要报齐。按“到逾期第一天”，时间走过截止的${due}，到${day}：${officer}收到逾期提醒，分管的${head}也会知道。`
const closing = ({ closes }: Words) =>
  `想看全市的数，先在导演台按“让大家填报”和“审核”。再按“到结账”走到${closes}：数字从此定住。`

const reading = (
  { shown, plan }: Situation,
  month: Month,
  { city: [staff], leader, group }: Cast,
  words: Words,
): Omit<Step, 'done'> => {
  const step = { id: 'read', title: '当领导看统计' }
  if (shown?.state === 'published' && leader)
    return {
      ...step,
      text: `已发布。现在你是领导${words.leader}，到群里看${words.month}的统计分析。`,
      as: leader.person,
      ...(group !== undefined && { chat: group }),
    }
  const publishes = instantOfAction(plan.programme, month, 'prepare-publication') !== undefined
  if (!publishes) return { ...step, text: `${words.month}不单独发布，和2月一起看：接着走2月就好。` }
  return {
    ...step,
    text: `按“到发布那天”走到${words.publishes}，统计先送给${words.staff}：预览后按“发布”，再以领导${words.leader}到群里看。`,
    ...(staff && { as: staff.person }),
    action: 'to-publication',
  }
}
