import { expect, it } from 'vitest'
import { publication } from '../../../bot/words/publication.ts'
import { statisticsOf } from '../../../shared/domain/analysis/publish.ts'
import { aBasis, alike } from '../../build/snapshot.ts'

it('counts the districts that are not listed, where there are any', () => {
  const sales = { now: 110_000_000, lastYear: 100_000_000 }
  const statistics = statisticsOf(aBasis({ a: alike(20, sales), b: alike(20, sales) }))
  const bodyOf = (suppressed: boolean) =>
    publication.body({ ...statistics, rows: statistics.rows.map((row) => ({ ...row, suppressed })) })
  expect(statistics.rows.length).toBeGreaterThan(0)
  expect(bodyOf(true)).toContain(`不单独列出的地区 ${statistics.rows.length} 个。`)
  expect(bodyOf(false)).not.toContain('不单独列出')
})
