import { describe, expect, it } from 'vitest'
import { chiSquare } from '../../../../shared/domain/statistics/chi-square.ts'
import { quantile } from '../../../../shared/domain/statistics/quantile.ts'

describe('a quantile', () => {
  it.each([
    [[1, 2, 3, 4], 0.25, 1.75],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[10, 20, 30], 0.1, 12],
    [[7], 0.9, 7],
    [[1, 9], 0, 1],
    [[1, 9], 1, 9],
  ])('of %j at %f is %f', (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 12)
  })

  it('of nothing is nothing', () => {
    expect(quantile([], 0.5)).toBeUndefined()
  })
})

describe('chi-square', () => {
  it.each([
    [[5, 5], 0],
    [[10, 0], 10],
    [[8, 12], 0.8],
    [[0, 0], 0],
    [[], 0],
  ])('of %j is %f', (counts, expected) => {
    expect(chiSquare(counts)).toBeCloseTo(expected, 12)
  })
})
