import { describe, expect, it } from 'vitest'
import { Figures, Reference, sameFigures, Totals } from '../../../shared/domain/figures.ts'

describe('figures', () => {
  it('keep a zero and a missing figure apart', () => {
    expect(Figures.parse({ sales: 0 })).toEqual({ sales: 0 })
    expect(Figures.parse({})).toEqual({})
  })

  it.each([
    ['a fraction of the scale', { sales: 0.5 }],
    ['not a number', { sales: Number.NaN }],
    ['text', { sales: '12' }],
    ['nothing', { sales: null }],
    ['more than an amount can be', { sales: 10_000_000_001 }],
    ['a name that no indicator can have', { 'sales total': 1 }],
    ['a prototype', JSON.parse('{"__proto__":{"sales":1},"Sales":1}')],
  ])('refuse %s', (_what, value) => {
    expect(Figures.safeParse(value).success).toBe(false)
  })

  it.each([
    [{}, {}, true],
    [{ sales: 1, tax: 2 }, { tax: 2, sales: 1 }, true],
    [{ sales: 1 }, { sales: 2 }, false],
    [{ sales: 0 }, {}, false],
    [{}, { sales: 0 }, false],
  ])('%j and %j are the same: %s', (a, b, same) => {
    expect(sameFigures(Figures.parse(a), Figures.parse(b))).toBe(same)
  })

  it('sum up beyond the bounds of one amount', () => {
    expect(Totals.parse({ sales: 1_000_000_000_000_000 })).toEqual({ sales: 1_000_000_000_000_000 })
  })

  it('are held against nothing where nothing is known', () => {
    expect(Reference.parse({})).toEqual({})
    expect(Reference.safeParse({ months: 1.5 }).success).toBe(false)
  })
})
