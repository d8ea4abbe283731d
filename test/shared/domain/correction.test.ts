import { describe, expect, it } from 'vitest'
import { Correction, correctableUntil, isWaiting, standing } from '../../../shared/domain/correction.ts'
import { isValid, Permit } from '../../../shared/domain/permit.ts'
import { aReport, dueAt, figures } from '../../build/report.ts'

const DAY = 24 * 3_600_000
const { programme, month, township, code, name } = aReport()
const asked = Correction.parse({
  ...{ programme, month, township, number: 7, code, name, revision: 1, before: figures({ sales: 10 }) },
  ...{
    values: figures({ sales: 12 }),
    reason: '发票补开',
    by: 'ou_zhang',
    at: dueAt,
    expires: dueAt + 5 * DAY,
  },
  state: 'asked',
})

describe('更正申请', () => {
  it('waits until its last moment, and has lapsed a moment later', () => {
    expect([standing(asked, asked.expires), isWaiting(asked, asked.expires)]).toEqual(['asked', true])
    expect([standing(asked, asked.expires + 1), isWaiting(asked, asked.expires + 1)]).toEqual([
      'expired',
      false,
    ])
  })

  it.each(['applied', 'refused', 'withdrawn'] as const)(
    'that is %s stays so, however late it is',
    (state) => {
      const answered = { ...asked, state }
      expect([standing(answered, asked.expires + 1), isWaiting(answered, dueAt)]).toEqual([state, false])
    },
  )

  it('may be answered for so many days, never beyond the close of the month after', () => {
    expect(correctableUntil(5, dueAt, undefined)).toBe(dueAt + 5 * DAY)
    expect(correctableUntil(5, dueAt, { closes: dueAt + 30 * DAY })).toBe(dueAt + 5 * DAY)
    expect(correctableUntil(5, dueAt, { closes: dueAt + 2 * DAY })).toBe(dueAt + 2 * DAY)
  })

  it('cannot be made any more once the month after is closed', () => {
    expect(correctableUntil(5, dueAt, { closes: dueAt })).toBeUndefined()
  })
})

describe('例外', () => {
  const permit = Permit.parse({ by: 'ou_wang', at: dueAt, until: dueAt + DAY, reason: '系统故障' })

  it('holds until its end and no longer', () => {
    expect(isValid(permit, permit.until)).toBe(true)
    expect(isValid(permit, permit.until + 1)).toBe(false)
    expect(isValid(undefined, dueAt)).toBe(false)
  })
})
