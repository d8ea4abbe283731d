import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Month } from '../../../shared/domain/month.ts'
import { type Report, ReportState } from '../../../shared/domain/report.ts'
import {
  type Counts,
  doneCount,
  foldReports,
  openCount,
  shift,
  sumCounts,
  Tally,
  unreviewedCount,
} from '../../../shared/domain/tally.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'
import { aReport, dueAt, figures } from '../../build/report.ts'

const tallyOf = (counts: Counts): Tally => ({
  programme: 'nt22',
  month: Month.parse('2023-05'),
  township: UnitPath.parse('nt/tongzhou/320612001'),
  sequence: 0,
  head: '',
  due: dueAt,
  explainBy: dueAt,
  closes: dueAt,
  closed: false,
  counts,
})

const answer = { reason: '其他', text: '设备检修十天' }
const firm = {
  expected: aReport(),
  partial: aReport({ state: 'partial', figures: figures({ sales: 7 }) }),
  onTime: aReport({ state: 'submitted', figures: figures({ sales: 100, tax: -3 }), completeAt: dueAt }),
  late: aReport({ state: 'accepted', figures: figures({ sales: 50 }), completeAt: dueAt + 1 }),
  asked: aReport({
    state: 'resubmitted',
    figures: figures({ sales: 1 }),
    completeAt: dueAt,
    questions: [
      { rule: 'a', on: 'sales' },
      { rule: 'b', on: 'sales', answer },
    ],
  }),
  answered: aReport({
    state: 'submitted',
    completeAt: dueAt,
    questions: [{ rule: 'a', on: 'sales', answer }],
  }),
  returned: aReport({ state: 'returned', figures: figures({ sales: 900 }), completeAt: dueAt }),
  inactive: aReport({ state: 'inactive', figures: figures({ sales: 800 }), completeAt: dueAt }),
}

const anyReport: fc.Arbitrary<Report> = fc
  .record({
    state: fc.constantFrom(...ReportState.options),
    values: fc.dictionary(
      fc.constantFrom('sales', 'tax', 'power', 'staff'),
      fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }),
    ),
    questions: fc.array(
      fc.constantFrom<Report['questions'][number]>(
        { rule: 'a', on: 'sales' },
        { rule: 'b', on: 'tax', answer },
      ),
    ),
    minutes: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
  })
  .map(({ state, values, questions, minutes }) =>
    aReport({
      state,
      figures: figures(values),
      questions,
      ...(minutes !== undefined && { completeAt: dueAt + minutes }),
    }),
  )

describe('a tally', () => {
  it('says what its reports amount to', () => {
    expect(foldReports(Object.values(firm), dueAt)).toEqual({
      firms: 8,
      by: { expected: 1, partial: 1, submitted: 2, returned: 1, resubmitted: 1, accepted: 1, inactive: 1 },
      questioned: 1,
      explained: 1,
      onTime: 4,
      late: 1,
      sums: { sales: 158, tax: -3 },
    })
  })

  it('of nothing is empty', () => {
    expect(foldReports([], dueAt)).toEqual({
      firms: 0,
      by: { expected: 0, partial: 0, submitted: 0, returned: 0, resubmitted: 0, accepted: 0, inactive: 0 },
      questioned: 0,
      explained: 0,
      onTime: 0,
      late: 0,
      sums: {},
    })
  })

  it('counts what is done, still owed and not reviewed', () => {
    const counts = foldReports(Object.values(firm), dueAt)
    expect([doneCount(counts), openCount(counts), unreviewedCount(counts)]).toEqual([5, 3, 3])
  })

  it('shifted by any sequence of changes equals the fold over what they lead to', () => {
    const changes = fc.array(fc.record({ at: fc.nat(), after: anyReport }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.array(anyReport, { minLength: 1, maxLength: 6 }), changes, (start, steps) => {
        let reports = start
        let tally = tallyOf(foldReports(reports, dueAt))
        for (const { at, after } of steps) {
          const index = at % reports.length
          const before = reports[index]
          if (before === undefined) continue
          tally = { ...tally, counts: shift(tally, [{ before, after }]) }
          reports = reports.with(index, after)
        }
        expect(tally.counts).toEqual(foldReports(reports, dueAt))
      }),
    )
  })

  it('of several changes at once is the same as one after the other', () => {
    const tally = tallyOf(foldReports([firm.expected, firm.partial], dueAt))
    const changes = [
      { before: firm.expected, after: firm.onTime },
      { before: firm.partial, after: firm.late },
    ]
    expect(shift(tally, changes)).toEqual(foldReports([firm.onTime, firm.late], dueAt))
  })

  it('of several townships is the fold over all their reports', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyReport, { maxLength: 5 }), { maxLength: 5 }), (townships) => {
        const all = townships.map((reports) => foldReports(reports, dueAt))
        expect(sumCounts(all)).toEqual(foldReports(townships.flat(), dueAt))
      }),
    )
  })

  it('is what its schema says', () => {
    const tally = tallyOf(foldReports(Object.values(firm), dueAt))
    expect(Tally.parse(tally)).toEqual(tally)
  })
})
