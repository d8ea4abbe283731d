import { describe, expect, it } from 'vitest'
import { makeCity } from '../../../../infra/local/city/city.ts'
import { foldTotals } from '../../../../infra/local/city/totals.ts'
import { Amount } from '../../../../shared/domain/amount.ts'
import { Enterprise } from '../../../../shared/domain/enterprise.ts'
import { Month, monthNumber, yearOf } from '../../../../shared/domain/month.ts'
import { parentOf } from '../../../../shared/domain/unit.ts'
import { nantong } from './nantong.ts'

describe('foldTotals', () => {
  it('adds what was reported, by district, and counts a missing firm nowhere', () => {
    const firm = (code: string, unit: string) =>
      Enterprise.parse({ code, name: code, unit, division: '17', tier: 't', from: '2022-12' })
    const firms = [
      firm('91320612T120439146', 'nt/a/1'),
      firm('91320612T857317852', 'nt/b/1'),
      firm('91320612T06795394A', 'nt/b/2'),
    ] as const
    const sales = (value: number) => ({ sales: Amount.parse(value) })
    const years = [
      { code: firms[0].code, year: 2022, months: { 12: sales(1_000) } },
      { code: firms[1].code, year: 2022, months: { 12: sales(-300) } },
      { code: firms[1].code, year: 2023, months: { 1: sales(50) } },
      { code: firms[2].code, year: 2023, months: { 1: { ...sales(5), staff: Amount.parse(20_000) } } },
    ]
    expect(foldTotals('p', [Month.parse('2022-12'), Month.parse('2023-01')], firms, years)).toEqual([
      {
        programme: 'p',
        month: '2022-12',
        snapshot: 1,
        firms: 2,
        sums: { sales: 700 },
        byDistrict: {
          'nt/a': { firms: 1, sums: { sales: 1_000 } },
          'nt/b': { firms: 1, sums: { sales: -300 } },
        },
      },
      {
        programme: 'p',
        month: '2023-01',
        snapshot: 1,
        firms: 2,
        sums: { sales: 55, staff: 20_000 },
        byDistrict: { 'nt/b': { firms: 2, sums: { sales: 55, staff: 20_000 } } },
      },
    ])
  })

  it('equals the history exactly in all 36 months of a city: sales by district, added the other way round', () => {
    const city = makeCity({ plan: nantong, seed: 3, firms: 600, lastMonth: Month.parse('2023-02') })
    const districtOf = new Map(city.enterprises.map(({ code, unit }) => [code, parentOf(unit)]))
    const months = city.totals.map(({ month, firms, sums, byDistrict }) => {
      const reported = city.years.flatMap(({ code, year, months }) => {
        const figures = year === yearOf(month) ? months[monthNumber(month)] : undefined
        return figures ? [{ district: districtOf.get(code), sales: figures.sales ?? 0 }] : []
      })
      const salesOf = (district?: string) =>
        reported
          .filter((one) => district === undefined || one.district === district)
          .reduceRight((sum, { sales }) => sum + sales, 0)
      return {
        stated: [firms, sums.sales, ...Object.values(byDistrict).map((one) => one.sums.sales)],
        counted: [reported.length, salesOf(), ...Object.keys(byDistrict).map(salesOf)],
      }
    })
    expect(months).toHaveLength(36)
    expect(months.map(({ stated }) => stated)).toEqual(months.map(({ counted }) => counted))
  })
})
