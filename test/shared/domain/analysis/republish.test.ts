import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Basis, shownParts, statisticsOf } from '../../../../shared/domain/analysis/publish.ts'
import { type Publication, partsBehind, partsToShow } from '../../../../shared/domain/analysis/republish.ts'
import { makeCreditCode } from '../../../../shared/domain/credit-code.ts'
import type { Report } from '../../../../shared/domain/report.ts'
import type { SnapshotPart } from '../../../../shared/domain/snapshot.ts'
import { UnitPath } from '../../../../shared/domain/unit.ts'
import { aBasis, aFirm, type Sales } from '../../../build/snapshot.ts'

let firms = 0
const coded = (sales: Sales): Report => ({
  ...aFirm(sales),
  code: makeCreditCode('91320612', `T${String(++firms).padStart(7, '0')}`),
})
type City = Record<string, Report[]>
const city = (sizes: Record<string, number>): City =>
  Object.fromEntries(
    Object.entries(sizes).map(([name, count]) => [
      name,
      Array.from({ length: count }, (_, index) => coded({ now: 100 + index, lastYear: 90 + index })),
    ]),
  )
/** The first so many firms of a district, each by so much more. */
const corrected = (of: City, name: string, count: number, by = 10): City => ({
  ...of,
  [name]: (of[name] ?? []).map((report, index) =>
    index < count ? { ...report, figures: { sales: ((report.figures.sales ?? 0) + by) as never } } : report,
  ),
})

/** Publishes one state of the city after another, each held against all that went out before. */
const publish = (states: readonly City[], month?: string): (Publication & { basis: Basis })[] => {
  const out: (Publication & { basis: Basis })[] = []
  const snapshots = new Map<number, readonly SnapshotPart[]>()
  for (const [index, state] of states.entries()) {
    const number = index + 1
    const basis = { ...aBasis(state, month), number, published: out }
    snapshots.set(number, basis.parts)
    const statistics = statisticsOf(basis)
    const parts = partsBehind(statistics, (one) => snapshots.get(one) ?? [])
    out.push({ statistics, parts, basis })
  }
  return out
}
const salesOf = ({ statistics }: Publication, unit: string) =>
  statistics.rows.find((row) => row.unit === unit)?.measures.sales?.total
const cityOf = ({ statistics }: Publication) => statistics.measures.sales?.total ?? 0

