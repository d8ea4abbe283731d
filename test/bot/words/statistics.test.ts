import { describe, expect, it } from 'vitest'
import { headline } from '../../../bot/words/statistics.ts'
import { statisticsOf } from '../../../shared/domain/analysis/publish.ts'
import { aBasis, alike, type Sales } from '../../build/snapshot.ts'

const said = (sales: Sales, matched: number) =>
  headline(statisticsOf(aBasis({ a: [...alike(matched, sales), ...alike(3, { now: 100_000_000 })] })))
    .split('\n')[0]
    ?.replace(/\*/g, '')

describe('the headline', () => {
  it.each<[number, Sales, string]>([
    [3, { now: 110_000_000, lastYear: 100_000_000 }, '同比增长 10.0%（可比企业 3 户）。'],
    [3, { now: 100_000_000, lastYear: 110_000_000 }, '同比下降 9.1%（可比企业 3 户）。'],
    [3, { now: 100_000_000, lastYear: 100_000_000 }, '同比持平（可比企业 3 户）。'],
    [2, { now: 110_000_000, lastYear: 100_000_000 }, '同比不作比较（可比企业 2 户）。'],
    [3, { now: 110_000_000, lastYear: 0 }, '同比不作比较（可比企业 3 户）。'],
    [3, { now: 110_000_000 }, '同比无可比企业。'],
  ])('of %i firms with %j says %s', (matched, sales, words) => {
    expect(said(sales, matched)).toContain(words)
  })

  it('names neither a total nor a growth of two firms', () => {
    const two = statisticsOf(aBasis({ a: alike(2, { now: 110_000_000, lastYear: 100_000_000 }) }))
    expect(headline(two)).toBe(
      '报送 2/2 户，其中按时 2、逾期 0；未报 0；停产等 0；结账时退回未重报 0、未审 0、待说明 0。',
    )
  })
})
