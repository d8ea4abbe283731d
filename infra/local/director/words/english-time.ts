import type { Instant } from '../../../../shared/domain/instant.ts'
import { type Month, monthNumber, yearOf } from '../../../../shared/domain/month.ts'

const formats = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const names = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

/** `Thu 9 March, 09:00` in Shanghai. */
export const timeIn = (at: Instant): string => {
  const part = Object.fromEntries(formats.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${part.weekday} ${part.day} ${part.month}, ${part.hour}:${part.minute}`
}

/** `February 2023` */
export const monthIn = (month: Month): string => `${names[monthNumber(month) - 1]} ${yearOf(month)}`
