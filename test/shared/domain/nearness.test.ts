import { describe, expect, it } from 'vitest'
import { nearness } from '../../../shared/domain/nearness.ts'

describe('how alike two names are', () => {
  it.each([
    ['progress', 'progres', 12 / 13],
    ['progress', 'PROGRESS', 1],
    ['通富微电', '通富微电', 1],
    ['通富微电', '通富电', 2 / 5],
    ['南通机械', '如皋纺织', 0],
    ['aaaa', 'aa', 2 / 4],
    ['a', 'a', 1],
    ['a', 'b', 0],
    ['', '', 1],
    ['a', '', 0],
    ['甲', '甲厂', 0],
  ])('%s and %s: %d', (a, b, near) => {
    expect(nearness(a, b)).toBe(near)
    expect(nearness(b, a)).toBe(near)
  })
})
