import { describe, expect, it } from 'vitest'
import { checkCard } from '../../../bot/cards/limits.ts'
import { missingCard } from '../../../bot/cards/missing.ts'
import { progressCard } from '../../../bot/cards/progress.ts'
import { statisticsCard } from '../../../bot/cards/statistics.ts'
import type { Progress, ProgressRow } from '../../../shared/usecases/progress.ts'
import { month, now, plan, record, reports, tally } from '../fullest/month.ts'
import { statistics } from '../fullest/statistics.ts'
import { tallies } from '../fullest/townships.ts'
import { nodesOf, rowsOf, textsOf } from '../said-of.ts'

const row = (name: string, some: Partial<ProgressRow> = {}): ProgressRow => ({
  unit: tally.township,
  name,
  counts: tallies[0].counts,
  complete: 0,
  townships: 1,
  difficulty: false,
  ...some,
})
const found = (rows: ProgressRow[]): Progress => ({
  unit: tally.township,
  name: '通州区',
  month,
  record,
  total: row('通州区'),
  rows,
})

describe('the statistics', () => {
  it('show the ten regions at one look, and a suppressed one has neither a figure nor a rank', () => {
    const card = statisticsCard(plan, statistics)
    const rows = rowsOf(card)
    expect(rows).toHaveLength(10)
    expect(nodesOf(card).filter(({ tag }) => tag === 'table')).toMatchObject([{ page_size: 10 }])
    expect(rows.slice(8)).toEqual([
      ['苏锡通', '户数少，不单列', '—', '—', '100.0%'],
      ['通州湾', '户数少，不单列', '—', '—', '100.0%'],
    ])
  })

  it('print no rank of a suppressed region even if the snapshot has one', () => {
    const ranked = statistics.rows.map((one) => ({ ...one, rank: 3 }))
    expect(rowsOf(statisticsCard(plan, { ...statistics, rows: ranked })).at(-1)?.[3]).toBe('—')
  })
})

describe('the progress', () => {
  const titles = (rows: ProgressRow[]) =>
    nodesOf(progressCard(plan, found(rows), now)).flatMap(({ display_name }) => display_name ?? [])

  it('counts the complete units of a district, and tells the state of a township', () => {
    expect(titles([row('通州区', { townships: 20 })])[1]).toBe('报齐单位')
    expect(titles([row('金沙街道')])[1]).toBe('状态')
  })
})

describe('a list of units', () => {
  const tablesOf = (count: number) =>
    nodesOf(progressCard(plan, found(Array.from({ length: count }, (_, no) => row(`${no}镇`))), now)).flatMap(
      ({ tag, rows, page_size }) => (tag === 'table' ? [[(rows as unknown[]).length, page_size]] : []),
    )

  it.each([
    [0, []],
    [10, [[10, 10]]],
    [
      11,
      [
        [6, 10],
        [5, 10],
      ],
    ],
    [
      20,
      [
        [10, 10],
        [10, 10],
      ],
    ],
    [21, [[21, 10]]],
  ])('of %i rows is shown without turning pages as far as two tables reach', (count, tables) => {
    expect(tablesOf(count)).toEqual(tables)
  })
})

describe('who still owes', () => {
  it('is a table of units, ten on a page', () => {
    const rows = [row('金沙街道'), row('十总镇', { difficulty: true })]
    expect(rowsOf(missingCard(plan, found(rows), rows, { firms: [] }))).toEqual([
      ['金沙街道', '0 户', '150 户', ''],
      ['十总镇', '0 户', '150 户', '已说明困难'],
    ])
  })

  it('names every firm of a township that a card holds, and says how many it does not', () => {
    const many = [...reports, ...reports, ...reports]
    const card = missingCard(plan, found([]), [], { firms: many })
    const shown = rowsOf(card).length
    expect(checkCard(card)).toBeUndefined()
    expect(shown).toBeGreaterThan(150)
    expect(textsOf(card)).toContainEqual(expect.stringContaining(`另有 ${450 - shown} 户没有列出`))
  })
})
