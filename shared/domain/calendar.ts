import chineseDays from 'chinese-days'
import { type Day, plusDays } from './instant.ts'
import type { CalendarOverride } from './programme.ts'

/**
 * The last year whose holidays and make-up working days `chinese-days` 1.5.7 knows. For a later one it silently answers
 * by weekends alone, which is wrong for a month's most important days, so such a year is not answered at all.
 */
const LAST_KNOWN_YEAR = 2026
const FIRST_KNOWN_YEAR = 2004

/** The last year without a gap that the table, or the programme's override, knows. */
export const knownUntil = ({ years }: CalendarOverride): number => {
  let year = LAST_KNOWN_YEAR
  while (years.includes(year + 1)) year++
  return year
}

/** A year that neither the holiday table nor the programme's override knows: nobody guesses. */
export type UnknownYear = { is: 'unknown-year'; year: number }

export const isUnknown = (answer: Day | UnknownYear | boolean): answer is UnknownYear =>
  typeof answer === 'object'

/** Working days of a programme: the State Council's holidays and 调休, with what the programme's data adds or mends. */
export const calendar = ({ years, rest, work }: CalendarOverride) => {
  const isWorkday = (day: Day): boolean | UnknownYear => {
    if (rest.includes(day)) return false
    if (work.includes(day)) return true
    const year = Number(day.slice(0, 4))
    if ((year < FIRST_KNOWN_YEAR || year > LAST_KNOWN_YEAR) && !years.includes(year))
      return { is: 'unknown-year', year }
    return chineseDays.isWorkday(day)
  }

  /** The day itself when it is a working day, else the next one (节假日顺延). */
  const workdayFrom = (day: Day): Day | UnknownYear => {
    for (let at = day; ; at = plusDays(at, 1)) {
      const works = isWorkday(at)
      if (isUnknown(works)) return works
      if (works) return at
    }
  }

  /** So many working days after `day`, or before it when negative; the day itself need not be one. */
  const plusWorkdays = (day: Day, days: number): Day | UnknownYear => {
    let at = day
    for (let left = Math.abs(days); left > 0; ) {
      at = plusDays(at, Math.sign(days))
      const works = isWorkday(at)
      if (isUnknown(works)) return works
      if (works) left--
    }
    return at
  }

  return { isWorkday, workdayFrom, plusWorkdays }
}
