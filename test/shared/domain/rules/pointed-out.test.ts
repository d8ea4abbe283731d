import { describe, expect, it } from 'vitest'
import { SCALE } from '../../../../shared/domain/amount.ts'
import { makeCreditCode } from '../../../../shared/domain/credit-code.ts'
import type { Report } from '../../../../shared/domain/report.ts'
import { pointedOut } from '../../../../shared/domain/rules/pointed-out.ts'
import { UnitPath } from '../../../../shared/domain/unit.ts'
import { aReport, figures } from '../../../build/report.ts'
import { programme } from '../../../build/snapshot.ts'

const [here, beside] = ['nt/tongzhou/1', 'nt/tongzhou/2'].map((path) => UnitPath.parse(path))
if (here === undefined || beside === undefined) throw new Error('two townships')
const code = (no: number) => makeCreditCode('91320612', `MA1T${String(no).padStart(4, '0')}`)
const report = (no: number, sales: number, some: Partial<Report> = {}): Report =>
  aReport({
    ...{ code: code(no), township: here, state: 'submitted' },
    figures: figures({ sales: Math.round(sales * SCALE) }),
    reference: { last: figures({ sales: 100 * SCALE }) },
    ...some,
  })
/** Forty firms that grow by up to 13 %. */
const ordinary = (township: UnitPath) =>
  Array.from({ length: 40 }, (_, no) => report(no, 100 + (no % 14), { township }))
const divisions = new Map(Array.from({ length: 99 }, (_, no) => [code(no) as string, '34']))
const of = (reports: readonly Report[], known: ReadonlyMap<string, string> = divisions) => {
  const { firms, township } = pointedOut(programme, here, reports, known)
  return {
    firms: firms.map(({ report, hints }) => [report.code, hints.map(({ rule }) => rule)]),
    township: township.map(({ hint: { rule }, places }) => [rule, places]),
  }
}

describe('what a district is shown of a township', () => {
  it('holds its firms against the whole district’s, and shows its own alone', () => {
    const reports = [...ordinary(beside), report(90, 400), report(91, 500, { township: beside })]
    expect(of(reports).firms).toEqual([[code(90), ['unlike-peers']]])
  })

  it('begins with what moves the district’s total most', () => {
    const reports = [...ordinary(beside), report(90, 300), report(91, 900)]
    expect(of(reports).firms.map(([firm]) => firm)).toEqual([code(91), code(90)])
  })

  it('joins what a firm’s own year shows', () => {
    const reference = {
      last: figures({ sales: 100 * SCALE }),
      logMedian: Math.log(100),
      logMad: 0.2,
      months: 24,
    }
    const reports = [...ordinary(beside), report(90, 700, { reference, month: '2023-12' as Report['month'] })]
    expect(of(reports).firms).toEqual([[code(90), ['december-spike', 'unlike-peers']]])
  })

  it('shows what its figures look like side by side', () => {
    const alike = Array.from({ length: 6 }, (_, no) =>
      report(no, 105 + 1.05 * no, {
        no: no + 1,
        reference: { last: figures({ sales: (100 + no) * SCALE }) },
      }),
    )
    expect(of(alike)).toEqual({ firms: [], township: [['same-growth', [1, 2, 3, 4, 5, 6]]] })
  })

  it.each<[string, Partial<Report>]>([
    ['sent back', { state: 'returned' }],
    ['standing still', { condition: 'suspended' }],
    ['not filed', { state: 'expected' }],
  ])('leaves out a firm that is %s', (_, some) => {
    expect(of([...ordinary(beside), report(90, 400, some)]).firms).toEqual([])
  })

  it('takes a firm of unknown division for nobody’s peer', () => {
    expect(of([...ordinary(beside), report(90, 400)], new Map()).firms).toEqual([])
  })

  it('holds a unit without a district against itself', () => {
    const city = UnitPath.parse('nt')
    expect(pointedOut(programme, city, [], divisions)).toEqual({ firms: [], township: [] })
  })
})
