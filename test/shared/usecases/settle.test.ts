import { describe, expect, it } from 'vitest'
import { settle } from '../../../shared/usecases/settle.ts'
import { aReport, figures } from '../../build/report.ts'
import { aTally, claimedAndFolded, deed } from '../../build/township.ts'

const before = aReport({ revision: 3, sequence: 2 })
const after = aReport({ revision: 3, state: 'submitted', figures: figures({ sales: 15 }), completeAt: 1 })
const tally = aTally([before])

describe('a settlement', () => {
  it('moves revisions, sequence and counts on together, and keeps both values', () => {
    const settlement = settle(tally, [{ before, after }], { ...deed, move: 'file' })
    expect(settlement.reports).toEqual([{ before, after: { ...after, revision: 4, sequence: 6 } }])
    expect(settlement.after).toMatchObject({ sequence: 6, counts: { onTime: 1, sums: { sales: 15 } } })
    const { claimed, folded } = claimedAndFolded(settlement, [before])
    expect(claimed).toEqual(folded)
  })

  it('keeps 本月无 as long as the figure is that zero', () => {
    const declared = aReport({ figures: figures({ sales: 0, tax: 0 }), declared: ['sales', 'tax'] })
    const typed = { ...declared, figures: figures({ sales: 0, tax: 3 }) }
    const settled = (after: typeof declared) =>
      settle(tally, [{ before: declared, after }], { ...deed, move: 'file' }).reports[0]?.after
    expect(settled(typed)?.declared).toEqual(['sales'])
    expect(settled({ ...typed, figures: figures({ sales: 1, tax: 3 }) })).not.toHaveProperty('declared')
  })

  it('of a department’s figures leaves the cards that were drawn before it as good as they were', () => {
    const settlement = settle(tally, [{ before, after }], { ...deed, move: 'import' })
    expect(settlement.reports[0]?.after).toMatchObject({ revision: 4, sequence: before.sequence })
  })

  it('leaves the head of the chain to the store', () => {
    expect(settle(tally, [], { ...deed, move: 'close' }).after).not.toHaveProperty('head')
  })

  it('changes of the tally only what it is told', () => {
    const { after: closed } = settle(tally, [], { ...deed, move: 'close' }, { closed: true })
    expect(closed).toEqual({ ...closed, closed: true, counts: tally.counts, due: tally.due, sequence: 6 })
  })
})
