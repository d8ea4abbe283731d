import { longTime } from '../../../shared/domain/instant.ts'
import { longMonth, nextMonth } from '../../../shared/domain/month.ts'
import { nameOf } from '../../../shared/domain/plan.ts'
import { doneCount, openCount, sumCounts, unreviewedCount } from '../../../shared/domain/tally.ts'
import { parentOf, type UnitPath } from '../../../shared/domain/unit.ts'
import type { LedgerRow, MonthRecord, PendingPush } from '../../../shared/ports.ts'
import { nextPlanned } from '../agenda-now.ts'
import { jumpOf, type Situation } from './situation.ts'
import type { Action, Line, Section } from './view.ts'
import type { WorkState } from './work.ts'

export type Outbox = Record<'answer' | 'bulk', readonly PendingPush[]> & { dead: readonly LedgerRow[] }

const states: Record<MonthRecord['state'], string> = {
  confirming: '等市里按“开表”',
  opening: '正在开表',
  open: '正在填报',
  closed: '已结账，等市里按“发布”',
  held: '已结账，暂缓发布',
  published: '已发布',
}

/** The instant to which “到那一刻” goes, and what happens then. */
export const nextMoment = ({ plan, month, shown, now }: Situation) => {
  const first = month ?? (shown && nextMonth(shown.month))
  if (first === undefined) return undefined
  return nextPlanned(plan, first, now) ?? nextPlanned(plan, nextMonth(first), now)
}

/** What is planned next, and the ways there. */
export const agendaSection = (situation: Situation, work: WorkState): Section => {
  const { month, record, shown } = situation
  const next = nextMoment(situation)
  const state = record ? states[record.state] : shown ? states[shown.state] : '还没到开表的日子'
  const about = record?.month ?? shown?.month ?? month
  const jump = (id: string, label: string): Action =>
    actionOf(work, { id, label, disabled: jumpOf(id, situation) === undefined })
  return {
    id: 'agenda',
    title: '日程',
    lines: [
      { label: about ? longMonth(about) : '本月', value: about ? state : '方案里的月份都办完了' },
      ...(record ? [{ label: '截止', value: longTime(record.due) }] : []),
      ...(record ? [{ label: '结账', value: longTime(record.closes) }] : []),
      { label: '下一个日程', value: next ? `${longTime(next.at)}，${next.says}` : '没有了' },
    ],
    actions: [
      actionOf(work, { id: 'next', label: '到那一刻', primary: true, disabled: next === undefined }),
      jump('to-overdue', '到逾期第一天'),
      jump('to-close', '到结账'),
      jump('to-publication', '到发布那天'),
    ],
  }
}

/** How far the month is, district by district. */
export const progressSection = ({ plan, shown, tallies }: Situation): Section[] => {
  if (shown === undefined || tallies.length === 0) return []
  const sum = sumCounts(tallies.map(({ counts }) => counts))
  const districts = new Map<UnitPath, typeof tallies>()
  for (const tally of tallies) {
    const district = parentOf(tally.township) ?? tally.township
    districts.set(district, [...(districts.get(district) ?? []), tally])
  }
  const rows = [...districts].map(([district, own]) => {
    const counts = sumCounts(own.map((one) => one.counts))
    const figures = [counts.firms, doneCount(counts), unreviewedCount(counts), counts.by.accepted]
    return [nameOf(plan.units, district), ...figures.map(String)]
  })
  const open = openCount(sum)
  return [
    {
      id: 'progress',
      title: `${longMonth(shown.month)}进度`,
      lines: [
        { label: '已报', value: `${doneCount(sum)} / ${sum.firms} 户`, ...(open === 0 && { tone: 'good' }) },
        { label: '待说明', value: `${sum.questioned} 户`, ...(sum.questioned > 0 && { tone: 'warn' }) },
        { label: '退回未改', value: `${sum.by.returned} 户`, ...(sum.by.returned > 0 && { tone: 'warn' }) },
        { label: '迟报', value: `${sum.late} 户`, ...(sum.late > 0 && { tone: 'warn' }) },
      ],
      rows: [['地区', '应报', '已报', '待审', '已审'], ...rows],
      actions: [],
    },
  ]
}

/** What the people can be set to do by themselves. */
export const peopleSection = ({ month, record, tallies }: Situation, work: WorkState): Section => {
  const { running, said } = work
  const isOpen = record?.state === 'open'
  const sum = sumCounts(isOpen ? tallies.map(({ counts }) => counts) : [])
  const nothing = !isOpen || openCount(sum) === 0
  const lines: Line[] = [
    ...(running ? [{ label: '正在', value: running.doing }] : []),
    ...(said ? [{ label: '刚才', value: said.say, tone: said.tone }] : []),
  ]
  return {
    id: 'people',
    title: '让大家动起来',
    lines: lines.length > 0 ? lines : [{ label: '说明', value: '每个人都在自己的卡片上按，会话里看得见。' }],
    actions: [
      actionOf(work, { id: 'file-slowly', label: '让大家填报（慢）', disabled: nothing }),
      actionOf(work, { id: 'file-quickly', label: '让大家填报（快）', disabled: nothing }),
      actionOf(work, { id: 'review', label: '审核', disabled: !isOpen || unreviewedCount(sum) === 0 }),
      actionOf(work, { id: 'play', label: '演完这个月', confirm: PLAY, disabled: month === undefined }),
      { id: 'stop', label: '停下', disabled: running === undefined },
    ],
  }
}

const PLAY = '所有人会自己填报、催报、审核，时间一直走到统计发布。几分钟内做完，中途可以停下。'

/** What waits to be sent, and what can never be. */
export const sendingSection = ({ answer, bulk, dead }: Outbox): Section => {
  const count = (pushes: readonly unknown[]) =>
    pushes.length < MOST_PENDING ? `${pushes.length}` : `${MOST_PENDING} 多`
  return {
    id: 'sending',
    title: '发送',
    lines: [
      { label: '等待发送 · 答复', value: `${count(answer)} 条` },
      { label: '等待发送 · 通知', value: `${count(bulk)} 条` },
      { label: '发不出去', value: `${dead.length} 条`, tone: dead.length > 0 ? 'bad' : 'good' },
    ],
    ...(dead.length > 0 && { rows: [['消息', '原因'], ...dead.slice(-10).map(deadRow)] }),
    actions: [],
  }
}

/** So many are counted, no more are read. */
export const MOST_PENDING = 500

const deadRow = ({ push, result }: LedgerRow): string[] => [push.kind, 'why' in result ? result.why : '']

/** While something runs, it shows how far it is and nothing else can be begun. */
const actionOf = ({ running }: WorkState, action: Action): Action => {
  if (running === undefined) return action
  if (running.id !== action.id) return { ...action, disabled: true }
  return { ...action, running: true, ...(running.progress !== undefined && { progress: running.progress }) }
}
