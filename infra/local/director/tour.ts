import type { Month } from '../../../shared/domain/month.ts'
import { nameOf } from '../../../shared/domain/plan.ts'
import { doneCount, openCount, type Tally } from '../../../shared/domain/tally.ts'
import type { MonthRecord } from '../../../shared/ports.ts'
import type { Cast } from './cast.ts'
import { instantOfAction, type Situation } from './situation.ts'
import type { Step } from './view.ts'
import type { TourNames } from './words/tour.ts'
import type { Words } from './words/words.ts'

/** What only a look at the reports, or at the chats, tells: `arrived` names the steps whose card is there. */
export type Seen = { mistaken: boolean; read: boolean; arrived: ReadonlySet<string> }

/** The six steps of a month, in which everything is done that matters; what is done is read from the store. */
export const tourOf = (situation: Situation, cast: Cast, seen: Seen, words: Words): Step[] => {
  const { shown, month = shown?.month, plan, now } = situation
  const about = shown ?? (month && { month, state: 'none' as const })
  const [officer] = cast.officers
  const [staff] = cast.city
  const { township, leader } = cast
  if (about === undefined || !township || !officer || !staff || !leader) return []
  const tally = situation.tallies.find((one) => one.township === township)
  const at = (action: string) => {
    const instant = instantOfAction(plan.programme, about.month, action)
    return instant === undefined ? '' : words.time(instant)
  }
  const { titles, ...says } = words.tour
  const names = {
    month: words.month(about.month),
    place: nameOf(plan.units, township),
    officer: officer.name,
    head: cast.heads[0]?.name ?? says.head,
    staff: staff.name,
    leader: leader.name,
    asks: at('confirm-opening'),
    due: shown ? words.time(shown.due) : at('close'),
    overdue: at('overdue-1'),
    closes: at('close'),
    publishes: at('prepare-publication'),
  }
  const isAsked = shown !== undefined
  const isClosed = isAsked && CLOSED.includes(shown.state)
  const isOpen = isAsked && shown.state !== 'confirming'
  const steps: Step[] = [
    {
      ...{ id: 'open', title: titles.open, text: (isAsked ? says.opening : says.waiting)(names) },
      ...{ as: staff.person, ...(!isAsked && { action: 'next' }) },
      done: isOpen,
    },
    {
      ...{ id: 'file', title: titles.file, text: says.filing(names), as: officer.person },
      done: tally !== undefined && doneCount(tally.counts) > 0,
    },
    {
      ...{ id: 'mistake', title: titles.mistake, text: says.mistaking(names), as: officer.person },
      done: seen.mistaken,
    },
    {
      ...{ id: 'overdue', title: titles.overdue, text: says.overdue(names), as: officer.person },
      ...{ action: 'to-overdue', done: isOverdue(tally, now) },
    },
    {
      ...{ id: 'close', title: titles.close, text: says.closing(names), as: staff.person },
      ...{ action: 'to-close', done: isClosed },
    },
    { ...reading(situation, about.month, cast, { words, names }), done: seen.read },
  ]
  const coming = steps.map((step) =>
    isComing(step, shown) && !seen.arrived.has(step.id) ? { ...step, waits: true } : step,
  )
  return isClosed ? coming.map((step) => tooLate(step, says.tooLate)) : coming
}

/** Something was done that sends a card to whoever does this step. */
const isComing = ({ id, done }: Step, shown: MonthRecord | undefined): boolean =>
  !done &&
  (id === 'read' ? shown?.state === 'published' : ['open', 'file'].includes(id) && shown !== undefined)

/** What can be done only before the close. */
const BEFORE_CLOSE = ['file', 'mistake', 'overdue']

const tooLate = (step: Step, text: string): Step => {
  if (step.done || !BEFORE_CLOSE.includes(step.id)) return step
  const { action, as, ...rest } = step
  return { ...rest, text, missed: true }
}

const CLOSED: readonly MonthRecord['state'][] = ['closed', 'held', 'published']

/** Somebody was late, or is. */
const isOverdue = (tally: Tally | undefined, now: number): boolean =>
  tally !== undefined && now > tally.due && (openCount(tally.counts) > 0 || tally.counts.late > 0)

const reading = (
  { shown, plan }: Situation,
  month: Month,
  { city: [staff], leader, group }: Cast,
  { words, names }: { words: Words; names: TourNames },
): Omit<Step, 'done'> => {
  const { titles, published, publishing, notAlone } = words.tour
  const step = { id: 'read', title: titles.read }
  if (shown?.state === 'published' && leader)
    return {
      ...{ ...step, text: published(names), as: leader.person },
      ...(group !== undefined && { chat: group }),
    }
  if (instantOfAction(plan.programme, month, 'prepare-publication') === undefined)
    return { ...step, text: notAlone(names) }
  return {
    ...{ ...step, text: publishing(names), action: 'to-publication' },
    ...(staff && { as: staff.person }),
  }
}
