import { expect, it } from 'vitest'
import { trailWords } from '../../../bot/words/trail.ts'

it('a way is named with its version, and without a message’s id that nobody can look up', () => {
  expect(trailWords.through('card:report-figures@1')).toBe('卡片（report-figures@1）')
  expect(trailWords.through('workbook:om_1')).toBe('表格')
  expect(trailWords.through('agenda')).toBe('系统')
})
