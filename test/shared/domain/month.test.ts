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
  readMonth,
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

  describe('as people type it', () => {
    const read = (text: string, inHand = '2023-03') => {
      const spoken = readMonth(text)
      return typeof spoken === 'function' ? spoken(month(inHand)) : spoken
    }

    it.each([
      ['2023-02', '2023-02'],
      ['2023-2', '2023-02'],
      ['2023.2', '2023-02'],
      ['2023/02', '2023-02'],
      ['202302', '2023-02'],
      ['２０２３年２月', '2023-02'],
      ['2023年二月', '2023-02'],
      ['23年2月', '2023-02'],
      ['2月', '2023-02'],
      ['02月', '2023-02'],
      ['2月份', '2023-02'],
      ['二月', '2023-02'],
      ['元月', '2023-01'],
      ['3月', '2023-03'],
      ['十二月', '2022-12'],
      ['11月', '2022-11'],
      ['去年2月', '2022-02'],
      ['前年二月', '2021-02'],
      ['今年12月', '2023-12'],
      ['本月', '2023-03'],
      ['这个月', '2023-03'],
      ['上月', '2023-02'],
      ['上个月', '2023-02'],
    ])('%s is %s where March 2023 is in hand', (text, meant) => {
      expect(read(text)).toBe(meant)
    })

    it('goes back over the turn of a year', () => {
      expect(read('上月', '2023-01')).toBe('2022-12')
    })

    it.each(['13月', '0月', '2023-13', '2023年00月', '202313'])('%s is in form a month, and none', (text) => {
      expect(readMonth(text)).toBe('wrong')
    })

    it.each(['如皋市', '2023', '2', '三月街道', '', '月', '2023年'])('%o is no month', (text) => {
      expect(readMonth(text)).toBeUndefined()
    })
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
