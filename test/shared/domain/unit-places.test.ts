import { describe, expect, it } from 'vitest'
import type { UnitLine } from '../../../shared/domain/import-units.ts'
import { placesOf } from '../../../shared/domain/unit-places.ts'
import { unitLine, unitTree } from '../../build/unit-tree.ts'

/** Where each row stands: a path, a new one with + before it, or why it is not known. */
const placed = (...rows: Partial<UnitLine>[]): string[] =>
  placesOf(rows.map(unitLine), unitTree).map((one) => {
    if (one.is === 'refused') return one.refusal.why
    return one.is === 'known' ? one.unit.path : `+${one.path}`
  })

describe('a row of a unit of the plan', () => {
  it.each<[string, Partial<UnitLine>, string]>([
    ['by its path, whatever it is called now', { path: 'nt/tz/xiting', name: '西亭街道' }, 'nt/tz/xiting'],
    ['by its name alone', { name: '西亭镇' }, 'nt/tz/xiting'],
    ['by its name and the one above', { name: '高新区', parent: '海门区' }, 'nt/hm/park'],
    ['not by a name that two have', { name: '高新区' }, 'unit-several'],
    ['the city, which has none above', { name: '南通市' }, 'nt'],
    ['the city, whatever stands above it', { name: '南通市', parent: '江苏省' }, 'nt'],
    ['with its path and the one above', { path: 'nt/tz/xiting', parent: '通州' }, 'nt/tz/xiting'],
    ['not under another', { path: 'nt/tz/xiting', parent: '海门区' }, 'moved'],
  ])('is found %s', (_how, row, where) => {
    expect(placed(row)).toEqual([where])
  })
})

describe('a row of a new unit', () => {
  const fresh = { name: '平潮镇', parent: '通州区', code: '320612103' }
  it.each<[string, Partial<UnitLine>, string]>([
    ['under the unit above, by its code', fresh, '+nt/tz/320612103'],
    ['by its own last part, in small letters', { ...fresh, path: 'PC' }, '+nt/tz/pc'],
    [
      'of a name that another district has',
      { ...fresh, name: '西亭镇', parent: '海门区' },
      '+nt/hm/320612103',
    ],
    ['not without the unit above', { ...fresh, parent: '' }, 'parent-missing'],
    ['not under a unit that nobody knows', { ...fresh, parent: '如皋市' }, 'parent-unknown'],
    ['not under one of several', { ...fresh, parent: '区' }, 'parent-several'],
    ['not under a township', { ...fresh, parent: '金沙街道' }, 'parent-unknown'],
    ['not under itself', { ...fresh, parent: '平潮镇' }, 'cycle'],
    ['not without a code', { ...fresh, code: '' }, 'no-code'],
    ['not with a code of other signs', { ...fresh, code: '平潮' }, 'code-form'],
    ['not with a path that the plan does not have', { ...fresh, path: 'nt/tz/pc' }, 'code-form'],
    ['not by its name, with such a path', { path: 'nt/tz/x', name: '西亭镇', parent: '通州区' }, 'code-form'],
    ['not two levels down', { ...fresh, parent: '南通市', path: 'tz/pc' }, 'code-form'],
  ])('stands %s', (_where, row, where) => {
    expect(placed(row)).toEqual([where])
  })

  const district = { name: '如皋市', parent: '南通市', code: 'rg' }
  const township = { name: '如城街道', parent: '如皋市', code: '1' }
  it('stands under a new one, whichever row comes first', () => {
    expect(placed(township, district)).toEqual(['+nt/rg/1', '+nt/rg'])
    expect(placed(district, township)).toEqual(['+nt/rg', '+nt/rg/1'])
  })

  it('stands under a unit of the plan that is a row as well', () => {
    expect(placed({ name: '海门区', parent: '南通市' }, { ...fresh, parent: '海门区' })).toEqual([
      'nt/hm',
      '+nt/hm/320612103',
    ])
  })

  it('stands under the row that says where it stands itself, of two of that name', () => {
    expect(placed({ name: '如皋市' }, district, township)).toEqual(['parent-missing', '+nt/rg', '+nt/rg/1'])
  })

  it('is not known where the row above is not', () => {
    expect(placed(township, { ...district, code: '' })).toEqual(['parent-refused', 'no-code'])
  })

  it('is not known where the rows go round', () => {
    expect(placed(township, { ...district, parent: '如城街道' })).toEqual(['parent-refused', 'cycle'])
  })

  it('does not stand under a new township', () => {
    const village = { name: '一村', parent: '如城街道', code: '9' }
    expect(placed(district, township, village)).toEqual(['+nt/rg', '+nt/rg/1', 'too-deep'])
  })

  it('says which unit above is meant', () => {
    const [one] = placesOf([unitLine({ ...fresh, parent: '如皋市' })], unitTree)
    expect(one).toMatchObject({ refusal: { why: 'parent-unknown', parent: '如皋市' } })
  })
})
