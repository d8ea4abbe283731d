import { describe, expect, it } from 'vitest'
import type { Figures } from '../../../shared/domain/figures.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { importFigures } from '../../../shared/usecases/import-figures.ts'
import { recordFigures } from '../../../shared/usecases/record-figures.ts'
import { supplied, taxBureau } from '../../build/imported.ts'
import { aReport, figures } from '../../build/report.ts'
import { aTally, claimedAndFolded, deed } from '../../build/township.ts'

const one = (units: number) => Math.round(units * 10_000)
const { code } = aReport()
const theirs = figures({ sales: one(150), tax: one(4.2) })
const filed: Partial<Report> = {
  ...{ state: 'accepted', revision: 2, sequence: 3, completeAt: 1, filedBy: deed.by },
  figures: figures({ sales: one(140), power: one(3.1), staff: one(45) }),
}
const imported = (report: Report, values: Figures = theirs, closed = false) =>
  importFigures({
    tally: { ...aTally([report]), closed },
    reports: [report],
    imported: taxBureau,
    rows: [{ code, values }],
    deed: { by: deed.by, at: deed.at, via: 'import:tax:om_1', reason: '税务.xlsx' },
  })

describe('a department’s values', () => {
  it('stand in the place that is theirs and beside what officers file, and the tally stays the fold', () => {
    const before = aReport(filed)
    const settlement = imported(before)
    const after = settlement?.reports[0]?.after
    expect(after).toMatchObject({ state: 'accepted', revision: 3, sequence: 3, completeAt: 1 })
    expect(after?.figures).toEqual({ ...before.figures, tax: one(4.2) })
    expect(after?.beside).toEqual({ sales: one(150) })
    expect(settlement).toMatchObject({ move: 'import', via: 'import:tax:om_1', reason: '税务.xlsx' })
    if (settlement === undefined) throw new Error('nothing was imported')
    expect(settlement.after.counts.sums.tax).toBe(one(4.2))
    const { claimed, folded } = claimedAndFolded(settlement, [before])
    expect(claimed).toEqual(folded)
  })

  it('are in the totals before the officer has filed, who owes the others all the same', () => {
    const before = aReport()
    const after = imported(before)?.reports[0]?.after
    expect(after).toMatchObject({ state: 'partial', figures: { tax: one(4.2) }, beside: { sales: one(150) } })
    if (after === undefined) throw new Error('nothing was imported')
    const typed = { sales: '140', power: '3.1', staff: '45', tax: '99' }
    const recorded = recordFigures({
      ...{ programme: supplied, tally: aTally([after]), reports: [after], seen: 0, source: 'firm' },
      ...{ firms: [{ code, figures: typed }], deed },
    })
    const [result] = recorded.is === 'recorded' ? recorded.results : []
    expect(result).toMatchObject({
      is: 'stored',
      report: {
        state: 'submitted',
        figures: { sales: one(140), tax: one(4.2) },
        beside: { sales: one(150) },
      },
    })
  })

  it('to be compared alone leave the state as it is', () => {
    expect(imported(aReport(), figures({ sales: one(150) }))?.reports[0]?.after).toMatchObject({
      ...{ state: 'expected', figures: {}, revision: 1 },
    })
  })

  it('that are there already, or come after the close, change nothing', () => {
    const held = aReport({ beside: figures({ sales: one(150) }), figures: figures({ tax: one(4.2) }) })
    expect(imported(held)).toBeUndefined()
    expect(imported(aReport(), {})).toBeUndefined()
    expect(imported(aReport(), theirs, true)).toBeUndefined()
    const other = importFigures({
      ...{ tally: aTally([aReport()]), reports: [aReport()], imported: taxBureau },
      ...{ rows: [], deed },
    })
    expect(other).toBeUndefined()
  })
})
