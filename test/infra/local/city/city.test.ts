import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { figuresFor, makeCity } from '../../../../infra/local/city/city.ts'
import { readCreditCode } from '../../../../shared/domain/credit-code.ts'
import { Month } from '../../../../shared/domain/month.ts'
import { levelOf, within } from '../../../../shared/domain/unit.ts'
import { nantong } from './nantong.ts'

const lastMonth = Month.parse('2023-02')
const city = makeCity({ plan: nantong, seed: 1, lastMonth })
const townships = nantong.units.filter(({ path }) => levelOf(path) === 'township')
const fingerprint = (of: object) => createHash('sha256').update(JSON.stringify(of)).digest('hex')
const repeated = (all: readonly string[]) => all.filter((one, index) => all.indexOf(one) !== index)
const firmsIn = (path: string) => city.enterprises.filter(({ unit }) => unit === path).length

describe('makeCity', () => {
  it('makes the same city from the same seed, and another one from another', () => {
    expect(fingerprint(makeCity({ plan: nantong, seed: 1, lastMonth }))).toBe(fingerprint(city))
    expect(fingerprint(makeCity({ plan: nantong, seed: 2, lastMonth }))).not.toBe(fingerprint(city))
  })

  it('has as many firms as asked for: 5, 200 and 3,000', () => {
    const sizes = [5, 200].map(
      (firms) => makeCity({ plan: nantong, seed: 1, lastMonth, firms }).enterprises.length,
    )
    expect([...sizes, city.enterprises.length]).toEqual([5, 200, 3000])
  })

  it('spreads them over all 116 townships, 10 to 150 each', () => {
    const sizes = townships.map(({ path }) => firmsIn(path))
    expect(sizes).toHaveLength(116)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(150)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(3000)
  })

  it('keeps 苏锡通 and 通州湾, of two townships and one, below a fortieth of the city each', () => {
    const small = nantong.units.filter(({ name }) => /苏锡通|通州湾/.test(name))
    for (const { path } of small)
      expect(city.enterprises.filter(({ unit }) => within(unit, path)).length).toBeLessThan(75)
  })

  it('gives each firm a name and a code of its own, and the codes pass both checks', () => {
    expect(repeated(city.enterprises.map(({ name }) => name))).toEqual([])
    expect(repeated(city.enterprises.map(({ code }) => code))).toEqual([])
    expect(
      city.enterprises.map(({ code }) => readCreditCode(code)).filter((read) => read.is !== 'code'),
    ).toEqual([])
  })

  it('leans towards textiles (17), general machinery (34) and metal products (33), as Nantong does', () => {
    const of = (division: string) => city.enterprises.filter((firm) => firm.division === division).length
    const divisions = [...new Set(city.enterprises.map(({ division }) => division))]
    expect(divisions.toSorted((a, b) => of(b) - of(a)).slice(0, 3)).toEqual(['17', '34', '33'])
    expect(divisions.filter((division) => division < '06' || division > '46')).toEqual([])
  })

  it('lets some firms join in the month to come and takes some off the roster', () => {
    const joining = city.enterprises.filter(({ from }) => from === '2023-03')
    const leaving = city.enterprises.filter(({ until }) => until === lastMonth)
    expect([joining.length, leaving.length]).toEqual([6, 5])
  })

  it('packs 36 months into four years a firm', () => {
    const old = city.enterprises.find(({ from, until }) => from === '2020-03' && until === undefined)
    expect(city.years.filter(({ code }) => code === old?.code).map(({ year }) => year)).toEqual([
      2020, 2021, 2022, 2023,
    ])
  })
})

describe('truth', () => {
  const march = city.truth(Month.parse('2023-03'))
  const roster = city.enterprises.filter(({ until }) => until === undefined)

  it('has figures, or a reason for none, of every firm on the roster of the month to come', () => {
    const known = [...march.figures.keys(), ...march.inactive.keys()]
    expect(known.toSorted()).toEqual(roster.map(({ code }) => code).toSorted())
  })

  it('lets about one firm in a hundred stand still, move or close, each with a note', () => {
    expect(march.inactive.size / roster.length).toBeCloseTo(0.01, 2)
    expect([...march.inactive.values()].filter(({ note }) => note.length < 8)).toEqual([])
  })

  it('agrees with the history where there is one', () => {
    const figures = figuresFor(city, lastMonth)
    const february = city.years.flatMap(({ code, year, months }) =>
      year === 2023 && months[2] ? [{ code, said: months[2] }] : [],
    )
    expect(february.map(({ said }) => said)).toEqual(february.map(({ code }) => figures.get(code)))
  })
})
