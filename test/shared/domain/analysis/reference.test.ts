import { describe, expect, it } from 'vitest'
import { SCALE } from '../../../../shared/domain/amount.ts'
import { referenceOf } from '../../../../shared/domain/analysis/reference.ts'
import { Month } from '../../../../shared/domain/month.ts'
import { figures } from '../../../build/report.ts'

const history = (months: Record<string, Record<string, number>>) =>
  new Map(Object.entries(months).map(([month, values]) => [Month.parse(month), figures(values)]))
const may = Month.parse('2023-05')

describe('what a report is held against', () => {
  it('is nothing where nothing is known', () => {
    expect(referenceOf(new Map(), may)).toEqual({ months: 0 })
  })

  it('is last month, the same month last year, and the year so far', () => {
    const known = history({
      '2022-04': { sales: 1 },
      '2022-05': { sales: 20 },
      '2023-03': { sales: 300, staff: 5 },
      '2023-04': { sales: 4000 },
      '2023-05': { sales: 50_000 },
    })
    expect(referenceOf(known, may)).toMatchObject({
      last: { sales: 4000 },
      lastYear: { sales: 20 },
      yearToDate: { sales: 4300, staff: 5 },
      months: 4,
    })
  })

  it('has no year so far in January, and counts the year before from January to the month', () => {
    const known = history({ '2022-01': { sales: 7 }, '2022-02': { sales: 8 }, '2022-12': { sales: 9 } })
    const january = referenceOf(known, Month.parse('2023-01'))
    expect([january.yearToDate, january.lastYearToDate]).toEqual([undefined, { sales: 7 }])
  })

  it('compares the year with the year before only where both reported the same months', () => {
    const known = history({
      '2022-01': { sales: 1, tax: 1, power: 1 },
      '2022-02': { sales: 1, tax: 1 },
      '2022-03': { sales: 1, tax: 1, power: 1 },
      '2023-01': { sales: 1, tax: 1, power: 1 },
      '2023-02': { sales: 1, power: 1 },
    })
    expect(referenceOf(known, Month.parse('2023-03')).lastYearToDate).toEqual({ sales: 3 })
    expect(referenceOf(known, Month.parse('2023-04')).lastYearToDate).toBeUndefined()
  })

  it('takes the firm’s level from its months with positive sales', () => {
    const known = history({
      '2022-12': { sales: 10 * SCALE },
      '2023-01': { sales: 0 },
      '2023-02': { sales: -5 * SCALE },
      '2023-03': { sales: 1000 * SCALE },
      '2023-04': { sales: 100 * SCALE },
    })
    const { logMedian, logMad, months } = referenceOf(known, may)
    expect([logMedian, logMad, months]).toEqual([4.6052, Number(Math.LN10.toFixed(4)), 3])
  })

  it('looks back 24 months and no further', () => {
    const known = history({ '2021-04': { sales: SCALE }, '2021-05': { sales: SCALE } })
    expect(referenceOf(known, may).months).toBe(1)
  })

  it('takes 元 of sales per kWh from the months that have both', () => {
    const known = history({
      '2023-01': { sales: 30 * SCALE, power: 2 * SCALE },
      '2023-02': { sales: 10 * SCALE },
      '2023-03': { sales: 0, power: 2 * SCALE },
      '2023-04': { sales: 10 * SCALE, power: 0 },
    })
    expect(referenceOf(known, may).salesPerKwh).toBe(15)
  })

  it('takes ratios between figures from the last twelve months', () => {
    const known = history({
      '2022-04': { sales: 90 * SCALE, power: SCALE },
      '2022-05': { sales: 10 * SCALE, power: SCALE },
      '2023-04': { sales: 20 * SCALE, power: SCALE },
    })
    expect(referenceOf(known, may).salesPerKwh).toBe(15)
  })

  it('knows a tax rate from three months with tax and sales above zero on', () => {
    const two = { '2023-01': { sales: 1000, tax: 10 }, '2023-02': { sales: 1000, tax: 30 } }
    const silent = { '2022-11': { sales: 1000, tax: -5 }, '2022-12': { sales: 0, tax: 5 } }
    expect(referenceOf(history({ ...two, ...silent }), may)).not.toHaveProperty('taxRate')
    const { taxRate, taxRateMad } = referenceOf(history({ ...two, '2023-04': { sales: 1000, tax: 20 } }), may)
    expect([taxRate, taxRateMad]).toEqual([
      Number(Math.log(0.02).toFixed(4)),
      Number(Math.log(1.5).toFixed(4)),
    ])
  })

  it.each([
    [{}, undefined],
    [{ '2023-04': { sales: 1000, tax: 150 } }, 1],
    [{ '2023-04': { sales: 1000, tax: 140 } }, undefined],
    [{ '2023-04': { sales: 1000, tax: -20 } }, undefined],
    [{ '2023-04': { sales: 1000, tax: -21 }, '2023-03': { sales: 1000, tax: 150 } }, 2],
    [{ '2023-03': { sales: 1000, tax: 150 } }, undefined],
    [{ '2023-04': { sales: 0, tax: 150 } }, undefined],
    [{ '2023-04': { sales: 1000 } }, undefined],
    [{ '2023-04': { tax: 150 } }, undefined],
    [Object.fromEntries(['01', '02', '03', '04'].map((no) => [`2023-${no}`, { sales: 1000, tax: 150 }])), 3],
  ])('counts the months running before it with tax out of the band of sales: %j', (months, run) => {
    expect(referenceOf(history(months as Record<string, Record<string, number>>), may).taxRun).toBe(run)
  })
})
