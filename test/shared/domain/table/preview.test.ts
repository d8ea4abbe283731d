import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCreditCode } from '../../../../shared/domain/credit-code.ts'
import { RETURNED, type Report } from '../../../../shared/domain/report.ts'
import { answersOf, isFiled, previewOf } from '../../../../shared/domain/table/preview.ts'
import type { TableLine } from '../../../../shared/domain/table/rows.ts'
import { recordFigures } from '../../../../shared/usecases/record-figures.ts'
import { aReport, figures } from '../../../build/report.ts'
import { programme } from '../../../build/snapshot.ts'
import { aTally, deed } from '../../../build/township.ts'

const one = (units: number) => Math.round(units * 10_000)
const whole = { sales: '150', tax: '4.2', power: '3.1', staff: '45' }
const stored = figures({ sales: one(150), tax: one(4.2), power: one(3.1), staff: one(45) })
const filed: Partial<Report> = { state: 'submitted', figures: stored, sequence: 3, revision: 1 }
const asked = [{ rule: 'power-without-sales', on: 'sales' }]
const { code } = aReport()

const lineOf = (about: Partial<TableLine>): TableLine => ({ row: 6, name: '甲厂', code, typed: {}, ...about })
const preview = (report: Partial<Report>, line: Partial<TableLine>, seen = 5) =>
  previewOf([lineOf(line)], { programme, reports: [aReport(report)], seen })
const row = (...given: Parameters<typeof preview>) => preview(...given).rows[0]

describe('what a row would come to', () => {
  const odd = { ...whole, sales: '0' }
  it.each<[string, Partial<Report>, Partial<TableLine>]>([
    ['new', {}, { typed: whole }],
    ['new', {}, { typed: { sales: '0' } }],
    ['changed', filed, { typed: { ...whole, staff: '46' } }],
    ['changed', { figures: figures({ sales: one(150) }) }, { typed: { tax: '1' } }],
    ['changed', { ...filed, state: 'inactive', condition: 'suspended' }, { typed: { staff: '46' } }],
    ['questioned', {}, { typed: odd }],
    ['unchanged', filed, { typed: whole }],
    ['unchanged', filed, { typed: { sales: '150.0' } }],
    ['untouched', {}, {}],
    ['untouched', filed, { words: '季节性' }],
    ['untouched', { condition: 'suspended' }, { condition: 'suspended', note: '检修' }],
    ['explained', { ...filed, questions: asked }, { words: '五月上旬检修' }],
    ['explained', { ...filed, questions: asked }, { typed: whole, words: '五月上旬检修' }],
    ['condition', {}, { condition: 'suspended', note: '检修' }],
    ['condition', { condition: 'moved' }, { condition: 'normal' }],
    ['contested', { ...filed, sequence: 6 }, { typed: { ...whole, staff: '46' } }],
    ['contested', { sequence: 6 }, { condition: 'suspended', note: '检修' }],
    ['refused', {}, { typed: { ...whole, staff: '四十' } }],
    ['refused', {}, { typed: { ...whole, staff: '-1' } }],
    ['refused', {}, { typed: whole, problem: { why: 'hidden' } }],
    ['refused', { ...filed, state: 'inactive', condition: 'suspended' }, { typed: whole }],
  ])('%s', (is, report, line) => {
    expect(row(report, line)?.is).toBe(is)
    expect(preview(report, line).counts).toMatchObject({ [is]: 1 })
  })

  it('tells both values, what is still owed and why', () => {
    expect(row(filed, { typed: { staff: '46' } })).toMatchObject({
      changes: [{ on: 'staff', before: one(45), after: one(46) }],
      ...{ missing: [], findings: [] },
    })
    expect(row({}, { typed: { sales: '0' } })).toMatchObject({
      changes: [{ on: 'sales', after: 0 }],
      missing: ['tax', 'power', 'staff'],
    })
    expect(row({}, { typed: odd })?.findings.map(({ rule }) => rule)).toEqual(['power-without-sales'])
    expect(row({}, { typed: { staff: '-1' } })?.findings.map(({ kind }) => kind)).toEqual(['negative'])
    expect(row({}, { typed: whole, problem: { why: 'hidden' } })).toMatchObject({
      problem: { why: 'hidden' },
    })
  })

  it('knows the firms that the table does not have, and rows of firms that nobody asks', () => {
    const other = makeCreditCode('91320612', 'T0000001')
    const given = { programme, reports: [aReport()], seen: 5 }
    const { rows, absent } = previewOf(
      [lineOf({ code: other, typed: whole }), { row: 7, name: '乙', typed: {} }],
      given,
    )
    expect(rows.map(({ problem }) => problem)).toEqual([{ why: 'unknown-firm' }, { why: 'unknown-firm' }])
    expect(absent.map((report) => report.code)).toEqual([code])
    expect(previewOf([lineOf({})], given).absent).toEqual([])
  })

  it('is what comes of it when it is filed', () => {
    const text = fc.constantFrom('', '0', '150', '4.2', '-3', '四', '45', '1e5')
    const typing = fc.record({ sales: text, tax: text, power: text, staff: text })
    const reports = fc.record({
      figures: fc.constantFrom({}, stored, figures({ sales: 0 })),
      state: fc.constantFrom('expected' as const, 'submitted' as const, 'returned' as const),
      sequence: fc.constantFrom(3, 6),
      questions: fc.constantFrom<Report['questions']>([], [{ rule: RETURNED, on: RETURNED }]),
    })
    const kinds = { stored: ['new', 'changed', 'questioned'], same: ['unchanged'], superseded: ['contested'] }
    fc.assert(
      fc.property(typing, reports, (typed, about) => {
        const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
        const report = aReport(about)
        const recorded = recordFigures({
          ...{ programme, tally: aTally([report]), reports: [report], seen: 5, source: 'firm', deed },
          firms: [{ code, figures: filled }],
        })
        if (recorded.is !== 'recorded') throw new Error(recorded.is)
        const is = recorded.results[0]?.is
        const expected = is === 'stored' || is === 'same' || is === 'superseded' ? kinds[is] : [is]
        expect(expected).toContain(row(about, { typed: filled })?.is)
      }),
      { numRuns: 300 },
    )
  })
})

it('files what is new, changed, questioned or explained, and nothing else', () => {
  const is = (report: Partial<Report>, line: Partial<TableLine>) => preview(report, line).rows.map(isFiled)
  expect(is({}, { typed: whole })).toEqual([true])
  expect(is({ ...filed, questions: asked }, { words: '检修' })).toEqual([true])
  expect(is(filed, { typed: whole })).toEqual([false])
  expect(is({}, { condition: 'suspended', note: '检修' })).toEqual([false])
})

describe('说明 in a table', () => {
  it('answers each question once, with its reason in front or 其他', () => {
    expect(answersOf('季节、春节：五月放假十天', ['sales', 'sales', 'tax'])).toEqual([
      { on: 'sales', reason: '季节、春节', text: '五月放假十天' },
      { on: 'tax', reason: '季节、春节', text: '五月放假十天' },
    ])
    expect(answersOf('设备检修停了八天', ['sales'])).toEqual([
      { on: 'sales', reason: '其他', text: '设备检修停了八天' },
    ])
  })
})
