import { describe, expect, it } from 'vitest'
import { mad } from '../../../../shared/domain/statistics/mad.ts'

// The second example is the one of every textbook on the measure.
describe('the median absolute deviation', () => {
  it.each([
    [[], undefined],
    [[1, 1, 2, 2, 4, 6, 9], 1],
    [[5], 0],
    [[3, 3, 3, 100], 0],
    [[1, 2, 3, 4], 1],
    [[-2, 0, 2], 2],
  ])('of %j is %s', (values, spread) => {
    expect(mad(values)).toBe(spread)
  })
})
