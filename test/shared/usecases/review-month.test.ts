import { describe, expect, it } from 'vitest'
import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import { RETURNED, type Report } from '../../../shared/domain/report.ts'
import { acceptReports, returnReport } from '../../../shared/usecases/review-month.ts'
import { aReport, figures } from '../../build/report.ts'
import { aTally, claimedAndFolded, deed } from '../../build/township.ts'

const code = (index: number) => makeCreditCode('91320612', `T${String(index).padStart(7, '0')}`)
const question = { rule: 'jump', on: 'sales' }
const answer = { reason: '新增订单、客户', text: '四月签了两家新客户' }
const states: [string, Partial<Report>, accepted: boolean][] = [
  ['submitted', { state: 'submitted' }, true],
  ['resubmitted', { state: 'resubmitted' }, true],
  ['explained', { state: 'submitted', questions: [{ ...question, answer }] }, true],
  ['待说明', { state: 'submitted', questions: [question] }, false],
  ['changed since the card was drawn', { state: 'submitted', sequence: 6 }, false],
  ['expected', {}, false],
  ['partial', { state: 'partial' }, false],
  ['returned', { state: 'returned' }, false],
  ['accepted before', { state: 'accepted' }, false],
  ['inactive', { state: 'inactive' }, false],
]
const firms = states.map(([, about], index) =>
  aReport({ figures: figures({ sales: 10 }), ...about, code: code(index), no: index + 1 }),
)
const look = { tally: aTally(firms), reports: firms, seen: 5 }
const at = (index: number) => firms[index] ?? aReport()

describe('accepting', () => {
  it('takes at once what is clean and was seen, and nothing else', () => {
    const done = acceptReports(look, deed, undefined)
    if (done.is !== 'accepted') throw new Error(done.is)
    const taken = done.settlement.reports.map(({ after }) => after.code)
    expect(taken).toEqual(states.flatMap(([, , accepted], index) => (accepted ? [code(index)] : [])))
    expect(done).toMatchObject({ count: 3, left: 0, settlement: { move: 'accept' } })
    const { claimed, folded } = claimedAndFolded(done.settlement, firms)
    expect(claimed).toEqual(folded)
    expect(claimed.sums).toEqual(look.tally.counts.sums)
  })

  it('takes no more firms than a transaction holds, and says how many are left', () => {
    const many = Array.from({ length: 50 }, (_, index) => aReport({ state: 'submitted', code: code(index) }))
    const done = acceptReports({ ...look, tally: aTally(many), reports: many }, deed, undefined)
    expect(done).toMatchObject({ is: 'accepted', count: 45, left: 5 })
  })

  it.each([
    ['a firm whose question is open, by its name', 3, 'accepted'],
    ['a firm that changed since the card was drawn', 4, 'changed-meanwhile'],
    ['a firm that has filed nothing', 5, 'nothing-to-accept'],
    ['a firm that is accepted', 8, 'nothing-to-accept'],
    ['a firm that is not on the roster', 99, 'nothing-to-accept'],
  ])('%s', (_, index, is) => {
    expect(acceptReports(look, deed, code(index)).is).toBe(is)
  })

  it('has nothing to take twice, and nothing after the close', () => {
    const none = { ...look, reports: firms.filter(({ state }) => state === 'accepted') }
    expect(acceptReports(none, deed, undefined)).toEqual({ is: 'nothing-to-accept' })
    const closed = { ...look, tally: { ...look.tally, closed: true } }
    expect(acceptReports(closed, deed, undefined)).toEqual({ is: 'closed' })
  })
})

describe('returning', () => {
  it.each(['submitted', 'resubmitted', 'accepted', 'inactive'] as const)(
    '%s asks for a reason that stays',
    (state) => {
      const before = aReport({
        state,
        questions: [
          { rule: RETURNED, on: RETURNED, answer },
          { ...question, answer },
        ],
      })
      const done = returnReport(
        { ...look, reports: [before], tally: aTally([before]) },
        before.code,
        ' 请核对 ',
        deed,
      )
      if (done.is !== 'returned') throw new Error(done.is)
      expect(done.report).toMatchObject({
        state: 'returned',
        figures: before.figures,
        returned: { by: deed.by, at: deed.at, reason: '请核对' },
        questions: [
          { ...question, answer },
          { rule: RETURNED, on: RETURNED },
        ],
      })
      expect(done.settlement).toMatchObject({ move: 'return', reason: '请核对' })
      const { claimed, folded } = claimedAndFolded(done.settlement, [before])
      expect(claimed).toEqual(folded)
    },
  )

  it.each([
    ['without a reason', 0, ' ', 'no-reason'],
    ['a firm that is not on the roster', 99, '请核对', 'nothing-to-accept'],
    ['what was never filed', 5, '请核对', 'changed-meanwhile'],
    ['what is partly filed', 6, '请核对', 'changed-meanwhile'],
    ['what changed since the card was drawn', 4, '请核对', 'changed-meanwhile'],
  ])('is not done %s', (_, index, reason, is) => {
    expect(returnReport(look, code(index), reason, deed).is).toBe(is)
  })

  it('once more before the officer acted leaves the newest reason to answer, and the same reason nothing', () => {
    const returned = { by: deed.by, at: deed.at - 1, reason: '请核对' }
    const before = aReport({ state: 'returned', returned, questions: [{ rule: RETURNED, on: RETURNED }] })
    const again = { ...look, reports: [before], tally: aTally([before]) }
    const done = returnReport(again, before.code, '单位疑似有误', deed)
    if (done.is !== 'returned') throw new Error(done.is)
    expect(done.report).toMatchObject({
      state: 'returned',
      returned: { at: deed.at, reason: '单位疑似有误' },
      questions: [{ rule: RETURNED, on: RETURNED }],
    })
    const { claimed, folded } = claimedAndFolded(done.settlement, [before])
    expect(claimed).toEqual(folded)
    expect(returnReport(again, before.code, ' 请核对 ', deed)).toEqual({
      is: 'returned-already',
      report: before,
    })
  })

  it('is not done after the close', () => {
    const closed = { ...look, tally: { ...look.tally, closed: true } }
    expect(returnReport(closed, at(0).code, '请核对', deed)).toEqual({ is: 'closed' })
  })
})
