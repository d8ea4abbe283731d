import { nextMonth } from '../../../shared/domain/month.ts'
import { nameOf } from '../../../shared/domain/plan.ts'
import { doneCount, openCount, sumCounts, unreviewedCount } from '../../../shared/domain/tally.ts'
import { parentOf, type UnitPath } from '../../../shared/domain/unit.ts'
import type { LedgerRow, PendingPush } from '../../../shared/ports.ts'
import { nextPlanned } from '../agenda-now.ts'
import { jumpOf, type Situation } from './situation.ts'
import type { Action, Line, Section } from './view.ts'
import type { Words } from './words/words.ts'
import type { WorkState } from './work.ts'

export type Outbox = Record<'answer' | 'bulk', readonly PendingPush[]> & { dead: readonly LedgerRow[] }

/** The instant to which the agenda's first button goes, and what happens then. */
export const nextMoment = ({ plan, month, shown, now }: Situation) => {
  const first = month ?? (shown && nextMonth(shown.month))
  if (first === undefined) return undefined
  return nextPlanned(plan, first, now) ?? nextPlanned(plan, nextMonth(first), now)
}

/** What is planned next, and the ways there. */
export const agendaSection = (situation: Situation, work: WorkState, words: Words): Section => {
  const { month, record, shown } = situation
  const next = nextMoment(situation)
  const says = words.agenda
  const state = (record ?? shown)?.state
  const about = record?.month ?? shown?.month ?? month
  const jump = (id: string, label: string): Action =>
    actionOf(work, { id, label, disabled: jumpOf(id, situation) === undefined })
  return {
    id: 'agenda',
    title: says.title,
    lines: [
      {
        label: about ? words.month(about) : says.thisMonth,
        value: about ? (state ? says.states[state] : says.notYet) : says.allDone,
      },
      ...(record ? [{ label: says.due, value: words.time(record.due) }] : []),
      ...(record ? [{ label: says.closes, value: words.time(record.closes) }] : []),
      { label: says.next, value: next ? says.planned(next) : says.none },
    ],
    actions: [
      actionOf(work, { id: 'next', label: says.toNext, primary: true, disabled: next === undefined }),
      jump('to-overdue', says.toOverdue),
      jump('to-close', says.toClose),
      jump('to-publication', says.toPublication),
    ],
  }
}

/** How far the month is, district by district. */
export const progressSection = ({ plan, shown, tallies }: Situation, words: Words): Section[] => {
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
  const says = words.progress
  const warned = (label: string, count: number): Line => ({
    ...{ label, value: says.firms(count) },
    ...(count > 0 && { tone: 'warn' }),
  })
  return [
    {
      id: 'progress',
      title: says.title(shown.month),
      lines: [
        {
          ...{ label: says.filed, value: says.of(doneCount(sum), sum.firms) },
          ...(openCount(sum) === 0 && { tone: 'good' }),
        },
        warned(says.questioned, sum.questioned),
        warned(says.returned, sum.by.returned),
        warned(says.late, sum.late),
      ],
      rows: [says.head, ...rows],
      actions: [],
    },
  ]
}

/** What the people can be set to do by themselves. */
export const peopleSection = (
  { month, record, tallies }: Situation,
  work: WorkState,
  words: Words,
): Section => {
  const { running, said } = work
  const says = words.people
  const isOpen = record?.state === 'open'
  const sum = sumCounts(isOpen ? tallies.map(({ counts }) => counts) : [])
  const nothing = !isOpen || openCount(sum) === 0
  const lines: Line[] = [
    ...(running ? [{ label: says.doing, value: running.doing(words) }] : []),
    ...(said ? [{ label: says.said, value: said.say(words), tone: said.tone }] : []),
  ]
  return {
    id: 'people',
    title: says.title,
    lines: lines.length > 0 ? lines : [{ label: says.about, value: says.hint }],
    actions: [
      actionOf(work, { id: 'file-slowly', label: says.fileSlowly, disabled: nothing }),
      actionOf(work, { id: 'file-quickly', label: says.fileQuickly, disabled: nothing }),
      actionOf(work, { id: 'review', label: says.review, disabled: !isOpen || unreviewedCount(sum) === 0 }),
      actionOf(work, { id: 'play', label: says.play, confirm: says.playAsks, disabled: month === undefined }),
      { id: 'stop', label: says.stop, disabled: running === undefined },
    ],
  }
}

/** What waits to be sent, and what can never be. */
export const sendingSection = ({ answer, bulk, dead }: Outbox, { sending: says }: Words): Section => {
  const count = ({ length }: readonly unknown[]) =>
    length < MOST_PENDING ? says.messages(length) : says.atLeast(MOST_PENDING)
  return {
    id: 'sending',
    title: says.title,
    lines: [
      { label: says.answers, value: count(answer) },
      { label: says.notices, value: count(bulk) },
      { label: says.dead, value: says.messages(dead.length), tone: dead.length > 0 ? 'bad' : 'good' },
    ],
    ...(dead.length > 0 && { rows: [says.head, ...dead.slice(-10).map(deadRow)] }),
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
