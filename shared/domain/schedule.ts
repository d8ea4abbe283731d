import { calendar, isUnknown, type UnknownYear } from './calendar.ts'
import { Day, dayOf, hourOf, type Instant, instantOf, plusDays } from './instant.ts'
import { type Month, monthNumber, nextMonth } from './month.ts'
import type { CalendarOverride, Programme } from './programme.ts'

/** One thing that the agenda does, and when; blocked where its day needs a year that nobody knows. */
export type PlannedAction = { action: string; at: Instant } | { action: string; blocked: string }

/** The days that a month is fixed by when it is opened. */
export type Terms = { due: Instant; explainBy: Instant; closes: Instant }

type Anchor = 'opening' | 'due' | 'close'

/** The ladder of cards.md §7: each action so many working days from an anchor day, at a clock time. */
const ladder: readonly { action: string; from: Anchor; workdays: number; time: string }[] = [
  { action: 'confirm-opening', from: 'opening', workdays: -1, time: '09:00' },
  { action: 'remind-before', from: 'due', workdays: -1, time: '09:00' },
  { action: 'remind-due', from: 'due', workdays: 0, time: '14:00' },
  { action: 'overdue-1', from: 'due', workdays: 1, time: '09:00' },
  { action: 'overdue-2', from: 'due', workdays: 2, time: '09:00' },
  { action: 'overdue-3', from: 'due', workdays: 3, time: '09:00' },
  { action: 'prepare-publication', from: 'close', workdays: 1, time: '09:00' },
]

const dayIn = (month: Month, number: number): Day => Day.parse(`${month}-${String(number).padStart(2, '0')}`)

/** The day on which townships are asked about `month`: a day of the month after, moved to a working day. */
const openDayOf = ({ calendar: override, openDay }: Programme, month: Month): Day | UnknownYear =>
  calendar(override).workdayFrom(dayIn(nextMonth(month), openDay))

/**
 * The day by which figures are due: from the table, else the tax filing day (moved by holidays) plus working days.
 * March 2023: 15 April is a Saturday, so tax is filed by Monday the 17th, and figures are due on Wednesday the 19th.
 */
const dueDayOf = ({ calendar: override, due }: Programme, month: Month): Day | UnknownYear => {
  const kept = due.table[month]
  if (kept !== undefined) return kept
  const days = calendar(override)
  const filing = days.workdayFrom(dayIn(nextMonth(month), due.taxFilingDay))
  return isUnknown(filing) ? filing : days.plusWorkdays(filing, due.plusWorkdays)
}

const after = (programme: Programme, day: Day | UnknownYear, workdays: number): Day | UnknownYear =>
  isUnknown(day) ? day : calendar(programme.calendar).plusWorkdays(day, workdays)

/** Due day, explanations and close, or the year that blocks them until an override is given. */
export const termsOf = (programme: Programme, month: Month): Terms | { blocked: string } => {
  const due = dueDayOf(programme, month)
  const explainBy = after(programme, due, programme.explainWorkdays)
  const closes = after(programme, due, programme.closeWorkdays)
  const { time } = programme.due
  if (isUnknown(due)) return { blocked: String(due.year) }
  if (isUnknown(explainBy)) return { blocked: String(explainBy.year) }
  if (isUnknown(closes)) return { blocked: String(closes.year) }
  return { due: instantOf(due, time), explainBy: instantOf(explainBy, time), closes: instantOf(closes, time) }
}

/** Everything that is planned for a month, in the order of the ladder. */
export const agenda = (programme: Programme, month: Month): PlannedAction[] => {
  const due = dueDayOf(programme, month)
  const anchors: Record<Anchor, Day | UnknownYear> = {
    opening: openDayOf(programme, month),
    due,
    close: after(programme, due, programme.closeWorkdays),
  }
  const planned = (action: string, day: Day | UnknownYear, time: string): PlannedAction =>
    isUnknown(day) ? { action, blocked: String(day.year) } : { action, at: instantOf(day, time) }
  return [
    ...ladder
      // January is published together with February.
      .filter(({ action }) => action !== 'prepare-publication' || monthNumber(month) !== 1)
      .map(({ action, from, workdays, time }) =>
        planned(action, after(programme, anchors[from], workdays), time),
      ),
    ...Array.from({ length: programme.closeWorkdays }, (_, index) =>
      planned(`review-${index + 1}`, after(programme, due, index + 1), '09:00'),
    ),
    planned('close', anchors.close, programme.due.time),
  ]
}

const QUIET_FROM = 20
const QUIET_UNTIL = '09:00'
const NOON = { from: 12, until: '14:00' }

/**
 * The first moment from `at` on that is outside 静默: 20:00 to 9:00, 12:00 to 14:00, days off. Where the calendar does
 * not know the year, only the hours count: a push a day early is better than none.
 */
export const quietUntil = (override: CalendarOverride, at: Instant): Instant => {
  const today = dayOf(at)
  if (calendar(override).isWorkday(today) === false) return morningAfter(override, today)
  const hour = hourOf(at)
  if (hour >= QUIET_FROM) return morningAfter(override, today)
  if (hour < hourOf(instantOf(today, QUIET_UNTIL))) return instantOf(today, QUIET_UNTIL)
  if (hour >= NOON.from && hour < hourOf(instantOf(today, NOON.until))) return instantOf(today, NOON.until)
  return at
}

const morningAfter = (override: CalendarOverride, day: Day): Instant => {
  const next = plusDays(day, 1)
  const workday = calendar(override).workdayFrom(next)
  return instantOf(isUnknown(workday) ? next : workday, QUIET_UNTIL)
}
