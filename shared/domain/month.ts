import * as z from 'zod'

/** A calendar month, `2023-03`. Reports, tallies and snapshots carry one; nothing asks what "the current month" is. */
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写作 2023-03')
  .brand<'Month'>()
export type Month = z.infer<typeof Month>

export const yearOf = (month: Month): number => Number(month.slice(0, 4))

/** 1 for January … 12 for December. */
export const monthNumber = (month: Month): number => Number(month.slice(5))

export const monthOf = (year: number, number: number): Month =>
  Month.parse(`${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`)

export const plusMonths = (month: Month, months: number): Month => {
  const index = yearOf(month) * 12 + monthNumber(month) - 1 + months
  return monthOf(Math.floor(index / 12), (index % 12) + 1)
}

export const previousMonth = (month: Month): Month => plusMonths(month, -1)
export const nextMonth = (month: Month): Month => plusMonths(month, 1)
export const sameMonthLastYear = (month: Month): Month => plusMonths(month, -12)

/** Every month from `first` to `last`, both included; empty when `last` comes before `first`. */
export const monthsFrom = (first: Month, last: Month): Month[] => {
  const months: Month[] = []
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month)
  return months
}

/** `3月` */
export const shortMonth = (month: Month): string => `${monthNumber(month)}月`
/** `2023年3月` */
export const longMonth = (month: Month): string => `${yearOf(month)}年${shortMonth(month)}`

/**
 * What one publication covers. The trade never shows January alone: the Spring Festival wanders between January and
 * February, so February's publication covers both and January has none.
 */
export const publicationPeriod = (month: Month): { months: Month[]; label: string } | undefined => {
  if (monthNumber(month) === 1) return undefined
  if (monthNumber(month) === 2) return { months: [previousMonth(month), month], label: '1—2月' }
  return { months: [month], label: shortMonth(month) }
}
