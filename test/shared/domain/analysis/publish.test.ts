import { describe, expect, it } from 'vitest'
import { totalsOf } from '../../../../shared/domain/analysis/month-totals.ts'
import { statisticsOf } from '../../../../shared/domain/analysis/publish.ts'
import { Statistics } from '../../../../shared/domain/analysis/statistics.ts'
import { Enterprise } from '../../../../shared/domain/enterprise.ts'
import { Day } from '../../../../shared/domain/instant.ts'
import { Month } from '../../../../shared/domain/month.ts'
import type { Report } from '../../../../shared/domain/report.ts'
import { aReport, dueAt, figures } from '../../../build/report.ts'
import { aBasis, aFirm, alike, programme, type Sales } from '../../../build/snapshot.ts'

const sales = (firms: Sales[], month?: string) =>
  statisticsOf(aBasis({ a: firms.map(aFirm) }, month)).measures.sales

describe('a measure of the month', () => {
  it('adds what was reported and compares matched firms, with their number', () => {
    const matched = { now: 110, last: 100, lastYear: 88, toDate: 400, lastToDate: 500 }
    expect(sales([matched, matched, matched, { now: 200 }, { last: 77, lastYear: 77 }])).toEqual({
      total: 530,
      firms: 4,
      yearOnYear: { permille: 250, firms: 3 },
      monthOnMonth: { permille: 100, firms: 3 },
      yearToDate: 1730,
      yearToDateGrowth: { permille: 20, firms: 3 },
    })
  })

  it('leaves out what was returned, and firms that stand still', () => {
    const returned: Sales = { now: 500, lastYear: 1, state: 'returned' }
    const still: Sales = { now: 600, lastYear: 1, state: 'inactive' }
    expect(sales([{ now: 1 }, { now: 2 }, { now: 3 }, returned, still])).toMatchObject({ total: 6, firms: 3 })
  })

  it('shows no growth over one or two firms: it would be theirs', () => {
    expect(sales([{ now: 10, lastYear: 5 }, { now: 10, lastYear: 5 }, { now: 10 }])?.yearOnYear).toEqual({
      firms: 2,
    })
  })

  it('has no growth from a base of zero', () => {
    expect(sales([0, 0, 0].map((lastYear) => ({ now: 5, lastYear })))?.yearOnYear).toEqual({ firms: 3 })
  })
})

describe('February', () => {
  const both = { now: 10, last: 30, toDate: 30, lastYear: 8, lastToDate: 20 }

  it('is published with January, and compared with both of last year', () => {
    const { label, measures } = statisticsOf(aBasis({ a: [both, both, both].map(aFirm) }, '2023-02'))
    expect([label, measures.sales]).toEqual([
      '1—2月',
      {
        total: 120,
        firms: 3,
        yearOnYear: { permille: 1000, firms: 3 },
        yearToDate: 120,
        yearToDateGrowth: { permille: 1000, firms: 3 },
      },
    ])
  })

  it('matches only firms that reported both months in both years', () => {
    const withoutJanuary = { now: 10, lastYear: 8 }
    const withoutFebruary = { toDate: 30, lastToDate: 20 }
    expect(sales([both, both, both, withoutJanuary, withoutFebruary], '2023-02')).toMatchObject({
      total: 130,
      firms: 4,
      yearOnYear: { permille: 1000, firms: 3 },
    })
  })

  it('leaves January a label of its own, for it is frozen all the same', () => {
    expect(statisticsOf(aBasis({ a: [] }, '2023-01')).label).toBe('1月')
  })
})