describe('a table that is published again', () => {
  const before = city({ a: 9, b: 9, c: 9 })

  it('keeps a district as it was where one firm of it was corrected, and the city with it', () => {
    const [first, second] = publish([before, corrected(before, 'a', 1)])
    if (!first || !second) throw new Error('two tables')
    expect(salesOf(second, 'nt/a')).toBe(salesOf(first, 'nt/a'))
    expect(cityOf(second)).toBe(cityOf(first))
    expect(second.statistics.rows.map(({ kept }) => kept)).toEqual([1, undefined, undefined])
    expect(second.statistics.series).toEqual(first.statistics.series)
  })

  it('shows the corrections of three firms, and says with them what was kept back before', () => {
    const [first, second, third] = publish([before, corrected(before, 'a', 2), corrected(before, 'a', 3)])
    if (!first || !second || !third) throw new Error('three tables')
    expect(cityOf(second) - cityOf(first)).toBe(0)
    expect(cityOf(third) - cityOf(first)).toBe(30)
    expect(third.statistics.rows.some(({ kept }) => kept !== undefined)).toBe(false)
  })

  it('keeps a district as it was where one firm came in or went out', () => {
    const more = { ...before, a: [...(before.a ?? []), ...(city({ a: 1 }).a ?? [])] }
    const fewer = { ...before, a: (before.a ?? []).slice(1) }
    for (const state of [more, fewer]) {
      const [first, second] = publish([before, state])
      expect(second && salesOf(second, 'nt/a')).toBe(first && salesOf(first, 'nt/a'))
    }
  })

  it.each(['2023-02', '2023-05'])(
    'keeps a district where one firm with a history was corrected in %s',
    (month) => {
      const whole = { now: 100, last: 90, lastYear: 80, toDate: 300, lastToDate: 250 }
      const power = { power: 1 as never }
      const other = { ...coded({ now: 100 }), reference: { last: power, lastYearToDate: power } }
      const known = { ...before, a: [...Array.from({ length: 9 }, () => coded(whole)), other] }
      const [first, second] = publish([known, corrected(known, 'a', 1)], month)
      expect(second && salesOf(second, 'nt/a')).toBe(first && salesOf(first, 'nt/a'))
      expect(second?.statistics.rows[0]?.kept).toBe(1)
    },
  )

  it.each([
    ['month', '2023-05', { last: 90 }],
    ['year so far', '2023-05', { lastToDate: 250 }],
    ['two months', '2023-02', { toDate: 50, lastToDate: 250 }],
  ])('keeps a district where growth over the %s would tell of one firm of three', (_, month, history) => {
    const february = month === '2023-02' ? { toDate: 50 } : {}
    const plain = Array.from({ length: 8 }, () => coded({ now: 100, ...february }))
    const known = { ...before, a: [coded({ now: 100, ...history }), ...plain] }
    const [first, second] = publish([known, corrected(known, 'a', 3)], month)
    expect(second && salesOf(second, 'nt/a')).toBe(first && salesOf(first, 'nt/a'))
  })

  it('shows three corrections where every comparison stands on all of them, or on none', () => {
    const whole = { now: 100, last: 90, lastYear: 80, toDate: 300, lastToDate: 250 }
    const known = { ...before, a: Array.from({ length: 9 }, () => coded(whole)) }
    for (const month of ['2023-02', '2023-05']) {
      const [first, second] = publish([known, corrected(known, 'a', 3)], month)
      if (!first || !second) throw new Error('two tables')
      expect((salesOf(second, 'nt/a') ?? 0) - (salesOf(first, 'nt/a') ?? 0)).toBe(30)
    }
  })

  it('takes a township that was not there before as it is, in a district that is kept', () => {
    const [first] = publish([before])
    if (!first) throw new Error('one table')
    const here = first.parts.filter(({ township }) => township.startsWith('nt/a/'))
    const fresh = here.map((part) => ({ ...part, township: UnitPath.parse('nt/a/2') }))
    const kept = new Map([[UnitPath.parse('nt/a'), 1]])
    expect(partsToShow(fresh, kept, [first])).toEqual(fresh)
    expect(partsToShow(fresh, kept, [])).toEqual(fresh)
  })

  it('keeps the one district that would tell and shows the other, and the city is still their sum', () => {
    const both = corrected(corrected(before, 'a', 1), 'b', 4)
    const [first, second] = publish([before, both])
    if (!first || !second) throw new Error('two tables')
    expect(cityOf(second) - cityOf(first)).toBe(40)
    expect((salesOf(second, 'nt/b') ?? 0) - (salesOf(first, 'nt/b') ?? 0)).toBe(40)
  })

  it('keeps a district where one of three firms makes nearly all of the difference', () => {
    const much = corrected(corrected(before, 'a', 3, 1), 'a', 1, 100_000)
    const [first, second] = publish([before, much])
    expect(second && salesOf(second, 'nt/a')).toBe(first && salesOf(first, 'nt/a'))
  })

  it('hides what was hidden before, whichever complement would be taken now', () => {
    const small = city({ a: 20, b: 1, c: 8, d: 12 })
    const later = { ...small, c: [...(small.c ?? []), ...(city({ c: 9 }).c ?? [])] }
    const [first, second] = publish([small, later])
    const hidden = (one?: Publication) =>
      one?.statistics.rows.filter(({ suppressed }) => suppressed).map(({ unit }) => unit)
    expect(hidden(first)).toEqual(['nt/b', 'nt/c'])
    expect(hidden(second)).toEqual(expect.arrayContaining(['nt/b', 'nt/c']))
  })

  it('subtracted from any other of the month never tells of fewer than three firms, whatever is corrected', () => {
    const step = fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd'),
      count: fc.integer({ min: 1, max: 5 }),
      by: fc.integer({ min: -50, max: 50 }).filter((by) => by !== 0),
    })
    const sizes = fc.record({
      a: fc.integer({ min: 1, max: 9 }),
      b: fc.integer({ min: 3, max: 9 }),
      c: fc.integer({ min: 5, max: 9 }),
      d: fc.integer({ min: 5, max: 9 }),
    })
    fc.assert(
      fc.property(sizes, fc.array(step, { minLength: 1, maxLength: 5 }), (given, steps) => {
        const states = [city(given)]
        for (const { name, count, by } of steps) states.push(corrected(states.at(-1) ?? {}, name, count, by))
        const tables = publish(states)
        for (const [index, one] of tables.entries())
          for (const other of tables.slice(index + 1))
            for (const unit of ['nt', 'nt/a', 'nt/b', 'nt/c', 'nt/d']) {
              const [then, now] = [one, other].map((table) => figuresIn(table, unit))
              const told = [...(then ?? [])].filter(([code, value]) => now?.get(code) !== value).length
              expect(told === 0 || told >= 3).toBe(true)
              const sum = [...(now?.values() ?? [])].reduce<number>((all, value) => all + (value ?? 0), 0)
              const shown = unit === 'nt' ? cityOf(other) : salesOf(other, unit)
              expect([sum, undefined]).toContain(shown)
            }
      }),
      { numRuns: 60 },
    )
  })

  it('is worked out from what is behind it: who has the parts gets the same again', () => {
    const [, second] = publish([before, corrected(corrected(before, 'a', 1), 'b', 4)])
    expect(second && shownParts(second.basis).parts.map(({ rows }) => rows)).toEqual(
      ['nt/a', 'nt/b', 'nt/c'].map(
        (unit) => second?.parts.find(({ township }) => township.startsWith(`${unit}/`))?.rows,
      ),
    )
  })
})

/** Every firm's sales behind a number that a table shows. */
const figuresIn = ({ parts }: Publication, unit: string): Map<string, number | undefined> =>
  new Map(
    parts
      .filter(({ township }) => township.startsWith(`${unit}/`))
      .flatMap(({ rows }) => rows.map(({ code, figures }) => [code, figures.sales] as const)),
  )
