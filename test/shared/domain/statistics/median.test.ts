import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median } from '../../../../shared/domain/statistics/median.ts'

describe('the median', () => {
  it.each([
    [[], undefined],
    [[7], 7],
    [[1, 3, 2], 2],
    [[1, 2, 3, 10], 2.5],
    [[10, 9, 100], 10],
    [[-5, 0, 5, 5], 2.5],
  ])('of %j is %s', (values, middle) => {
    expect(median(values)).toBe(middle)
  })

  it('is not moved by how large the largest is', () => {
    expect(median([1, 2, 3, 4, 1e9])).toBe(median([1, 2, 3, 4, 5]))
  })

  it('has as many values below it as above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values) ?? 0
        const below = values.filter((value) => value < middle).length
        const above = values.filter((value) => value > middle).length
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })

  it('leaves its values in their order', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })
})
