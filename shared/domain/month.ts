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

/** A month as somebody speaks of it, to be told from the month in hand. */
type Spoken = (inHand: Month) => Month

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const NUMBER = `\\d{1,2}|元|${NUMERALS.toReversed().join('|')}`
const written = [
  RegExp(`^(?<year>\\d{4})[-./年]?(?<number>${NUMBER})月?份?$`),
  RegExp(`^(?<year>\\d{2})年(?<number>${NUMBER})月份?$`),
  RegExp(`^(?<back>今年|去年|前年)?(?<number>${NUMBER})月份?$`),
]
const YEARS_BACK: Record<string, number> = { 今年: 0, 去年: 1, 前年: 2 }
const MONTHS_BACK: Record<string, number> = { 本月: 0, 这个月: 0, 当月: 0, 上月: 1, 上个月: 1 }

/**
 * Reads what people type for a month: `2023-02`, `2023.2`, `2023/02`, `202302`, `2023年2月`, `二月`, `去年2月`, `上月`.
 * Without a year it is the newest such month that does not come after the one in hand. `wrong`: a month in form, and
 * there is none of that number; undefined: no month at all.
 *
 * readMonth('12月')(2023-03) = 2022-12
 */
export const readMonth = (text: string): Spoken | 'wrong' | undefined => {
  const word = text.normalize('NFKC').trim()
  const monthsBack = MONTHS_BACK[word]
  if (monthsBack !== undefined) return (inHand) => plusMonths(inHand, -monthsBack)
  const parts = written.map((form) => form.exec(word)?.groups).find((groups) => groups !== undefined)
  if (parts === undefined) return undefined
  const { year, number = '', back = '' } = parts
  const count = number === '元' ? 1 : NUMERALS.indexOf(number) + 1 || Number(number)
  if (count < 1 || count > 12) return 'wrong'
  if (year !== undefined) return () => monthOf(year.length === 2 ? 2000 + Number(year) : Number(year), count)
  return (inHand) => {
    const yearsBack = YEARS_BACK[back] ?? (count > monthNumber(inHand) ? 1 : 0)
    return monthOf(yearOf(inHand) - yearsBack, count)
  }
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