describe('the districts', () => {
  it('are ranked by growth, ties sharing a place', () => {
    const { rows } = statisticsOf(
      aBasis({
        a: alike(3, { now: 105, lastYear: 100 }),
        b: alike(4, { now: 210, lastYear: 200 }),
        c: alike(5, { now: 120, lastYear: 100 }),
        d: alike(6, { now: 90, lastYear: 100 }),
        e: alike(7, { now: 90 }),
      }),
    )
    expect(rows.map(({ rank }) => rank)).toEqual([2, 2, 1, 4, undefined])
  })

  it('hide small cells and their complements, and keep what tells no figure', () => {
    const { rows } = statisticsOf(
      aBasis({
        a: alike(20, { now: 100, lastYear: 90 }),
        b: alike(1, { now: 100, lastYear: 50 }),
        c: alike(8, { now: 100, lastYear: 80 }),
        d: alike(12, { now: 100, lastYear: 70 }),
        e: [],
      }),
    )
    expect(rows.map(({ suppressed, rank, measures }) => [suppressed, rank, measures.sales?.total])).toEqual([
      [false, 2, 2000],
      [true, undefined, undefined],
      [true, undefined, undefined],
      [false, 1, 1200],
      [false, undefined, 0],
    ])
    expect(rows[1]).toMatchObject({ measures: {}, completeness: { firms: 1, reported: 1 } })
  })

  it('are protected indicator by indicator', () => {
    const withPower = (count: number) =>
      alike(count, {}).map((report) => ({ ...report, figures: figures({ sales: 10, power: 10 }) }))
    const { rows } = statisticsOf(
      aBasis({
        a: [...withPower(2), ...alike(8, { now: 10 })],
        b: withPower(8),
        c: withPower(9),
      }),
    )
    expect(
      rows.map(({ suppressed, measures }) => [suppressed, measures.sales?.total, measures.power?.total]),
    ).toEqual([
      [false, 100, undefined],
      [false, 80, undefined],
      [false, 90, 90],
    ])
  })

  it('are told by size where a credit note turns a total', () => {
    const credited = [...alike(4, { now: 1 }), aFirm({ now: -1000 })]
    const { rows } = statisticsOf(
      aBasis({ a: credited, b: alike(9, { now: 500 }), c: alike(9, { now: 500 }) }),
    )
    expect(rows.map(({ suppressed }) => suppressed)).toEqual([true, true, false])
  })

  it('that differ most from last month are named, in February from last year', () => {
    const changing = (last: number) => alike(3, { now: 100, last, toDate: 0, lastToDate: 2 * last })
    const districts = {
      a: changing(100),
      b: changing(50),
      c: changing(200),
      d: changing(80),
      e: alike(3, { now: 1 }),
    }
    const named = (month: string) =>
      statisticsOf(aBasis(districts, month)).largest.map(({ name, permille }) => `${name} ${permille}`)
    expect(named('2023-05')).toEqual(['nt/b 1000', 'nt/c -500', 'nt/d 250'])
    expect(named('2023-02')).toEqual(['nt/c -750', 'nt/a -500', 'nt/d -375'])
  })
})

