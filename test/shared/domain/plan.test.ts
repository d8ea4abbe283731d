import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Month } from '../../../shared/domain/month.ts'
import {
  districtsAt,
  findUnits,
  inPlanOrder,
  nameOf,
  parsePlan,
  targetOf,
  townshipsUnder,
  unitOfVillage,
  WrongPlan,
} from '../../../shared/domain/plan.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'

const file = new URL('../../../shared/domain/programmes/nantong-2022-2024.json', import.meta.url)
const json = z
  .looseObject({ programme: z.looseObject({}), units: z.array(z.looseObject({ path: z.string() })) })
  .parse(JSON.parse(readFileSync(file, 'utf8')))
const plan = parsePlan(json)
const city = UnitPath.parse('nt')
const march = Month.parse('2023-03')
const indicator = plan.programme.indicators[0]

describe('the plan of Nantong 2022–2024', () => {
  it('has 116 reporting townships and parks in ten districts', () => {
    expect(townshipsUnder(plan.units, city, march)).toHaveLength(116)
    expect(plan.programme.targets).toHaveLength(10)
  })

  it('gives units their place in it, and one that it no longer has the last', () => {
    const paths = ['nt/gone', 'nt/chongchuan', 'nt/rugao', 'nt/haian'].map((path) => UnitPath.parse(path))
    const sorted = paths.toSorted(inPlanOrder(plan.units))
    expect(sorted).toEqual(['nt/haian', 'nt/rugao', 'nt/chongchuan', 'nt/gone'])
  })

  it('is to list exactly 1000 firms in each year', () => {
    expect([2022, 2023, 2024].map((year) => targetOf(plan.programme, city, year))).toEqual([1000, 1000, 1000])
  })

  const source = new URL('../../../../shared/data/targets.json', import.meta.url)
  it.runIf(existsSync(source))('has the targets of the plan itself', () => {
    const table = z.object({ rows: z.array(z.looseObject({ district: z.string(), '2023': z.number() })) })
    const { rows } = table.parse(JSON.parse(readFileSync(source, 'utf8')))
    const named = plan.programme.targets.map(({ unit, byYear }) => ({
      district: plan.units.find(({ path }) => path === unit)?.name,
      target: byYear['2023'],
    }))
    expect(named).toEqual(rows.map((row) => ({ district: row.district, target: row['2023'] })))
  })

  it('finds a unit by its name, without its ending, or says that several fit', () => {
    expect(findUnits(plan.units, '如皋').map(({ path }) => path)).toEqual(['nt/rugao'])
    expect(findUnits(plan.units, '金沙街道').map(({ path }) => path)).toEqual(['nt/tongzhou/320612001'])
    expect(findUnits(plan.units, '经济开发区').length).toBeGreaterThan(1)
    expect(findUnits(plan.units, '')).toEqual([])
  })

  it('sends a village to its township, an override first', () => {
    expect(unitOfVillage(plan.units, '320612001005')?.name).toBe('金沙街道')
    const park = plan.units.find(({ name }) => name === '通州湾')
    const units = plan.units.map((unit) => (unit === park ? { ...unit, villages: ['320612001005'] } : unit))
    expect(unitOfVillage(units, '320612001005')?.name).toBe('通州湾')
  })

  it('knows no township of a village that is nowhere', () => {
    expect(unitOfVillage(plan.units, '999999999999')).toBeUndefined()
  })

  it('finds all units whose name holds the words, where none is called so', () => {
    expect(findUnits(plan.units, '锡通').map(({ name }) => name)).toEqual(['苏锡通'])
    expect(findUnits(plan.units, '没有的地方')).toEqual([])
  })

  it('names a unit, and one that it no longer has by its path', () => {
    expect(nameOf(plan.units, city)).toBe('南通市')
    expect(nameOf(plan.units, UnitPath.parse('nt/gone'))).toBe('nt/gone')
  })

  it('asks for no listing in a year without a target', () => {
    expect(targetOf(plan.programme, city, 2025)).toBe(0)
    expect(targetOf(plan.programme, UnitPath.parse('nt/rugao'), 2023)).toBe(140)
  })

  it('counts a unit from its first month to its last, both included', () => {
    const merged = plan.units.map((unit) => {
      if (unit.path === 'nt/rugao') return { ...unit, until: march }
      return unit.path === 'nt/haian' ? { ...unit, from: Month.parse('2023-04') } : unit
    })
    const has = (month: string) =>
      districtsAt(merged, Month.parse(month)).flatMap(({ name }) => (/如皋|海安/.test(name) ? [name] : []))
    expect([has('2023-03'), has('2023-04')]).toEqual([['如皋市'], ['海安市']])
  })

  it('names everything that is wrong with a plan at once', () => {
    const units = json.units.filter(({ path }) => path !== 'nt/rugao')
    const wrong = () => parsePlan({ programme: { ...json.programme, city: 'xx' }, units })
    expect(wrong).toThrow(WrongPlan)
    expect(wrong).toThrow('xx 不在 units 里')
    expect(wrong).toThrow('nt/rugao 不是 units 里的区县')
    expect(wrong).toThrow('nt/rugao/320682001：缺少它的上级单位')
  })

  it.each<[string, (programme: Record<string, unknown>) => object, string]>([
    ['an indicator twice', () => ({ indicators: [indicator, indicator] }), 'sales 写了两次'],
    [
      'a year-to-date of nothing',
      () => ({ indicators: [{ ...indicator, cumulativeOf: 'gone' }] }),
      'sales 是 gone 的累计数，而 indicators 里没有 gone',
    ],
    [
      'a target for a township',
      () => ({ targets: [{ unit: 'nt/rugao/320682001', byYear: { 2022: 1, 2023: 1, 2024: 1 } }] }),
      'nt/rugao/320682001 不是 units 里的区县',
    ],
    [
      'a target for other years',
      () => ({ targets: [{ unit: 'nt/rugao', byYear: { 2022: 1 } }] }),
      'nt/rugao：年份与方案的 years 不一致',
    ],
    [
      'no such hour',
      ({ due }) => ({ due: { ...z.looseObject({}).parse(due), time: '25:00' } }),
      '时间写作 17:00',
    ],
  ])('is refused with %s', (_what, change, message) => {
    const programme = { ...json.programme, ...change(json.programme) }
    expect(() => parsePlan({ programme, units: json.units })).toThrow(message)
  })

  it('is refused with a unit twice', () => {
    expect(() => parsePlan({ ...json, units: [...json.units, json.units[0]] })).toThrow('nt 写了两次')
  })
})
