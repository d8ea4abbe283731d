import { describe, expect, it } from 'vitest'
import {
  clockTime,
  Day,
  dayAndWeek,
  dayOf,
  hourOf,
  instantOf,
  longTime,
  plusDays,
  shortTime,
} from '../../../shared/domain/instant.ts'

const at = (text: string) => new Date(text).valueOf()

describe('an instant, in Asia/Shanghai', () => {
  it.each([
    ['2023-04-19T15:59:59Z', '2023-04-19', 23],
    ['2023-04-19T16:00:00Z', '2023-04-20', 0],
    ['2022-12-31T16:00:00Z', '2023-01-01', 0],
    ['2024-02-28T16:00:00Z', '2024-02-29', 0],
  ])('%s is on %s, hour %i', (text, day, hour) => {
    expect([dayOf(at(text)), hourOf(at(text))]).toEqual([day, hour])
  })

  it('is made of a day and a clock time', () => {
    expect(instantOf(Day.parse('2023-04-19'), '17:00')).toBe(at('2023-04-19T09:00:00Z'))
  })

  it('reads as a person would say it', () => {
    const due = at('2023-04-19T09:05:00Z')
    expect([longTime(due), shortTime(due), clockTime(due)]).toEqual([
      '4月19日（周三）17:05',
      '4月19日 17:05',
      '17:05',
    ])
  })
})

describe('a day', () => {
  it.each(['2023-4-19', '2023-13-01', '2023-04-32', '2023-04-00', '4月19日'])('is not written %o', (text) => {
    expect(Day.safeParse(text).error?.issues[0]?.message).toBe('日期写作 2023-04-19')
  })

  it.each(['2023-02-29', '2023-02-30', '2023-04-31'])('is in the calendar, which %s is not', (text) => {
    expect(Day.safeParse(text).success).toBe(false)
  })

  it.each([
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-01-01', -1, '2022-12-31'],
  ])('%s plus %i is %s', (day, days, then) => {
    expect(plusDays(Day.parse(day), days)).toBe(then)
  })

  it.each([
    ['2023-04-16', '4月16日（周日）'],
    ['2023-04-22', '4月22日（周六）'],
  ])('%s reads %s', (day, text) => {
    expect(dayAndWeek(Day.parse(day))).toBe(text)
  })
})
