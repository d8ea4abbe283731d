import { describe, expect, it } from 'vitest'
import { Enterprise } from '../../../shared/domain/enterprise.ts'
import { Unit } from '../../../shared/domain/unit.ts'
import type { UnitDecision } from '../../../shared/domain/unit-changes.ts'
import { checkedAmong } from '../../../shared/domain/unit-tree.ts'
import { unitTree } from '../../build/unit-tree.ts'

const unit = (path: string, about: object = {}): Unit => {
  const known = unitTree.find((one) => one.path === path)
  return Unit.parse({ ...known, path, ...about })
}
/** The plan's units, these among them as they are to be. */
const treeOf = (...units: Unit[]): Unit[] => {
  const left = unitTree.filter(({ path }) => !units.some((one) => one.path === path))
  return [...left, ...units]
}
const changed = (after: Unit): UnitDecision => ({
  ...{ row: 2, name: after.name, is: 'changed' },
  ...{ before: after, after },
})
const check = (after: Unit, others: Unit[] = [], firms: Enterprise[] = []) => {
  const one = checkedAmong(changed(after), treeOf(...others, after), firms)
  return one.is === 'refused' ? one.refusal : one.is
}

const until = (month: string) => ({ until: month })
const xiting = (about: object) => unit('nt/tz/xiting', about)
const fresh = (about: object = {}) => unit('nt/tz/new', { name: '平潮镇', ...about })

describe('a unit among the others', () => {
  it.each<[string, Unit, Unit[], object | string]>([
    ['stands where nothing is against it', fresh({ code: '320612103' }), [], 'changed'],
    [
      'has a unit above',
      unit('nt/rg/1', { name: '如城街道' }),
      [],
      { why: 'parent-refused', parent: 'nt/rg' },
    ],
    ['may be the city', unit('nt', { name: '南通' }), [], 'changed'],
    ['has a code of its own', fresh({ code: '320614' }), [], { why: 'code-taken' }],
    ['may have a name of another district', unit('nt/hm/new', { name: '西亭镇' }), [], 'changed'],
    ['has a name of its own beside others', fresh({ name: '西亭镇' }), [], { why: 'name-taken' }],
    [
      'may follow one of its name',
      fresh({ name: '西亭镇', from: '2023-05' }),
      [xiting(until('2023-04'))],
      'changed',
    ],
    [
      'does not share a month with one of its name',
      fresh({ name: '西亭镇', from: '2023-04' }),
      [xiting(until('2023-04'))],
      { why: 'name-taken' },
    ],
    [
      'may come before one of its name',
      fresh({ name: '西亭镇', until: '2023-04' }),
      [xiting({ from: '2023-05' })],
      'changed',
    ],
    [
      'does not last into one of its name',
      fresh({ name: '西亭镇', until: '2023-05' }),
      [xiting({ from: '2023-05' })],
      { why: 'name-taken' },
    ],
    ['may end with the one above', fresh(until('2023-06')), [unit('nt/tz', until('2023-06'))], 'changed'],
    [
      'does not outlast the one above',
      fresh(until('2023-07')),
      [unit('nt/tz', until('2023-06'))],
      { why: 'parent-ends' },
    ],
    ['ends where the one above does', fresh(), [unit('nt/tz', until('2023-06'))], { why: 'parent-ends' }],
    [
      'may end when all below it have',
      unit('nt/hm', until('2023-06')),
      [unit('nt/hm/park', until('2023-06'))],
      'changed',
    ],
    [
      'does not end before one below it',
      unit('nt/hm', until('2023-06')),
      [unit('nt/hm/park', until('2023-07'))],
      { why: 'has-units', names: ['高新区'] },
    ],
    [
      'does not end above one that does not',
      unit('nt/tz', until('2023-06')),
      [xiting(until('2023-06'))],
      { why: 'has-units', names: ['金沙街道', '高新区'] },
    ],
  ])('%s', (_what, after, others, outcome) => {
    expect(check(after, others)).toEqual(outcome)
  })
})

describe('a unit that ends in June', () => {
  const firm = (about: object) =>
    Enterprise.parse({
      ...{ code: '91320000608319749X', name: '甲厂', unit: 'nt/tz/xiting', division: '17', tier: 'sprint' },
      ...{ from: '2022-01', ...about },
    })
  const leaving = (month: string) => ({
    unit: 'nt/tz/jinsha',
    earlier: [{ unit: 'nt/tz/xiting', until: month }],
  })
  const staying = { why: 'has-firms', firms: 1, from: '2023-07' }
  it.each<[string, object, object | string]>([
    ['keeps no firm that reports on', {}, staying],
    ['may have had a firm that ends with it', until('2023-06'), 'changed'],
    ['keeps no firm that ends after it', until('2023-07'), staying],
    ['may have had a firm that leaves with it', leaving('2023-06'), 'changed'],
    ['keeps no firm that leaves after it', leaving('2023-07'), staying],
    ['keeps no firm that comes after it', { earlier: [{ unit: 'nt/tz/jinsha', until: '2023-12' }] }, staying],
    ['has nothing to do with a firm elsewhere', { unit: 'nt/tz/jinsha' }, 'changed'],
  ])('%s', (_what, about, outcome) => {
    expect(check(xiting(until('2023-06')), [], [firm(about)])).toEqual(outcome)
  })
})

describe('what is decided already', () => {
  const before = unit('nt/hm')
  const gone: UnitDecision = { row: 2, name: '海门区', is: 'gone', before }
  const without = (...paths: string[]) => unitTree.filter(({ path }) => !paths.includes(path))

  it('goes with all that is below it, and not without', () => {
    expect(checkedAmong(gone, without('nt/hm', 'nt/hm/park'), [])).toBe(gone)
    expect(checkedAmong(gone, without('nt/hm'), [])).toMatchObject({
      ...{ row: 2, name: '海门区', is: 'refused' },
      refusal: { why: 'has-units', names: ['高新区'] },
    })
  })

  it('stays so where it is refused, or where nothing changes', () => {
    const refused: UnitDecision = { row: 2, name: '', is: 'refused', refusal: { why: 'name' } }
    const taken = fresh({ code: '320614' })
    const same: UnitDecision = { row: 2, name: '平潮镇', is: 'same', before: taken, after: taken }
    expect(checkedAmong(refused, unitTree, [])).toBe(refused)
    expect(checkedAmong(same, treeOf(taken), [])).toBe(same)
  })
})
