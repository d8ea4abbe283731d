import { describe, expect, it } from 'vitest'
import { SCALE } from '../../../../shared/domain/amount.ts'
import { byInfluence, influenceOf, totalsBefore } from '../../../../shared/domain/rules/influence.ts'
import { aReport, figures } from '../../../build/report.ts'
import { programme } from '../../../build/snapshot.ts'

const sales = (units: number) => figures({ sales: units * SCALE })
const moved = (name: string, now: number, before: number) =>
  aReport({ name, figures: sales(now), reference: { last: sales(before) } })

describe('influence on the total', () => {
  it('is how far a figure lies from last month’s, in percent of what the domain came to', () => {
    const totals = figures({ sales: 2_000 * SCALE })
    expect(influenceOf(moved('甲', 150, 100), totals, programme)).toBe(2.5)
    expect(influenceOf(moved('甲', 50, 100), totals, programme)).toBe(2.5)
  })

  it('is of several figures the largest', () => {
    const report = aReport({
      figures: figures({ sales: 110, staff: 20 }),
      reference: { last: figures({ sales: 100, staff: 10 }) },
    })
    expect(influenceOf(report, { sales: 1_000, staff: 100 }, programme)).toBe(10)
  })

  it('is held against the firm’s own median where last month is silent, and else against nothing', () => {
    const totals = { sales: 1_000 * SCALE, tax: 100 * SCALE }
    const known = aReport({ figures: sales(150), reference: { logMedian: Math.log(100) } })
    expect(influenceOf(known, totals, programme)).toBeCloseTo(5)
    expect(influenceOf(aReport({ figures: sales(150) }), totals, programme)).toBe(15)
    const taxed = aReport({ figures: figures({ tax: 2 * SCALE }), reference: { logMedian: 5 } })
    expect(influenceOf(taxed, totals, programme)).toBe(2)
  })

  it('counts the distance from what a department has where that is larger', () => {
    const report = { ...moved('甲', 150, 150), beside: sales(100) }
    expect(influenceOf(report, { sales: 1_000 * SCALE }, programme)).toBe(5)
    expect(influenceOf({ ...report, beside: sales(150) }, { sales: 1_000 * SCALE }, programme)).toBe(0)
  })

  it('is none where nothing is filed, and where the domain came to nothing', () => {
    expect(influenceOf(aReport({ reference: { last: sales(5) } }), { sales: 1 }, programme)).toBe(0)
    expect(influenceOf(moved('甲', 150, 100), {}, programme)).toBe(0)
    expect(influenceOf(moved('甲', 150, 100), { sales: -5 }, programme)).toBe(0)
  })
})

describe('a queue', () => {
  it('begins with what moves the total most, whatever the firm is called', () => {
    const firms = [
      moved('small, doubled', 20, 10),
      moved('large, a little', 1_050, 1_000),
      moved('the same', 5, 5),
    ]
    const totals = totalsBefore(firms)
    expect(totals).toEqual({ sales: 1_015 * SCALE })
    expect(byInfluence(firms, totals, programme).map(({ name }) => name)).toEqual([
      'large, a little',
      'small, doubled',
      'the same',
    ])
  })

  it('has no total of firms without a last month', () => {
    expect(totalsBefore([aReport()])).toEqual({})
  })
})
