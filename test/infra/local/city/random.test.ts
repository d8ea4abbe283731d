import { describe, expect, it } from 'vitest'
import { atQuantile, hex32, normal, pickWeighted, stream } from '../../../../infra/local/city/random.ts'

const take = (count: number, next: () => number) => Array.from({ length: count }, next)

describe('stream', () => {
  it('gives the same numbers for the same words', () => {
    expect(take(3, stream(7, 'months', 2022))).toEqual(take(3, stream(7, 'months', 2022)))
    expect(hex32(stream(7, 'a'))).toBe('a6b057b197a61f162802ed7a425dc0bb')
  })

  it('gives other numbers for words cut at another place', () => {
    expect(stream('ab', 'c')()).not.toBe(stream('a', 'bc')())
  })

  it('fills the ten tenths of [0, 1) evenly: 9,700 to 10,300 of 100,000 in each', () => {
    const next = stream('even')
    const tenths = Array.from({ length: 10 }, () => 0)
    for (const number of take(100_000, next))
      tenths[Math.floor(number * 10)] = (tenths[Math.floor(number * 10)] ?? 0) + 1
    expect(Math.min(...tenths)).toBeGreaterThan(9_700)
    expect(Math.max(...tenths)).toBeLessThan(10_300)
  })
})

describe('normal', () => {
  it('has mean 0 and variance 1 within 0.02 over 50,000 numbers', () => {
    const next = stream('normal')
    const numbers = take(50_000, () => normal(next))
    const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length
    const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length
    expect(Math.abs(mean)).toBeLessThan(0.02)
    expect(Math.abs(variance - 1)).toBeLessThan(0.02)
  })
})

describe('pickWeighted', () => {
  it('picks a weight of 3 three times as often as a weight of 1', () => {
    const next = stream('weights')
    const picked = take(10_000, () => pickWeighted(next, [{ weight: 3 }, { weight: 1 }]).weight)
    expect(picked.filter((weight) => weight === 3).length / 10_000).toBeCloseTo(0.75, 1)
  })
})

describe('atQuantile', () => {
  const known = [
    [0, -3],
    [0.5, 3],
    [1, 16],
  ] as const

  it.each([
    [0, -3],
    [0.25, 0],
    [0.5, 3],
    [0.75, 9.5],
    [1, 16],
  ])('at %f gives %f', (share, value) => {
    expect(atQuantile(share, known)).toBe(value)
  })
})
