import { describe, expect, it } from 'vitest'
import { hidiroglouBerthelot } from '../../../../shared/domain/statistics/hidiroglou-berthelot.ts'

const before = [100, 120, 80, 150, 200, 90, 60, 300, 110, 95]
const now = [110, 118, 84, 160, 190, 99, 66, 330, 550, 9.5]
const pairs = before.map((value, index) => ({ before: value, now: now[index] ?? 0 }))
const quartiles = { tail: 0.25, limit: 20, exponent: 0.5, allowance: 0.05, floor: 0 }

describe('Hidiroglou–Berthelot', () => {
  it('gives the golden vector', () => {
    const judged = hidiroglouBerthelot(pairs, quartiles)
    expect(judged?.middle).toBeCloseTo(1.083333, 6)
    const effects = [0.1614, -1.114, -0.291, -0.1976, -1.9849, 0.1531, 0.125, 0.2795, 84.7883, -95.8435]
    expect(judged?.effects.map((effect) => Number(effect.toFixed(4)))).toEqual(effects)
    expect(judged?.low).toBeCloseTo(-17.475, 3)
    expect(judged?.high).toBeCloseTo(3.876, 3)
    const flagged = judged?.outside.flatMap((outside, index) => (outside ? [index] : []))
    expect(flagged).toEqual([8, 9])
  })

  it('is the golden vector with a floor that no tail falls short of, and wider with a higher one', () => {
    expect(hidiroglouBerthelot(pairs, { ...quartiles, floor: 0.05 })).toEqual(
      hidiroglouBerthelot(pairs, quartiles),
    )
    expect(hidiroglouBerthelot(pairs, { ...quartiles, floor: 4.5 })?.outside.filter(Boolean)).toEqual([true])
  })

  it('flags nobody where all change alike: the floor keeps the tails open', () => {
    const alike = before.map((value) => ({ before: value, now: value * 2 }))
    expect(hidiroglouBerthelot(alike, { ...quartiles, floor: 0.05 })?.outside).not.toContain(true)
  })

  it('says nothing of nobody', () => {
    expect(hidiroglouBerthelot([], quartiles)).toBeUndefined()
  })
})
