import { describe, expect, it } from 'vitest'
import { Enterprise } from '../../../shared/domain/enterprise.ts'
import type { UnitLine } from '../../../shared/domain/import-units.ts'
import { Month } from '../../../shared/domain/month.ts'
import { type Unit, UnitPath } from '../../../shared/domain/unit.ts'
import { unitChanges } from '../../../shared/domain/unit-changes.ts'
import { unitLine, unitTree } from '../../build/unit-tree.ts'

const next = Month.parse('2023-05')
const [jinsha, xiting] = [UnitPath.parse('nt/tz/jinsha'), UnitPath.parse('nt/tz/xiting')]
const firm = Enterprise.parse({
  ...{ code: '91320000608319749X', name: '甲厂', unit: xiting, division: '17', tier: 'sprint' },
  from: '2022-01',
})
const nobody = { units: unitTree, scopes: undefined, next, firms: [], used: new Set<UnitPath>() }
const untouched = { ...nobody, isAnyFrozen: false }
const running = { ...nobody, isAnyFrozen: true }

type Held = Parameters<typeof unitChanges>[1]
type Row = Partial<UnitLine>

const decide = (held: Held, ...rows: Row[]) =>
  unitChanges(
    rows.map((row, index) => unitLine({ row: index + 2, ...row })),
    held,
  )

/** What each row leads to: why it is refused, else what it is. */
const outcomes = (held: Held, ...rows: Row[]): string[] =>
  decide(held, ...rows).decisions.map((one) => (one.is === 'refused' ? one.refusal.why : one.is))

/** The tree with one unit otherwise. */
const treeWith = (path: UnitPath, about: { from?: string; until?: string }): Unit[] =>
  unitTree.map((unit) => {
    const months = Object.entries(about).map(([key, month]) => [key, Month.parse(month)])
    return unit.path === path ? { ...unit, ...Object.fromEntries(months) } : unit
  })

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
    ['that is to go, and nobody is in it', { ...same, state: '撤销' }, 'gone'],
  ])('%s', (_what, row, outcome) => {
    expect(outcomes(untouched, row)).toEqual([outcome])
  })

  it('is taken in once, where the unit has two', () => {
    expect(outcomes(untouched, same, { ...same, code: '1' }, fresh, fresh)).toEqual([
      'same',
      'twice',
      'new',
      'twice',
    ])
  })

  it('is told with both values, and leaves what it does not say as it was', () => {
    const units = treeWith(xiting, { from: '2023-01', until: '2024-12' })
    const [one] = decide({ ...untouched, units }, { ...same, path: xiting, name: '西亭街道' }).decisions
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
    const [one] = decide({ ...untouched, units }, { ...same, from: '', until: '长期' }).decisions
    expect(one).toMatchObject({ is: 'changed', after: { path: xiting, name: '西亭镇', code: '320612102' } })
    expect(one).not.toHaveProperty('after.from')
    expect(one).not.toHaveProperty('after.until')
  })
})

describe('whoever keeps a unit', () => {
  const district = { ...untouched, scopes: [UnitPath.parse('nt/tz')] }
  const city = { ...untouched, scopes: [UnitPath.parse('nt')] }
  it.each<[string, Held, Row, string]>([
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
    expect(outcomes(held, row)).toEqual([outcome])
  })
})

describe('a month whose roster is frozen', () => {
  const ending = (until: string) => ({ ...running, units: treeWith(xiting, { until }) })
  const beginning = (from: string) => ({ ...running, units: treeWith(xiting, { from }) })
  it.each<[string, Held, Row, string]>([
    ['lets a unit end with it', running, { ...same, until: '2023-04' }, 'changed'],
    ['lets no unit end before it', running, { ...same, until: '2023-03' }, 'frozen'],
    ['lets a unit that ended with it go on', ending('2023-04'), { ...same, until: '' }, 'changed'],
    ['lets none that ended before it go on', ending('2023-03'), { ...same, until: '' }, 'frozen'],
    [
      'lets a unit begin later that has not begun',
      beginning('2023-05'),
      { ...same, from: '2023-06' },
      'changed',
    ],
    ['lets none begin later that has begun', beginning('2023-04'), { ...same, from: '2023-06' }, 'frozen'],
    ['lets none begin later that always was', running, { ...same, from: '2023-06' }, 'frozen'],
    ['lets none begin in it', beginning('2023-06'), { ...same, from: '2023-04' }, 'frozen'],
    ['lets none have been always', beginning('2023-06'), { ...same, from: '' }, 'frozen'],
    ['lets none go that it counts', running, { ...same, state: '撤销' }, 'ended'],
    ['lets one go that has not begun', beginning('2023-05'), { ...same, state: '撤销' }, 'gone'],
    ['lets none go that has begun', beginning('2023-04'), { ...same, state: '撤销' }, 'ended'],
    ['leaves one that has ended as it is', ending('2023-03'), { ...same, state: '撤销' }, 'same'],
  ])('%s', (_what, held, row, outcome) => {
    expect(outcomes(held, row)).toEqual([outcome])
  })

  it('says from which month on it may be', () => {
    expect(decide(running, { ...same, until: '2023-03' }).decisions).toMatchObject([
      { refusal: { why: 'frozen', next: '2023-05' } },
    ])
  })

  it.each([
    ['always', '', undefined, next],
    ['since a frozen month', '2023-01', undefined, next],
    ['later', '2023-06', '2023-12', '2023-06'],
  ])('makes a new unit that is to be %s begin after it', (_what, from, until, begins) => {
    const { decisions } = decide(running, { ...fresh, from, ...(until !== undefined && { until }) })
    const after = { path: 'nt/tz/320612103', name: '平潮镇', code: '320612103', from: begins }
    expect(decisions).toMatchObject([
      { is: 'new', after: { ...after, ...(until !== undefined && { until }) } },
    ])
  })

  it('leaves a new unit without months or code as it is written, while there is none', () => {
    const [one] = decide(untouched, { ...fresh, code: '', path: 'pc' }).decisions
    expect(one).toEqual({ row: 2, name: '平潮镇', is: 'new', after: { path: 'nt/tz/pc', name: '平潮镇' } })
  })
})

