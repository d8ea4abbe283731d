import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { figuresFor, makeCity } from '../../../../infra/local/city/city.ts'
import { makeRealCity } from '../../../../infra/local/city/real-city.ts'
import { Month } from '../../../../shared/domain/month.ts'
import { parentOf } from '../../../../shared/domain/unit.ts'
import { cumulativeShares, goodYears, monthlyRatios, off, quantiles, taxRates } from './measures.ts'
import { nantong } from './nantong.ts'

const months = ['2017-11', '2017-12', '2018-01', '2018-02']
const csvText = ['firm,name,month,sales_yuan,output_tax,input_tax']
  .concat(
    Array.from({ length: 40 }, (_, firm) =>
      months.map(
        (month, no) => `E${firm},***机械有限公司,${month},${1_000_000 * (no + 1)}.00,160000.00,120000.00`,
      ),
    ).flat(),
  )
  .filter((line) => !line.startsWith('E3,***机械有限公司,2018-01'))
  .join('\n')

describe('makeRealCity', () => {
  const city = makeRealCity({ plan: nantong, csvText, firstMonth: Month.parse('2018-01') })

  it('asks for sales and tax alone, in two townships a district', () => {
    expect(city.plan.programme.indicators.map(({ id }) => id)).toEqual(['sales', 'tax'])
    const townships = new Set(city.enterprises.map(({ unit }) => unit))
    const districts = new Set([...townships].map(parentOf))
    expect([townships.size, districts.size]).toEqual([19, 10])
  })

  it('takes what came before the first month as history, with its exact totals', () => {
    expect(city.years.map(({ year }) => year)).toEqual(Array.from({ length: 40 }, () => 2017))
    expect(city.totals.map(({ month, firms, sums }) => [month, firms, sums])).toEqual([
      ['2017-11', 40, { sales: 40 * 1_000_000, tax: 40 * 40_000 }],
      ['2017-12', 40, { sales: 40 * 2_000_000, tax: 40 * 40_000 }],
    ])
  })

  it('has the rest as the truth of the months to come; a month unknown of a firm is missing, not zero', () => {
    const [january, february] = ['2018-01', '2018-02'].map((month) => figuresFor(city, Month.parse(month)))
    expect([january?.size, february?.size]).toEqual([39, 40])
  })
})

const file = new URL('../../../../../shared/data/real-monthly-sales.csv', import.meta.url)

if (existsSync(file))
  describe('the invented city beside 213 real firms', () => {
    const real = makeRealCity({
      plan: nantong,
      csvText: readFileSync(file, 'utf8'),
      firstMonth: Month.parse('2020-01'),
    })
    const invented = makeCity({ plan: nantong, seed: 1, lastMonth: Month.parse('2022-12') })
    const both = (measure: (years: ReturnType<typeof goodYears>) => number[]) =>
      [measure(goodYears(invented.years)), measure(goodYears(real.years))] as const

    it('moves from month to month alike: the quartiles of log10, each within 0.2', () => {
      const [ours, theirs] = both((years) => quantiles(monthlyRatios(years), 0.25, 0.5, 0.75))
      expect(off(ours, theirs, 0.2)).toEqual([])
    })

    it('sells by March, June, September and November what they sell, each within 4 points', () => {
      const [ours, theirs] = both((years) =>
        [3, 6, 9, 11].flatMap((last) => quantiles(cumulativeShares(years, last), 0.5)),
      )
      expect(off(ours, theirs, 4)).toEqual([])
    })

    it('owes tax alike: the quartiles within 1 point of sales', () => {
      const [ours, theirs] = both((years) => quantiles(taxRates(years), 0.25, 0.5, 0.75))
      expect(off(ours, theirs, 1)).toEqual([])
    })

    it('replays January 2018 to December 2019 in figures that a card takes', () => {
      const replay = makeRealCity({
        plan: nantong,
        csvText: readFileSync(file, 'utf8'),
        firstMonth: Month.parse('2018-01'),
      })
      expect(replay.enterprises).toHaveLength(213)
      expect(figuresFor(replay, Month.parse('2018-01')).size).toBe(190)
      expect(figuresFor(replay, Month.parse('2019-12')).size).toBe(160)
    })
  })
