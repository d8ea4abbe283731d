import { describe, expect, it } from 'vitest'
import { Figures } from '../../../shared/domain/figures.ts'
import {
  afterMove,
  counts,
  isDone,
  type Move,
  moves,
  openQuestions,
  Report,
  ReportState,
  stillDeclared,
} from '../../../shared/domain/report.ts'
import { aReport } from '../../build/report.ts'

/** Every move from every state, in the order of `states`; — where it is not allowed. */
const states = ['expected', 'partial', 'submitted', 'returned', 'resubmitted', 'accepted', 'inactive']
const table: [Move, string][] = [
  ['begin', 'partial partial — returned — — partial'],
  ['file', 'submitted submitted submitted resubmitted resubmitted resubmitted submitted'],
  ['import', 'partial partial submitted returned resubmitted accepted inactive'],
  ['explain', '— — submitted resubmitted resubmitted accepted —'],
  ['halt', 'inactive inactive inactive inactive inactive inactive inactive'],
  ['resume', '— — — expected — — expected'],
  ['accept', '— — accepted — accepted — —'],
  ['return', '— — returned returned returned returned returned'],
  ['correct', 'accepted accepted accepted accepted accepted accepted accepted'],
]

describe('a report', () => {
  it('says 本月无 of a declared figure for as long as it is zero', () => {
    expect(stillDeclared({ figures: Figures.parse({ sales: 0 }) })).toBeUndefined()
    expect(stillDeclared({ declared: ['sales'], figures: Figures.parse({ sales: 1 }) })).toBeUndefined()
    expect(
      stillDeclared({ declared: ['sales', 'tax'], figures: Figures.parse({ sales: 0, tax: 3 }) }),
    ).toEqual(['sales'])
  })

  it.each(table)('%s leads to %s', (move, row) => {
    expect(states.map((state) => afterMove(ReportState.parse(state), move) ?? '—').join(' ')).toBe(row)
  })

  it('has a row above for every move and a column for every state', () => {
    expect(table.map(([move]) => move)).toEqual(Object.keys(moves))
    expect(states.toSorted()).toEqual(ReportState.options.toSorted())
  })

  it.each([
    ['expected', false, false],
    ['partial', true, false],
    ['submitted', true, true],
    ['returned', false, false],
    ['resubmitted', true, true],
    ['accepted', true, true],
    ['inactive', false, true],
  ])('that is %s counts in the totals: %s, and is done: %s', (state, inTotals, done) => {
    const one = ReportState.parse(state)
    expect([counts(one), isDone(one)]).toEqual([inTotals, done])
  })

  it('is 待说明 while a question has no answer', () => {
    const open = { rule: 'sales-jump', on: 'sales' }
    const closed = { rule: 'same-as-last-month', on: 'tax', answer: { reason: '其他', text: '按季申报' } }
    expect(openQuestions(aReport({ questions: [open, closed] }))).toEqual([open])
  })

  it('is what its schema says', () => {
    expect(Report.parse(aReport())).toEqual(aReport())
    expect(Report.safeParse({ ...aReport(), state: 'lost' }).success).toBe(false)
  })
})
