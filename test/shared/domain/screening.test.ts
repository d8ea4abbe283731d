import { describe, expect, it } from 'vitest'
import { Amount } from '../../../shared/domain/amount.ts'
import { type Listed, screened } from '../../../shared/domain/screening.ts'
import { programme } from '../../build/snapshot.ts'

const tax = (sales: number): Listed => ({ list: 'tax', sales: Amount.parse(Math.round(sales * 10_000)) })
const left = (year: number): Listed => ({ list: 'statistics', left: year })

describe('the screening of the lists', () => {
  it.each<[Listed, string]>([
    [tax(500), 'nursery'],
    [tax(999.9999), 'nursery'],
    [tax(1_000), 'growth'],
    [tax(1_200), 'growth'],
    [tax(1_500), 'sprint'],
    [tax(1_999.99), 'sprint'],
    [tax(499.9999), 'below'],
    [tax(-3), 'below'],
    [tax(2_000), 'reached'],
    [tax(5_000), 'reached'],
    [left(2021), 'delisted'],
    [left(2019), 'delisted'],
    [left(2018), 'left-before'],
    [left(2022), 'left-later'],
  ])('of %j says %s', (listed, expected) => {
    const found = screened(programme, listed, 2021)
    expect(found.is === 'tier' ? found.tier : found.why).toBe(expected)
  })

  it('takes a tier without a lower or an upper bound as far as it goes', () => {
    const tiers = [
      { id: 'small', name: '小', below: 800 },
      { id: 'large', name: '大', from: 800 },
    ]
    const open = { ...programme, tiers }
    expect(screened(open, tax(1), 2021)).toEqual({ is: 'tier', tier: 'small' })
    expect(screened(open, tax(1_999), 2021)).toEqual({ is: 'tier', tier: 'large' })
    expect(screened(open, tax(2_000), 2021)).toEqual({ is: 'outside', why: 'reached' })
  })

  it('takes in nobody who left where the programme has no rule for them', () => {
    const { screening: _, ...bare } = programme
    expect(screened(bare, left(2021), 2021)).toEqual({ is: 'outside', why: 'left-before' })
  })
})
