import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Day, instantOf, longTime } from '../../../shared/domain/instant.ts'
import { Month } from '../../../shared/domain/month.ts'
import { parsePlan } from '../../../shared/domain/plan.ts'
import { agenda, quietUntil, termsOf } from '../../../shared/domain/schedule.ts'

const file = new URL('../../../shared/domain/programmes/nantong-2022-2024.json', import.meta.url)
const { programme } = parsePlan(JSON.parse(readFileSync(file, 'utf8')))
const shown = (month: string, given = programme) =>
  Object.fromEntries(
    agenda(given, Month.parse(month)).map((one) => [
      one.action,
      'at' in one ? longTime(one.at) : one.blocked,
    ]),
  )
const at = (day: string, time: string) => instantOf(Day.parse(day), time)

describe('the agenda', () => {
  it('plans March 2023 around a Saturday and a make-up Sunday', () => {
    expect(shown('2023-03')).toEqual({
      'confirm-opening': '4月7日（周五）09:00',
      'remind-before': '4月18日（周二）09:00',
      'remind-due': '4月19日（周三）14:00',
      'overdue-1': '4月20日（周四）09:00',
      'overdue-2': '4月21日（周五）09:00',
      'overdue-3': '4月23日（周日）09:00',
      'prepare-publication': '4月27日（周四）09:00',
      'review-1': '4月20日（周四）09:00',
      'review-2': '4月21日（周五）09:00',
      'review-3': '4月23日（周日）09:00',
      'review-4': '4月24日（周一）09:00',
      'review-5': '4月25日（周二）09:00',
      'review-6': '4月26日（周三）09:00',
      close: '4月26日（周三）17:00',
    })
  })

  it('publishes nothing for January alone', () => {
    expect(Object.keys(shown('2023-01'))).not.toContain('prepare-publication')
  })

  it('takes the due day from the table before the rule', () => {
    const given = {
      ...programme,
      due: { ...programme.due, table: { [Month.parse('2023-03')]: Day.parse('2023-04-14') } },
    }
    expect(shown('2023-03', given)['remind-due']).toBe('4月14日（周五）14:00')
  })

  it('guesses nothing for a year that the holiday table does not know, until an override is given', () => {
    expect(termsOf(programme, Month.parse('2026-12'))).toEqual({ blocked: '2027' })
    expect(shown('2026-12')['remind-due']).toBe('2027')
    const calendar = { years: [2027], rest: [], work: [] }
    expect(termsOf({ ...programme, calendar }, Month.parse('2026-12'))).toEqual({
      due: at('2027-01-19', '17:00'),
      explainBy: at('2027-01-21', '17:00'),
      closes: at('2027-01-27', '17:00'),
    })
  })
})

describe('a year that nobody knows', () => {
  const dueOn = (day: string) => ({
    ...programme,
    due: { ...programme.due, table: { [Month.parse('2026-11')]: Day.parse(day) } },
  })
  const november = Month.parse('2026-11')

  it.each([
    ['2026-12-31', 'explanations'],
    ['2026-12-28', 'the close'],
  ])('blocks the terms of a due day on %s for the sake of %s', (day) => {
    expect(termsOf(dueOn(day), november)).toEqual({ blocked: '2027' })
  })

  it('blocks nothing that ends before it', () => {
    expect(termsOf(dueOn('2026-12-18'), november)).toMatchObject({ closes: at('2026-12-28', '17:00') })
  })

  it('blocks each action alone: what falls before it stays planned', () => {
    expect(shown('2026-11', dueOn('2026-12-30'))).toMatchObject({
      'confirm-opening': '12月9日（周三）09:00',
      'remind-due': '12月30日（周三）14:00',
      'overdue-1': '12月31日（周四）09:00',
      'overdue-2': '2027',
      close: '2027',
      'prepare-publication': '2027',
    })
  })
})

describe('quiet hours', () => {
  it.each([
    ['2023-04-18', '10:00', '2023-04-18', '10:00'],
    ['2023-04-18', '08:00', '2023-04-18', '09:00'],
    ['2023-04-18', '12:30', '2023-04-18', '14:00'],
    ['2023-04-18', '20:00', '2023-04-19', '09:00'],
    ['2023-04-21', '21:00', '2023-04-23', '09:00'],
    ['2023-04-22', '10:00', '2023-04-23', '09:00'],
  ])('from %s %s last until %s %s', (day, time, untilDay, until) => {
    expect(quietUntil(programme.calendar, at(day, time))).toBe(at(untilDay, until))
  })

  it('count by the clock alone where the calendar does not know the year', () => {
    expect(quietUntil(programme.calendar, at('2027-01-01', '10:00'))).toBe(at('2027-01-01', '10:00'))
    expect(quietUntil(programme.calendar, at('2027-01-01', '21:00'))).toBe(at('2027-01-02', '09:00'))
  })
})
