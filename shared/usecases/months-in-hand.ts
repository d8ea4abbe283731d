import { dayOf, type Instant } from '../domain/instant.ts'
import { Month, monthsFrom, plusMonths, yearOf } from '../domain/month.ts'
import type { Plan } from '../ports.ts'

/** A month is asked for when it is over, and everything about it ends within the three months after. */
export const monthsInHand = ({ programme }: Plan, now: Instant): Month[] => {
  const running = Month.parse(dayOf(now).slice(0, 7))
  return monthsFrom(plusMonths(running, -3), plusMonths(running, -1)).filter((month) =>
    programme.years.includes(yearOf(month)),
  )
}
