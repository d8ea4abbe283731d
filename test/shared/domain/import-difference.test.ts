import { describe, expect, it } from 'vitest'
import { differencesOf, differingFirms } from '../../../shared/domain/import-difference.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { aReport, figures } from '../../build/report.ts'
import { programme } from '../../build/snapshot.ts'

const one = (units: number) => Math.round(units * 10_000)
const firm = (filed: number, theirs: number, about: Partial<Report> = {}) =>
  aReport({
    state: 'submitted',
    figures: figures({ sales: one(filed) }),
    beside: figures({ sales: one(theirs) }),
    ...about,
  })
const percents = (report: Report) => differencesOf(report, programme).map(({ percent }) => percent)

describe('a difference from the department', () => {
  it.each([
    [112.5, 100, [12.5]],
    [88, 100, [12]],
    [100.5, 100, []],
    [100, 100, []],
    [5, 0, [undefined]],
    [-5, -10, [50]],
  ])('of %d and %d is %j percent', (filed, theirs, percent) => {
    expect(percents(firm(filed, theirs))).toEqual(percent)
  })

  it('is none where one side is missing, or the firm is not in the totals', () => {
    expect(percents(firm(1, 2, { beside: figures({ tax: 1 }) }))).toEqual([])
    expect(percents(aReport({ state: 'submitted', figures: figures({ sales: one(5) }) }))).toEqual([])
    expect(percents(firm(1, 2, { state: 'returned' }))).toEqual([])
    expect(percents(firm(1, 2, { state: 'inactive' }))).toEqual([])
  })
})

describe('the list of differences', () => {
  it('begins with the largest of each figure, whatever its unit', () => {
    const power = aReport({
      ...{ name: '电', state: 'accepted', figures: figures({ power: one(3) }) },
      beside: figures({ power: one(2) }),
    })
    const firms = [
      firm(101, 100, { name: '小' }),
      firm(1_500, 1_000, { name: '大' }),
      firm(7, 7, { name: '同' }),
      power,
    ]
    const names = differingFirms(firms, programme).map(({ report }) => report.name)
    expect(names).toEqual(['电', '大', '小'])
    expect(differingFirms([], programme)).toEqual([])
  })

  it('places a firm by its largest figure', () => {
    const [both] = differingFirms(
      [firm(2, 1, { figures: figures({ sales: 2, tax: 9 }), beside: figures({ sales: 1, tax: 3 }) })],
      programme,
    )
    expect(both?.differences.map(({ indicator, size }) => [indicator.id, size])).toEqual([
      ['sales', 1],
      ['tax', 6],
    ])
  })
})
