import type { Figures } from '../../../../shared/domain/figures.ts'
import type { YearOfFigures } from '../../../../shared/ports.ts'

const WAN = 10_000

/** The quantiles of some numbers, straight lines between neighbours (type 7), with two decimals. */
export const quantiles = (numbers: readonly number[], ...shares: readonly number[]): number[] => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return shares.map((share) => {
    const at = share * (sorted.length - 1)
    const below = sorted[Math.floor(at)] ?? Number.NaN
    const above = sorted[Math.ceil(at)] ?? below
    return Math.round((below + (above - below) * (at - Math.floor(at))) * 100) / 100
  })
}

/** What is further than `within` from what was expected of it. */
export const off = (measured: readonly number[], expected: readonly number[], within: number): string[] =>
  expected.flatMap((one, index) =>
    Math.abs((measured[index] ?? Number.NaN) - one) <= within ? [] : [`${measured[index]}, not ${one}`],
  )

export const monthsOf = ({ months }: YearOfFigures): Figures[] =>
  Object.values(months).filter((figures) => figures !== undefined)

/** In 万元. */
const salesOf = (months: readonly Figures[]): number =>
  months.reduce((sum, { sales = 0 }) => sum + sales, 0) / WAN

/** Years of small firms that hardly miss a month: 300 to 8,000 万元, eleven months and more. */
export const goodYears = (years: readonly YearOfFigures[]): YearOfFigures[] =>
  years.filter((year) => {
    const months = monthsOf(year)
    const sales = salesOf(months)
    return months.length >= 11 && sales >= 300 && sales <= 8000
  })

/** Percent of the year's sales by the end of a month. */
export const cumulativeShares = (years: readonly YearOfFigures[], last: number): number[] =>
  years.map((year) => {
    const months = Object.entries(year.months).flatMap(([no, figures]) =>
      figures && Number(no) <= last ? [figures] : [],
    )
    return (100 * salesOf(months)) / salesOf(monthsOf(year))
  })

/** log10 of a month's sales over the month before, where both are positive. */
export const monthlyRatios = (years: readonly YearOfFigures[]): number[] =>
  years.flatMap(({ months }) =>
    Object.entries(months).flatMap(([no, { sales = 0 } = {}]) => {
      const before = months[Number(no) - 1]?.sales ?? 0
      return before > 0 && sales > 0 ? [Math.log10(sales / before)] : []
    }),
  )

/** A year's tax in percent of its sales. */
export const taxRates = (years: readonly YearOfFigures[]): number[] =>
  years.map((year) => {
    const tax = monthsOf(year).reduce((sum, { tax = 0 }) => sum + tax, 0) / WAN
    return (100 * tax) / salesOf(monthsOf(year))
  })
