import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'
import * as z from 'zod'

dayjs.extend(utc)

/** A moment: milliseconds since 1970, UTC. */
export const Instant = z.number().int().nonnegative()
export type Instant = z.infer<typeof Instant>

/** A calendar day in Asia/Shanghai, `2023-04-19`. */
export const Day = z.iso.date({ error: '日期写作 2023-04-19' }).brand<'Day'>()
export type Day = z.infer<typeof Day>

/** Asia/Shanghai, the one zone of the product. China has kept UTC+8 without daylight saving since 1991. */
const SHANGHAI_OFFSET_MINUTES = 480

const local = (at: Instant) => dayjs.utc(at).utcOffset(SHANGHAI_OFFSET_MINUTES)

export const dayOf = (at: Instant): Day => Day.parse(local(at).format('YYYY-MM-DD'))

/** The moment of `time` (`17:00`) on `day` in Asia/Shanghai. */
export const instantOf = (day: Day, time: string): Instant => dayjs(`${day}T${time}:00+08:00`).valueOf()

/** `19` for `2023-04-19T19:30+08:00`. */
export const hourOf = (at: Instant): number => local(at).hour()

export const plusDays = (day: Day, days: number): Day =>
  Day.parse(dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD'))

/** `4月19日（周三）17:00` */
export const longTime = (at: Instant): string => `${dayAndWeek(dayOf(at))}${local(at).format('HH:mm')}`

/** `4月19日（周三）` */
export const dayAndWeek = (day: Day): string =>
  `${shortDay(day)}（周${'日一二三四五六'[dayjs.utc(day).day()]}）`

/** `4月19日` */
export const shortDay = (day: Day): string => dayjs.utc(day).format('M月D日')

/** `4月17日 15:42` */
export const shortTime = (at: Instant): string => local(at).format('M月D日 HH:mm')

/** `09:12` */
export const clockTime = (at: Instant): string => local(at).format('HH:mm')