describe('the city', () => {
  it('says how complete it is', () => {
    const states = [
      'expected',
      'partial',
      'submitted',
      'returned',
      'resubmitted',
      'accepted',
      'inactive',
    ] as const
    const question = { rule: 'sales-jump', on: 'sales' }
    const reports = states.map((state) => aReport({ state, questions: [question] }))
    const late = aReport({ state: 'submitted', completeAt: dueAt + 1 })
    expect(statisticsOf(aBasis({ a: reports, b: [late] })).completeness).toEqual({
      firms: 8,
      reported: 5,
      onTime: 4,
      late: 1,
      missing: 2,
      returned: 1,
      inactive: 1,
      unreviewed: 3,
      questioned: 4,
      explained: 0,
      copied: 0,
      zero: 0,
      corrected: 0,
      suspended: 0,
      moved: 0,
      deregistered: 0,
    })
  })

  it('tells apart what is easily taken for one another: blank, zero, copied, explained, out, and why', () => {
    const four = figures({ sales: 10, tax: 1, power: 2, staff: 30 })
    const zeros = figures({ sales: 0, tax: 0, power: 0, staff: 0 })
    const filed = { state: 'submitted', completeAt: dueAt } as const
    const out = (condition: Report['condition']) =>
      aReport({ state: 'inactive', condition, completeAt: dueAt })
    const reports = [
      aReport(),
      aReport({ ...filed, figures: zeros, reference: { last: zeros } }),
      aReport({ ...filed, figures: four, reference: { last: four } }),
      aReport({
        ...filed,
        figures: four,
        questions: [{ rule: 'a', on: 'sales', answer: { reason: '其他', text: '按季申报' } }],
      }),
      ...[out('suspended'), out('suspended'), out('moved'), out('deregistered')],
    ]
    expect(statisticsOf(aBasis({ a: reports })).completeness).toMatchObject({
      ...{ firms: 8, missing: 1, zero: 1, copied: 1, explained: 1, questioned: 0, late: 0, onTime: 7 },
      ...{ inactive: 4, suspended: 2, moved: 1, deregistered: 1 },
    })
  })

  it('shows nothing of two firms', () => {
    const { measures, growing } = statisticsOf(aBasis({ a: alike(2, { now: 5, lastYear: 4 }) }))
    expect([measures, growing]).toEqual([{}, { firms: 2 }])
  })

  it('counts the share of firms that grew among the matched ones', () => {
    const firms = [
      ...alike(2, { now: 5, lastYear: 4 }),
      ...alike(2, { now: 5, lastYear: 5 }),
      ...alike(2, { now: 4, lastYear: 5 }),
      ...alike(9, { now: 5 }),
    ]
    expect(statisticsOf(aBasis({ a: firms })).growing).toEqual({ permille: 333, firms: 6 })
  })

  it('says how much of the sales nobody has reviewed', () => {
    const firms = [
      aFirm({ now: 60 }),
      aFirm({ now: 30, state: 'submitted' }),
      aFirm({ now: 10, state: 'resubmitted' }),
      aReport({ state: 'submitted', figures: figures({ staff: 10_000 }) }),
    ]
    expect(statisticsOf(aBasis({ a: firms })).unreviewedShare).toBe(400)
    expect(statisticsOf(aBasis({ a: [] })).unreviewedShare).toBe(0)
  })

  it('draws the months before and this one, from the totals that it leaves behind', () => {
    const basis = aBasis({ a: alike(3, { now: 7 }), b: alike(4, { now: 5 }) })
    const totals = totalsOf({ programme: programme.id, month: basis.month, number: 1, parts: basis.parts })
    expect(totals).toEqual({
      programme: programme.id,
      month: '2023-05',
      snapshot: 1,
      firms: 7,
      sums: { sales: 41 },
      byDistrict: { 'nt/a': { firms: 3, sums: { sales: 21 } }, 'nt/b': { firms: 4, sums: { sales: 20 } } },
    })
    const april = { ...totals, month: Month.parse('2023-04'), sums: { sales: 40 } }
    expect(statisticsOf({ ...basis, totals: [april] }).series.map(({ sales }) => sales)).toEqual([40, 41])
  })

  it('is what its schema says', () => {
    const statistics = statisticsOf(aBasis({ a: alike(4, { now: 5, lastYear: 4 }) }))
    expect(Statistics.parse(statistics)).toEqual(statistics)
  })
})

describe('the listing', () => {
  const firm = Enterprise.parse({
    code: '91320000608319749X',
    name: '甲厂',
    unit: 'nt/a/1',
    division: '17',
    tier: 'sprint',
    from: '2022-01',
  })
  const listed = (on: string): Enterprise => ({
    ...firm,
    listed: { on: Day.parse(on), by: 'ou_one', at: dueAt },
  })

  it('is not shown where nobody records any', () => {
    expect(statisticsOf({ ...aBasis({ a: [] }), firms: [firm] })).not.toHaveProperty('listing')
  })

  it('counts this year’s firms against the target, and those whose year has reached 2,000 万元', () => {
    const year = (toDate: number, now: number) => aFirm({ toDate: toDate * 10_000, now: now * 10_000 })
    const reached = [year(1900, 100), year(1900, 99.9999), aFirm({ now: 20_000_000 }), aFirm({})]
    const firms = [listed('2023-03-20'), listed('2022-12-31'), firm]
    expect(statisticsOf({ ...aBasis({ a: reached }), firms }).listing).toEqual({
      year: 2023,
      target: 1000,
      listed: 1,
      reached: 2,
    })
  })
})
