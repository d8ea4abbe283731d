import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Amount, formatAmount, readAmount, SCALE } from '../../../shared/domain/amount.ts'

describe('an amount, as people type it', () => {
  it.each([
    ['1,200', 12_000_000],
    ['１２', 120_000],
    ['1，234.50', 12_345_000],
    ['1,234.50', 12_345_000],
    ['０．５', 5_000],
    ['-3', -30_000],
    ['－3', -30_000],
    ['−3', -30_000],
    ['+3', 30_000],
    ['0', 0],
    ['-0', 0],
    ['000', 0],
    ['.5', 5_000],
    ['5.', 50_000],
    ['0.1', 1_000],
    ['1.0000', 10_000],
    ['1.00000', 10_000],
    [' 1 200 ', 12_000_000],
    ['1000000', 10_000_000_000],
    ['-1000000', -10_000_000_000],
  ])('reads %s', (text, value) => {
    expect(readAmount(text, { decimals: 4 })).toEqual({ is: 'amount', value })
  })

  it.each(['', ' ', '　', '\u200b', '\n'])('takes a blank for missing, never for zero', (text) => {
    expect(readAmount(text, { decimals: 4 })).toEqual({ is: 'missing' })
  })

  it.each([
    ['-', 'not-a-number'],
    ['—', 'not-a-number'],
    ['无', 'not-a-number'],
    ['一百五', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['1,23', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['.', 'not-a-number'],
    ['1e5', 'exponent'],
    ['1.5E-3', 'exponent'],
    ['31000度', 'with-unit'],
    ['31000kWh', 'with-unit'],
    ['152.3万', 'with-unit'],
    ['152.3万元', 'with-unit'],
    ['45人', 'with-unit'],
    ['1.23456', 'too-many-decimals'],
    ['9007199254740993', 'too-large'],
    ['1000000.0001', 'too-large'],
    ['-1000000.0001', 'too-large'],
  ])('refuses %s: %s', (text, why) => {
    expect(readAmount(text, { decimals: 4 })).toEqual({ is: 'refused', why })
  })

  it('takes no fraction of a person', () => {
    expect(readAmount('45.5', { decimals: 0 })).toEqual({ is: 'refused', why: 'too-many-decimals' })
    expect(readAmount('45.0', { decimals: 0 })).toEqual({ is: 'amount', value: 450_000 })
  })

  it('adds 0.1 and 0.2 to exactly 0.3', () => {
    const [a, b] = ['0.1', '0.2'].map((text) => readAmount(text, { decimals: 4 }))
    const sum = (a?.is === 'amount' ? a.value : 0) + (b?.is === 'amount' ? b.value : 0)
    expect(formatAmount(sum)).toBe('0.30')
  })

  it('reads back every amount that it shows', () => {
    const amounts = fc.integer({ min: -1_000_000 * SCALE, max: 1_000_000 * SCALE })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 4 }), (value, decimals) => {
        const read = readAmount(formatAmount(value, decimals), { decimals: 4 })
        expect(read).toEqual({ is: 'amount', value: Amount.parse(value) })
      }),
    )
  })
})

describe('an amount, as it is shown', () => {
  it.each([
    [15_200_000, 2, '1,520.00'],
    [1_234, 2, '0.1234'],
    [-30_000, 0, '-3'],
    [-1_000, 2, '-0.10'],
    [12_345_678_900_000, 0, '1,234,567,890'],
    [0, 2, '0.00'],
  ])('%i with %i decimals reads %s', (value, decimals, shown) => {
    expect(formatAmount(value, decimals)).toBe(shown)
  })
})
