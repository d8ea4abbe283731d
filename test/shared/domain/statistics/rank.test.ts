import { describe, expect, it } from 'vitest'
import { ranksOf } from '../../../../shared/domain/statistics/rank.ts'

describe('places', () => {
  it.each([
    [
      [9.8, 6.2, 6.2, -1],
      [1, 2, 2, 4],
    ],
    [
      [-1, 6.2, 9.8, 6.2],
      [4, 2, 1, 2],
    ],
    [
      [5, 5, 5],
      [1, 1, 1],
    ],
    [
      [2, 2, 1],
      [1, 1, 3],
    ],
    [
      [0, -0],
      [1, 1],
    ],
    [[], []],
  ])('of %j are %j', (values, places) => {
    expect(ranksOf(values)).toEqual(places)
  })
})
