import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'

/** Words of a command: a month is told from a unit by its digits, whichever comes first. */
export type UnitAndMonth = { unit?: string; month?: Month }

const month = /^\d{4}[-年./]?\d{1,2}月?$/

/** `如皋市 2023-03`, `2023年3月`, `如皋市`, or nothing. */
export const UnitAndMonthWords = z.array(z.string()).transform((words, context): UnitAndMonth => {
  const months = words.filter((word) => month.test(word))
  const units = words.filter((word) => !month.test(word))
  if (months.length > 1 || units.length > 1) {
    context.addIssue({ code: 'custom', message: '一次只问一个地区、一个月份。' })
    return z.NEVER
  }
  const [unit] = units
  const [text] = months
  if (text === undefined) return unit === undefined ? {} : { unit }
  const [, year = '', number = ''] = /^(\d{4})[-年./]?(\d{1,2})/.exec(text) ?? []
  const read = Month.safeParse(`${year}-${number.padStart(2, '0')}`)
  if (!read.success) {
    context.addIssue({ code: 'custom', message: '月份写作 2023-03。' })
    return z.NEVER
  }
  return { ...(unit !== undefined && { unit }), month: read.data }
})
