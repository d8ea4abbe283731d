import { describe, expect, it } from 'vitest'
import { importedAt } from '../../../shared/domain/import-indicators.ts'
import { importPreviewOf, isStored, otherScale } from '../../../shared/domain/import-preview.ts'
import type { Report } from '../../../shared/domain/report.ts'
import type { TableLine } from '../../../shared/domain/table/rows.ts'
import { supplied, taxBureau } from '../../build/imported.ts'
import { aReport, figures } from '../../build/report.ts'
import { programme } from '../../build/snapshot.ts'

const one = (units: number) => Math.round(units * 10_000)
const { code } = aReport()
const lineOf = (about: Partial<TableLine>): TableLine => ({ row: 6, name: '甲厂', code, typed: {}, ...about })
const preview = (report: Partial<Report>, line: Partial<TableLine>) =>
  importPreviewOf([lineOf(line)], { imported: taxBureau, reports: [aReport(report)] })

describe('what departments have', () => {
  it('is compared where officers file it, and fills in where the programme says so', () => {
    const names = (all: ReturnType<typeof importedAt>) =>
      all.map(({ indicator, department, fills }) => `${indicator.id} ${department} ${fills}`)
    expect(names(importedAt(programme, 'district'))).toEqual([
      'sales tax false',
      'tax tax false',
      'power power false',
    ])
    expect(names(taxBureau)).toEqual(['sales tax false', 'tax tax true'])
  })

  it('is not brought in by a level that may not see it', () => {
    const guarded = {
      ...supplied,
      indicators: supplied.indicators.map((indicator) => ({ ...indicator, visibleTo: 'city' as const })),
    }
    expect(importedAt(guarded, 'district')).toEqual([])
    expect(importedAt(guarded, 'city')).toHaveLength(3)
  })
})

describe('a row of a department’s table', () => {
  const typed = { sales: '150', tax: '4.2' }
  const held = { beside: figures({ sales: one(150) }), figures: figures({ tax: one(4.2) }) }
  it.each<[string, Partial<Report>, Partial<TableLine>]>([
    ['new', {}, { typed }],
    ['new', { figures: figures({ sales: one(99) }) }, { typed: { sales: '150' } }],
    ['changed', held, { typed: { sales: '151' } }],
    ['changed', { beside: held.beside }, { typed }],
    ['unchanged', held, { typed }],
    ['unchanged', held, { typed: { tax: '4.20' } }],
    ['untouched', {}, {}],
    ['unknown', {}, { code: undefined as never, typed, problem: { why: 'elsewhere' } }],
    ['unknown', {}, { code: 'X' as never, typed }],
    ['unknown', {}, { isPart: true, typed }],
    ['refused', {}, { typed, problem: { why: 'hidden' } }],
    ['refused', {}, { typed: { ...typed, tax: '约4' } }],
    ['new', {}, { typed: { sales: '-3' } }],
  ])('is %s', (is, report, line) => {
    const { rows, counts } = preview(report, line)
    expect(rows[0]?.is).toBe(is)
    expect(counts).toMatchObject({ [is]: 1 })
    expect(rows.map(isStored)).toEqual([is === 'new' || is === 'changed'])
  })

  it('says why it is not taken', () => {
    expect(preview({}, { code: 'X' as never }).rows[0]?.problem).toEqual({ why: 'unknown-firm' })
    expect(preview({}, { isPart: true }).rows[0]?.problem).toMatchObject({ why: 'near-name' })
    expect(preview({}, { typed: { ...typed, tax: '约4' } }).rows[0]?.refused).toEqual([
      { on: 'tax', why: 'not-a-number' },
    ])
    const power = importedAt(programme, 'city').filter(({ indicator }) => indicator.id === 'power')
    const [row] = importPreviewOf([lineOf({ typed: { power: '-1' } })], {
      imported: power,
      reports: [aReport()],
    }).rows
    expect(row?.refused).toEqual([{ on: 'power', why: 'negative' }])
  })
})

describe('a column in another unit', () => {
  const rowsOf = (values: readonly (readonly [now: number, last: number])[]) =>
    values.flatMap(
      ([now, last]) =>
        preview({ reference: { last: figures({ sales: one(last) }) } }, { typed: { sales: String(now) } })
          .rows,
    )
  const said = (values: Parameters<typeof rowsOf>[0]) =>
    otherScale(rowsOf(values), taxBureau).map(({ indicator }) => indicator.id)

  it('is told by the median of its firms, up or down', () => {
    expect(
      said([
        [150_000, 150],
        [90_000, 100],
        [80, 80],
      ]),
    ).toEqual(['sales'])
    expect(
      said([
        [0.015, 150],
        [0.01, 100],
        [0.02, 80],
      ]),
    ).toEqual(['sales'])
  })

  it('is not seen in a firm’s leap, in two firms, or where nothing is known', () => {
    expect(
      said([
        [15_000, 150],
        [110, 100],
        [80, 80],
      ]),
    ).toEqual([])
    expect(
      said([
        [150_000, 150],
        [90_000, 100],
      ]),
    ).toEqual([])
    const unknown = preview({}, { typed: { sales: '150000' } }).rows
    expect(otherScale([...unknown, ...unknown, ...unknown], taxBureau)).toEqual([])
  })

  it('is held against what was filed this month where anything was', () => {
    const filed = { figures: figures({ sales: one(150) }), reference: { last: figures({ sales: one(1) }) } }
    const { rows } = preview(filed, { typed: { sales: '155' } })
    expect(otherScale([...rows, ...rows, ...rows], taxBureau)).toEqual([])
  })
})