describe('a unit that is to go', () => {
  const going = { ...same, state: '撤销' }
  const moved = { ...firm, unit: jinsha, earlier: [{ unit: xiting, until: Month.parse('2023-01') }] }
  const closed = { ...firm, until: Month.parse('2023-03') }
  it.each<[string, Held, string]>([
    ['goes while others have firms and people', { ...untouched, firms: [{ ...firm, unit: jinsha }] }, 'gone'],
    ['ends where a person, a group or a target is', { ...untouched, used: new Set([xiting]) }, 'ended'],
    ['ends where a firm was', { ...untouched, firms: [closed] }, 'ended'],
    ['ends where a firm was before it moved', { ...untouched, firms: [moved] }, 'ended'],
    ['stays while a firm reports there', { ...untouched, firms: [firm] }, 'has-firms'],
  ])('%s', (_what, held, outcome) => {
    expect(outcomes(held, going)).toEqual([outcome])
  })

  it.each<[string, Row, { from?: string; until?: string }, string]>([
    ['of the row', { until: '2023-08' }, { until: '2023-12' }, '2023-08'],
    ['that it had', {}, { until: '2023-12' }, '2023-12'],
    ['before the next roster', {}, {}, '2023-04'],
  ])('ends with the month %s', (_what, row, about, until) => {
    const held = { ...running, units: treeWith(xiting, about) }
    const [one] = decide(held, { ...going, code: '320612902', ...row }).decisions
    expect(one).toMatchObject({ is: 'ended', after: { until } })
  })
})

describe('the plan after a table', () => {
  const paths = (units: readonly Unit[]) => units.map(({ path }) => path)

  it('has a new unit last under the unit above it, in the order of the rows', () => {
    const { units } = decide(
      untouched,
      { name: '如城街道', parent: '如皋市', code: '1' },
      fresh,
      { name: '如皋市', parent: '南通市', code: 'rg' },
      { ...fresh, name: '石港镇', code: '320612104' },
    )
    const expected = paths(unitTree).toSpliced(5, 0, ...['nt/tz/320612103', 'nt/tz/320612104'].map(asPath))
    expect(paths(units)).toEqual([...expected, 'nt/rg', 'nt/rg/1'])
  })

  it('has what is changed in its place, and no longer what is gone', () => {
    const { units } = decide(
      running,
      { ...same, path: xiting, name: '西亭街道' },
      { name: '金沙街道', parent: '通州区', state: '撤销' },
    )
    expect(units.map(({ name }) => name)).toEqual(
      unitTree.map(({ name }) => (name === '西亭镇' ? '西亭街道' : name)),
    )
    expect(units.find(({ path }) => path === jinsha)).toMatchObject({ until: '2023-04' })
    expect(paths(decide(untouched, { ...same, state: '撤销' }).units)).not.toContain(xiting)
  })

  it('is as it was where every row is refused, one through the other', () => {
    const district = { name: '如皋市', parent: '南通市', code: '320614' }
    const { decisions, units } = decide(untouched, { ...fresh, parent: '如皋市' }, district)
    expect(decisions.map((one) => one.is === 'refused' && one.refusal.why)).toEqual([
      'parent-refused',
      'code-taken',
    ])
    expect(units).toEqual(unitTree)
  })
})

const asPath = (path: string) => UnitPath.parse(path)
