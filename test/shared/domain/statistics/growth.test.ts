import { describe, expect, it } from 'vitest'
import { growthOf } from '../../../../shared/domain/statistics/growth.ts'

type Pair = [now: number | undefined, before: number | undefined]
const firms = (pairs: Pair[]) => pairs.map(([now, before]) => ({ now, before }))

describe('growth', () => {
  it.each<[string, Pair[], object]>([
    [
      'over firms with both figures alone',
      [
        [110, 100],
        [50, undefined],
        [undefined, 900],
      ],
      { permille: 100, firms: 1 },
    ],
    [
      'of the sums, not the mean of growths',
      [
        [200, 100],
        [900, 900],
      ],
      { permille: 100, firms: 2 },
    ],
    ['to a tenth of a per cent', [[1_062_450, 1_000_000]], { permille: 62, firms: 1 }],
    ['downwards', [[876, 1000]], { permille: -124, firms: 1 }],
    ['to nothing at all', [[0, 500]], { permille: -1000, firms: 1 }],
    ['none from a zero base', [[10, 0]], { firms: 1 }],
    [
      'none from a negative base',
      [
        [10, -5],
        [1, 1],
      ],
      { firms: 2 },
    ],
    ['none without matched firms', [[10, undefined]], { firms: 0 }],
    ['none without firms', [], { firms: 0 }],
  ])('is %s', (_what, pairs, growth) => {
    expect(growthOf(firms(pairs))).toEqual(growth)
  })
})
