import { describe, expect, it } from 'vitest'
import { calendar, isUnknown, knownUntil } from '../../../shared/domain/calendar.ts'
import { Day } from '../../../shared/domain/instant.ts'

const day = (text: string) => Day.parse(text)
const none = { years: [], rest: [], work: [] }
const days = calendar(none)

describe('a working day', () => {
  it.each([
    ['2023-04-17', true, 'a Monday'],
    ['2023-04-22', false, 'a Saturday'],
    ['2023-04-23', true, 'a Sunday worked for May'],
    ['2023-04-05', false, '清明, a Wednesday'],
    ['2023-05-06', true, 'a Saturday worked for May'],
    ['2023-01-24', false, 'the Spring Festival'],
    ['2023-01-28', true, 'a Saturday worked for the Spring Festival'],
    ['2026-10-10', true, 'the last day of the holiday table, a Saturday worked'],
  ])('%s: %s, %s', (text, works) => {
    expect(days.isWorkday(day(text))).toBe(works)
  })

  it.each([
    ['2027-01-01', 2027],
    ['2003-12-31', 2003],
  ])('is not guessed for %s', (text, year) => {
    expect(days.isWorkday(day(text))).toEqual({ is: 'unknown-year', year })
  })

  it('is what the programme says before what the table says', () => {
    const own = calendar({
      years: [2027],
      rest: [day('2027-01-01'), day('2023-04-17')],
      work: [day('2027-01-02')],
    })
    const asked = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04', '2023-04-17']
    expect(asked.map((text) => own.isWorkday(day(text)))).toEqual([false, true, false, true, false])
  })

  it('that the programme names needs no year of it', () => {
    const own = calendar({ years: [], rest: [day('2027-01-01')], work: [day('2027-01-04')] })
    const asked = ['2027-01-01', '2027-01-04', '2027-01-05']
    expect(asked.map((text) => own.isWorkday(day(text)))).toEqual([
      false,
      true,
      { is: 'unknown-year', year: 2027 },
    ])
  })
})

describe('counting working days', () => {
  it.each([
    ['2023-04-15', '2023-04-17'],
    ['2023-04-17', '2023-04-17'],
    ['2023-04-22', '2023-04-23'],
    ['2023-09-29', '2023-10-07'],
    ['2026-10-05', '2026-10-08'],
  ])('from %s the next is %s', (from, to) => {
    expect(days.workdayFrom(day(from))).toBe(to)
  })

  it.each([
    ['2023-04-17', 2, '2023-04-19'],
    ['2023-04-21', 1, '2023-04-23'],
    ['2023-04-23', -1, '2023-04-21'],
    ['2023-10-07', -1, '2023-09-28'],
    ['2023-04-22', 0, '2023-04-22'],
  ])('%s and %i more is %s', (from, more, to) => {
    expect(days.plusWorkdays(day(from), more)).toBe(to)
  })

  it('stops at a year that nobody knows, whichever way it comes', () => {
    const unknown = { is: 'unknown-year', year: 2027 }
    expect([
      days.workdayFrom(day('2027-01-01')),
      days.plusWorkdays(day('2026-12-31'), 1),
      days.plusWorkdays(day('2026-12-30'), 1),
    ]).toEqual([unknown, unknown, '2026-12-31'])
  })

  it('says which answer is none', () => {
    expect([
      isUnknown({ is: 'unknown-year', year: 2027 }),
      isUnknown(true),
      isUnknown(day('2023-04-17')),
    ]).toEqual([true, false, false])
  })
})

describe('the last year that is known', () => {
  it.each([
    ['is that of the holiday table', [], 2026],
    ['is the year that the programme adds after it', [2027], 2027],
    ['runs on through years that the programme adds in any order', [2028, 2027], 2028],
    ['stops before the first year that is missing', [2028], 2026],
    ['does not go back to a year that the programme mends', [2023], 2026],
  ])('%s: %j, so %i', (_, years, last) => {
    expect(knownUntil({ ...none, years })).toBe(last)
  })

  it.each([[[]], [[2027]], [[2028]]])(
    'is the last one whose days are answered without a gap, with %j',
    (years) => {
      const own = { ...none, years }
      const last = knownUntil(own)
      const [answered, next] = [`${last}-12-31`, `${last + 1}-01-01`].map((text) =>
        calendar(own).isWorkday(day(text)),
      )
      expect(answered).toBeTypeOf('boolean')
      expect(next).toEqual({ is: 'unknown-year', year: last + 1 })
    },
  )
})
