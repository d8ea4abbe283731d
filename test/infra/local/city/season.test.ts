import { describe, expect, it } from 'vitest'
import { monthShares } from '../../../../infra/local/city/season.ts'

const inPercent = (shares: readonly number[]) => {
  const sum = shares.reduce((total, share) => total + share, 0)
  return shares.map((share) => Math.round((share / sum) * 1000) / 10)
}

/** Median month shares of real firms (165 of them in 2018), January first; brought to 100 like ours. */
const real = {
  2018: [9.0, 5.0, 6.5, 7.7, 6.8, 7.1, 7.1, 7.6, 7.9, 7.7, 9.1, 10.6],
  2019: [9.1, 3.6, 7.7, 6.1, 7.2, 7.5, 7.5, 7.8, 8.5, 8.1, 8.8, 9.8],
}

describe('monthShares', () => {
  it.each([2018, 2019] as const)('stays within 1.5 points of the real firms in %i, every month', (year) => {
    const measured = inPercent(real[year])
    const gaps = inPercent(monthShares(year)).map((share, month) => Math.abs(share - (measured[month] ?? 0)))
    expect(Math.max(...gaps)).toBeLessThan(1.5)
  })

  it('takes the festival from February (12 Feb 2021, 1 Feb 2022) to January (22 Jan 2023)', () => {
    const janFeb = [2021, 2022, 2023].map((year) => inPercent(monthShares(year)).slice(0, 2))
    expect(janFeb).toEqual([
      [9.9, 4.1],
      [9, 4.7],
      [6.8, 6.9],
    ])
  })
})
