import { describe, expect, it } from 'vitest'
import type { UnitLine } from '../../../shared/domain/import-units.ts'
import { type Unit, UnitPath } from '../../../shared/domain/unit.ts'
import {
  decideUnits,
  type HeldUnits,
  running,
  treeWith,
  unitOutcomes,
  unitTree,
  untouched,
} from '../../build/unit-tree.ts'

const [jinsha, xiting] = [UnitPath.parse('nt/tz/jinsha'), UnitPath.parse('nt/tz/xiting')]
type Row = Partial<UnitLine>

const same = { name: '西亭镇', parent: '通州区' }
const fresh = { name: '平潮镇', parent: '通州区', code: '320612103' }

describe('a row of a table of units', () => {
  it.each<[string, Row, string]>([
    ['as the plan has it', same, 'same'],
    ['as the plan has it, with its code', { ...same, code: '320612102' }, 'same'],
    ['hidden', { ...same, isHidden: true }, 'hidden'],
    ['without a name', { ...same, name: '' }, 'name'],
    ['of a state that is none', { ...same, state: '并入' }, 'state'],
    ['under a unit that is none', { ...fresh, parent: '如皋市' }, 'parent-unknown'],
    ['of a new unit', fresh, 'new'],
    ['of a new unit that is to go', { ...fresh, state: '撤销' }, 'going-new'],
    ['of a new unit from no month', { ...fresh, from: '以后' }, 'from'],
    ['of a new unit until no month', { ...fresh, until: '2023-13' }, 'until'],
    [
      'of a new unit that ends before it begins',
      { ...fresh, from: '2023-07', until: '2023-06' },
      'backwards',
    ],
    ['of a new unit for one month', { ...fresh, from: '2023-07', until: '2023-07' }, 'new'],
    ['of a new unit that has ended already', { ...fresh, until: '2023-04' }, 'backwards'],
    ['with another name', { ...same, path: xiting, name: '西亭街道' }, 'changed'],
    ['with another code', { ...same, code: '320612902' }, 'changed'],
    ['from no month', { ...same, from: '以后' }, 'from'],
    ['until no month', { ...same, until: '以后' }, 'until'],
    ['that ends before it begins', { ...same, from: '2023-07', until: '2023-06' }, 'backwards'],
    ['for one month', { ...same, from: '2023-07', until: '2023-07' }, 'changed'],
    ['that ended long ago, where no roster is frozen', { ...same, until: '2022-12' }, 'changed'],
    ['that is to go, and nobody is in it', { ...same, state: '撤销' }, 'gone'],
  ])('%s', (_what, row, outcome) => {
    expect(unitOutcomes(untouched, row)).toEqual([outcome])
  })

  it('is taken in once, where the unit has two', () => {
    expect(unitOutcomes(untouched, same, { ...same, code: '1' }, fresh, fresh)).toEqual([
      'same',
      'twice',
      'new',
      'twice',
    ])
  })

  it('is told with both values, and leaves what it does not say as it was', () => {
    const units = treeWith(xiting, { from: '2023-01', until: '2024-12' })
    const [one] = decideUnits({ ...untouched, units }, { ...same, path: xiting, name: '西亭街道' }).decisions
    const before = units.find(({ path }) => path === xiting)
    expect(one).toEqual({
      row: 2,
      name: '西亭街道',
      is: 'changed',
      before,
      after: { ...before, name: '西亭街道' },
    })
  })

  it('takes a unit’s months away where their columns are blank', () => {
    const units = treeWith(xiting, { from: '2023-06', until: '2024-12' })
    const [one] = decideUnits({ ...untouched, units }, { ...same, from: '', until: '长期' }).decisions
    expect(one).toMatchObject({ is: 'changed', after: { path: xiting, name: '西亭镇', code: '320612102' } })
    expect(one).not.toHaveProperty('after.from')
    expect(one).not.toHaveProperty('after.until')
  })
})

describe('whoever keeps a unit', () => {
  const district = { ...untouched, scopes: [UnitPath.parse('nt/tz')] }
  const city = { ...untouched, scopes: [UnitPath.parse('nt')] }
  it.each<[string, HeldUnits, Row, string]>([
    ['adds one below it', district, fresh, 'new'],
    ['takes one below it away', district, { ...same, state: '撤销' }, 'gone'],
    ['adds none elsewhere', district, { ...fresh, parent: '海门区' }, 'not-yours'],
    [
      'takes none away elsewhere',
      district,
      { path: 'nt/hm/park', name: '高新区', state: '撤销' },
      'not-yours',
    ],
    ['does not rename it', district, { path: 'nt/tz', name: '通州' }, 'not-yours'],
    ['may name what stays as it is', district, { name: '海门区', parent: '南通市' }, 'same'],
    ['renames the city as the city', city, { path: 'nt', name: '南通' }, 'changed'],
    ['does not rename the city as a district', district, { path: 'nt', name: '南通' }, 'not-yours'],
  ])('%s', (_what, held, row, outcome) => {
    expect(unitOutcomes(held, row)).toEqual([outcome])
  })
})

describe('the plan after a table', () => {
  const paths = (units: readonly Unit[]) => units.map(({ path }) => path)

  it('has a new unit last under the unit above it, in the order of the rows', () => {
    const { units } = decideUnits(
      untouched,
      { name: '如城街道', parent: '如皋市', code: '1' },
      fresh,
      { name: '如皋市', parent: '南通市', code: 'rg' },
      { ...fresh, name: '石港镇', code: '320612104' },
    )
    const expected = paths(unitTree).toSpliced(
      5,
      0,
      ...['nt/tz/320612103', 'nt/tz/320612104'].map((path) => UnitPath.parse(path)),
    )
    expect(paths(units)).toEqual([...expected, 'nt/rg', 'nt/rg/1'])
  })

  it('has what is changed in its place, and no longer what is gone', () => {
    const { units } = decideUnits(
      running,
      { ...same, path: xiting, name: '西亭街道' },
      { name: '金沙街道', parent: '通州区', state: '撤销' },
    )
    expect(units.map(({ name }) => name)).toEqual(
      unitTree.map(({ name }) => (name === '西亭镇' ? '西亭街道' : name)),
    )
    expect(units.find(({ path }) => path === jinsha)).toMatchObject({ until: '2023-04' })
    expect(paths(decideUnits(untouched, { ...same, state: '撤销' }).units)).not.toContain(xiting)
  })

  it('is as it was where every row is refused, one through the other', () => {
    const district = { name: '如皋市', parent: '南通市', code: '320614' }
    const { decisions, units } = decideUnits(untouched, { ...fresh, parent: '如皋市' }, district)
    expect(decisions.map((one) => one.is === 'refused' && one.refusal.why)).toEqual([
      'parent-refused',
      'code-taken',
    ])
    expect(units).toEqual(unitTree)
  })
})
