import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Month } from '../../../shared/domain/month.ts'
import {
  findUnits,
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

describe('the plan of Nantong 2022–2024', () => {
  it('has 116 reporting townships and parks in ten districts', () => {
    expect(townshipsUnder(plan.units, city, march)).toHaveLength(116)
    expect(plan.programme.targets).toHaveLength(10)
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

  it('names everything that is wrong with a plan at once', () => {
    const units = json.units.filter(({ path }) => path !== 'nt/rugao')
    const wrong = () => parsePlan({ programme: { ...json.programme, city: 'xx' }, units })
    expect(wrong).toThrow(WrongPlan)
    expect(wrong).toThrow('xx is not a unit')
    expect(wrong).toThrow('nt/rugao is not a district')
    expect(wrong).toThrow('nt/rugao/320682001: the unit above it is missing')
  })
})
