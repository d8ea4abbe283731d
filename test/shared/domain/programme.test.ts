import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Day, instantOf } from '../../../shared/domain/instant.ts'
import { parsePlan } from '../../../shared/domain/plan.ts'
import { asksAt } from '../../../shared/domain/programme.ts'

const file = new URL('../../../shared/domain/programmes/nantong-2022-2024.json', import.meta.url)
const plan = parsePlan(JSON.parse(readFileSync(file, 'utf8')))
const { form: _, ...unapproved } = plan.programme
const form = {
  number: '通工信统〔2023〕1号',
  approval: '通统制表〔2023〕12号',
  validUntil: Day.parse('2024-12-31'),
}
const approved = { ...plan, programme: { ...unapproved, form } }

describe('a plan that asks under an approval', () => {
  it.each([
    ['2024-12-31', '00:00', true, 'the first moment of its last day'],
    ['2024-12-31', '23:59', true, 'the last minute of its last day'],
    ['2025-01-01', '00:00', false, 'the first moment of the day after, in Shanghai'],
    ['2025-06-01', '10:00', false, 'months later'],
  ])('on %s at %s has it: %s, %s', (day, time, has) => {
    const asked = asksAt(approved, instantOf(Day.parse(day), time))
    expect(asked.programme).toEqual(has ? approved.programme : unapproved)
  })

  it('keeps all else when the approval has run out, and is itself as it was', () => {
    const asked = asksAt({ ...approved, kept: 'beside it' }, instantOf(Day.parse('2025-01-01'), '00:00'))
    expect(asked).toEqual({ ...plan, programme: unapproved, kept: 'beside it' })
    expect(approved.programme.form).toEqual(form)
  })

  it('and has none, asks as it is', () => {
    const without = { ...plan, programme: unapproved }
    expect(asksAt(without, instantOf(Day.parse('2025-01-01'), '00:00'))).toBe(without)
  })
})
