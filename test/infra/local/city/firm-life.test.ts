import { describe, expect, it } from 'vitest'
import { figuresFor, makeCity } from '../../../../infra/local/city/city.ts'
import { Month, monthOf, monthsFrom } from '../../../../shared/domain/month.ts'
import { cumulativeShares, goodYears, monthlyRatios, monthsOf, off, quantiles, taxRates } from './measures.ts'
import { nantong } from './nantong.ts'

const WAN = 10_000
const city = makeCity({ plan: nantong, seed: 1, lastMonth: Month.parse('2023-02') })
const years = goodYears(city.years).filter(({ year }) => year >= 2021)
const everyMonth = city.years.flatMap(monthsOf)
const share = <T>(of: readonly T[], which: (one: T) => boolean) => of.filter(which).length / of.length

/** Each firm's true sales of a year in 万元. */
const trueSales = (year: number): Map<string, number> => {
  const sales = new Map<string, number>()
  for (const month of monthsFrom(monthOf(year, 1), monthOf(year, 12)))
    for (const [code, figures] of figuresFor(city, month))
      sales.set(code, (sales.get(code) ?? 0) + (figures.sales ?? 0) / WAN)
  return sales
}
const [sales2022, sales2023] = [trueSales(2022), trueSales(2023)]

describe('a year of sales', () => {
  it('lies inside the pool of 500 to 2,000 万元 for 85 to 92 firms of 100', () => {
    const inPool = share([...sales2022.values()], (sales) => sales >= 500 && sales < 2000)
    expect(off([100 * inPool], [88.5], 3.5)).toEqual([])
  })

  it('reaches 22 % by March, 45 % by June, 71 % by September, 89 % by November, each within 2.5 points', () => {
    const medians = [3, 6, 9, 11].flatMap((last) => quantiles(cumulativeShares(years, last), 0.5))
    expect(off(medians, [22, 45, 71, 89], 2.5)).toEqual([])
  })

  it('dips in February 2021 and 2022 and in January 2023, as the festival wanders', () => {
    const months = [
      '2021-01',
      '2021-02',
      '2021-03',
      '2022-01',
      '2022-02',
      '2022-03',
      '2023-01',
      '2023-02',
      '2023-03',
    ]
    const medians = months.flatMap((month) =>
      quantiles(
        [...figuresFor(city, Month.parse(month)).values()].map(({ sales = 0 }) => sales / WAN),
        0.5,
      ),
    )
    expect(off(medians, [73, 31, 60, 73, 37, 66, 58, 60, 76], 6)).toEqual([])
  })

  it('passes 2,000 万元 the year after for 1 firm of 100 in the lowest tier, 15 in the middle, 38 in the highest', () => {
    const crossing = [500, 1000, 1500].map((from) => {
      const tier = [...sales2022].filter(([, sales]) => sales >= from && sales < from + 500)
      return 100 * share(tier, ([code]) => (sales2023.get(code) ?? 0) >= 2000)
    })
    expect(off(crossing, [1, 15, 38], 5)).toEqual([])
  })
})

describe('a month of figures', () => {
  it('moves against the month before as 1,713 real months do: half within 10^±0.23, 99 % within 10^±1.73', () => {
    const measured = quantiles(monthlyRatios(years), 0.005, 0.05, 0.25, 0.5, 0.75, 0.95, 0.995)
    expect(off(measured, [-1.72, -0.83, -0.23, 0.01, 0.22, 0.84, 1.74], 0.15)).toEqual([])
  })

  it('is turned negative by credit notes 42 times in 13,642, give or take 12', () => {
    expect(off([13_642 * share(everyMonth, ({ sales = 0 }) => sales < 0)], [42], 12)).toEqual([])
  })

  it('has no sales at all 3 times in 100, and a little power all the same', () => {
    const without = everyMonth.filter(({ sales }) => sales === 0)
    expect(off([(100 * without.length) / everyMonth.length], [3], 1)).toEqual([])
    expect(share(without, ({ power = 0 }) => power > 0)).toBeGreaterThan(0.8)
  })

  it('is missing for 2 members in 100', () => {
    const members = city.enterprises.filter(({ from }) => from <= '2020-03').length
    expect(off([100 * (1 - (city.totals[0]?.firms ?? 0) / members)], [2], 0.7)).toEqual([])
  })

  it('bears tax of 3.1 % of a year’s sales in the median, −1.6 % to 13.5 % in nine years of ten', () => {
    expect(
      off(quantiles(taxRates(years), 0.05, 0.25, 0.5, 0.75, 0.95), [-1.6, 1.2, 3.1, 5.9, 13.5], 0.4),
    ).toEqual([])
  })

  it('keeps sales per kWh within a third and three times the firm’s own median in 98 months of 100', () => {
    const distances = years.flatMap((year) => {
      const ratios = monthsOf(year).flatMap(({ sales = 0, power = 0 }) =>
        sales > 0 && power > 0 ? [Math.log(sales / power)] : [],
      )
      const [median = 0] = quantiles(ratios, 0.5)
      return ratios.map((ratio) => Math.abs(ratio - median))
    })
    expect(share(distances, (distance) => distance < Math.log(3))).toBeGreaterThan(0.98)
  })

  it('moves staff by at most a tenth, or one person, from month to month', () => {
    const jumps = city.years.flatMap(({ months }) =>
      Object.entries(months).filter(([no, { staff = 0 } = {}]) => {
        const before = months[Number(no) - 1]?.staff ?? staff
        return Math.abs(staff - before) > Math.max(WAN, before / 10)
      }),
    )
    expect(jumps).toEqual([])
  })

  it('is written as officers write: 0.01 万元, 0.01 万千瓦时, whole people', () => {
    const odd = everyMonth.filter(
      ({ sales = 0, tax = 0, power = 0, staff = 0 }) =>
        sales % 100 !== 0 ||
        tax % 100 !== 0 ||
        power % 100 !== 0 ||
        staff % WAN !== 0 ||
        power < 0 ||
        staff < WAN,
    )
    expect(odd).toEqual([])
  })
})
