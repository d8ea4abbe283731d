import { describe, expect, it } from 'vitest'
import { RETURNED, type Report } from '../../../shared/domain/report.ts'
import { changeCondition } from '../../../shared/usecases/change-condition.ts'
import { supplied } from '../../build/imported.ts'
import { aReport, figures } from '../../build/report.ts'
import { aTally, claimedAndFolded, deed } from '../../build/township.ts'

const stored = figures({ sales: 1_500_000 })
const filed = { state: 'accepted', figures: stored, completeAt: 7 } as const
const still = { state: 'inactive', condition: 'suspended', note: '检修', completeAt: 7 } as const
const returned = { by: deed.by, at: deed.at, reason: '停产了几天？' }
const change = (about: Partial<Report>, to: Parameters<typeof changeCondition>[1], closed = false) => {
  const report = aReport(about)
  return {
    report,
    changed: changeCondition(
      { tally: aTally([report], { closed }), report, seen: 5, programme: supplied },
      to,
      deed,
    ),
  }
}

describe('a condition', () => {
  it('back to 正常 leaves what a department supplied, and it counts', () => {
    const both = figures({ sales: 1_500_000, tax: 42_000 })
    const { report, changed } = change({ ...still, figures: both }, { condition: 'normal', reason: '复工' })
    expect(changed).toMatchObject({ is: 'resumed', report: { state: 'partial', figures: { tax: 42_000 } } })
    if (changed.is !== 'resumed') throw new Error(changed.is)
    expect(changed.report.figures).toEqual({ tax: 42_000 })
    const { claimed, folded } = claimedAndFolded(changed.settlement, [report])
    expect(claimed).toEqual(folded)
  })

  it.each([
    ['expected', {}, 'suspended', { state: 'inactive', condition: 'suspended', completeAt: deed.at }],
    ['filed', filed, 'moved', { state: 'inactive', condition: 'moved', figures: stored, completeAt: 7 }],
    ['standing still', still, 'deregistered', { state: 'inactive', condition: 'deregistered' }],
    [
      'sent back while it stands still',
      { ...still, state: 'returned', returned, questions: [{ rule: RETURNED, on: RETURNED }] },
      'suspended',
      { state: 'inactive', condition: 'suspended', questions: [] },
    ],
  ] as const)(
    'of a firm that is %s is changed with a reason, and out of the totals',
    (_, about, condition, after) => {
      const { report, changed } = change(about as Partial<Report>, { condition, reason: ' 五月停产检修 ' })
      if (changed.is !== 'halted') throw new Error(changed.is)
      expect(changed.report).toMatchObject({ ...after, note: '五月停产检修', filedBy: deed.by })
      expect(changed.report).not.toHaveProperty('returned')
      expect(changed.settlement).toMatchObject({ move: 'halt', reason: '五月停产检修' })
      const { claimed, folded } = claimedAndFolded(changed.settlement, [report])
      expect(claimed).toEqual(folded)
      expect(claimed).toMatchObject({ by: { inactive: 1 } })
      expect(claimed.sums.sales ?? 0).toBe(0)
    },
  )

  it.each([
    ['standing still', { ...still, figures: stored }],
    ['sent back while it stands still', { ...still, state: 'returned', returned }],
  ] as const)('of a firm that is %s goes back to 正常, and the figures are owed again', (_, about) => {
    const { report, changed } = change(about as Partial<Report>, { condition: 'normal', reason: '已复产' })
    if (changed.is !== 'resumed') throw new Error(changed.is)
    expect(changed.report).toMatchObject({
      state: 'expected',
      condition: 'normal',
      figures: {},
      note: '已复产',
    })
    expect(changed.report).not.toHaveProperty('completeAt')
    expect(changed.settlement).toMatchObject({
      move: 'resume',
      reports: [{ before: { figures: report.figures } }],
    })
    const { claimed, folded } = claimedAndFolded(changed.settlement, [report])
    expect(claimed).toEqual(folded)
  })

  it('does not change over what somebody did after its card was drawn', () => {
    const report = aReport({ ...filed, sequence: 5 })
    const to = { condition: 'suspended', reason: '检修' } as const
    const tally = aTally([report])
    expect(changeCondition({ tally, report, seen: 4, programme: supplied }, to, deed)).toEqual({
      is: 'changed-meanwhile',
      report,
    })
    expect(changeCondition({ tally, report, seen: 5, programme: supplied }, to, deed).is).toBe('halted')
  })

  it.each([
    ['the close', {}, { condition: 'suspended', reason: '检修' }, true, 'closed'],
    ['its own sake', still, { condition: 'suspended', reason: '检修' }, false, 'unchanged'],
    ['正常 as before', filed, { condition: 'normal', reason: '复产' }, false, 'unchanged'],
    [
      '正常 as before, of a returned firm',
      { ...filed, state: 'returned' },
      { condition: 'normal', reason: '复产' },
      false,
      'unchanged',
    ],
    ['want of a reason', {}, { condition: 'suspended', reason: '  ' }, false, 'no-reason'],
  ] as const)('does not change for %s', (_, about, to, closed, is) => {
    expect(change(about as Partial<Report>, to, closed).changed.is).toBe(is)
  })
})
