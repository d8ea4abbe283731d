import { describe, expect, it } from 'vitest'
import {
  longMonth,
  Month,
  monthOf,
  monthsFrom,
  nextMonth,
  plusMonths,
  previousMonth,
  publicationPeriod,
  sameMonthLastYear,
} from '../../../shared/domain/month.ts'

const month = (text: string) => Month.parse(text)

describe('a month', () => {
  it.each(['2023-3', '2023-00', '2023-13', '202303', '2023-03-01', '', '3月'])(
    'is not written %o',
    (text) => {
      expect(Month.safeParse(text).error?.issues[0]?.message).toBe('月份写作 2023-03')
    },
  )

  it.each([
    ['2023-03', 0, '2023-03'],
    ['2023-12', 1, '2024-01'],
    ['2023-01', -1, '2022-12'],
    ['2023-01', -13, '2021-12'],
    ['2024-02', 24, '2026-02'],
  ])('%s plus %i is %s', (from, months, to) => {
    expect(plusMonths(month(from), months)).toBe(to)
  })

  it('has a next, a previous and one a year before', () => {
    const january = month('2023-01')
    expect([nextMonth(january), previousMonth(january), sameMonthLastYear(january)]).toEqual([
      '2023-02',
      '2022-12',
      '2022-01',
    ])
  })

  it('is counted through, both ends included', () => {
    expect(monthsFrom(month('2022-11'), month('2023-02'))).toEqual([
      '2022-11',
      '2022-12',
      '2023-01',
      '2023-02',
    ])
    expect(monthsFrom(month('2023-02'), month('2023-01'))).toEqual([])
  })

  it('reads 2023年3月', () => {
    expect(longMonth(monthOf(2023, 3))).toBe('2023年3月')
  })

  it.each([
    ['2023-01', undefined],
    ['2023-02', { months: ['2023-01', '2023-02'], label: '1—2月' }],
    ['2023-03', { months: ['2023-03'], label: '3月' }],
    ['2023-12', { months: ['2023-12'], label: '12月' }],
  ])('%s is published as %o', (text, period) => {
    expect(publicationPeriod(month(text))).toEqual(period)
  })
})
