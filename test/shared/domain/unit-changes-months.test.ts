import { describe, expect, it } from 'vitest'
import { Enterprise } from '../../../shared/domain/enterprise.ts'
import type { UnitLine } from '../../../shared/domain/import-units.ts'
import { Month } from '../../../shared/domain/month.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'
import {
  decideUnits,
  type HeldUnits,
  running,
  treeWith,
  unitOutcomes,
  untouched,
} from '../../build/unit-tree.ts'

const [jinsha, xiting] = [UnitPath.parse('nt/tz/jinsha'), UnitPath.parse('nt/tz/xiting')]
const firm = Enterprise.parse({
  ...{ code: '91320000608319749X', name: '甲厂', unit: xiting, division: '17', tier: 'sprint' },
  from: '2022-01',
})
type Row = Partial<UnitLine>

const same = { name: '西亭镇', parent: '通州区' }
const fresh = { name: '平潮镇', parent: '通州区', code: '320612103' }

describe('a month whose roster is frozen', () => {
  const ending = (until: string) => ({ ...running, units: treeWith(xiting, { until }) })
  const beginning = (from: string) => ({ ...running, units: treeWith(xiting, { from }) })
  it.each<[string, HeldUnits, Row, string]>([
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
    expect(unitOutcomes(held, row)).toEqual([outcome])
  })

  it('says from which month on it may be', () => {
    expect(decideUnits(running, { ...same, until: '2023-03' }).decisions).toMatchObject([
      { refusal: { why: 'frozen', next: '2023-05' } },
    ])
  })

  it.each([
    ['always', '', undefined, '2023-05'],
    ['since a frozen month', '2023-01', undefined, '2023-05'],
    ['later', '2023-06', '2023-12', '2023-06'],
  ])('makes a new unit that is to be %s begin after it', (_what, from, until, begins) => {
    const { decisions } = decideUnits(running, { ...fresh, from, ...(until !== undefined && { until }) })
    const after = { path: 'nt/tz/320612103', name: '平潮镇', code: '320612103', from: begins }
    expect(decisions).toMatchObject([
      { is: 'new', after: { ...after, ...(until !== undefined && { until }) } },
    ])
  })

  it('leaves a new unit without months or code as it is written, while there is none', () => {
    const [one] = decideUnits(untouched, { ...fresh, code: '', path: 'pc' }).decisions
    expect(one).toEqual({ row: 2, name: '平潮镇', is: 'new', after: { path: 'nt/tz/pc', name: '平潮镇' } })
  })
})

describe('a unit that is to go', () => {
  const going = { ...same, state: '撤销' }
  const moved = { ...firm, unit: jinsha, earlier: [{ unit: xiting, until: Month.parse('2023-01') }] }
  const closed = { ...firm, until: Month.parse('2023-03') }
  it.each<[string, HeldUnits, string]>([
    ['goes while others have firms and people', { ...untouched, firms: [{ ...firm, unit: jinsha }] }, 'gone'],
    ['ends where a person, a group or a target is', { ...untouched, used: new Set([xiting]) }, 'ended'],
    ['ends where a firm was', { ...untouched, firms: [closed] }, 'ended'],
    ['ends where a firm was before it moved', { ...untouched, firms: [moved] }, 'ended'],
    ['stays while a firm reports there', { ...untouched, firms: [firm] }, 'has-firms'],
  ])('%s', (_what, held, outcome) => {
    expect(unitOutcomes(held, going)).toEqual([outcome])
  })

  it.each<[string, Row, { from?: string; until?: string }, string]>([
    ['of the row', { until: '2023-08' }, { until: '2023-12' }, '2023-08'],
    ['that it had', {}, { until: '2023-12' }, '2023-12'],
    ['before the next roster', {}, {}, '2023-04'],
  ])('ends with the month %s', (_what, row, about, until) => {
    const held = { ...running, units: treeWith(xiting, about) }
    const [one] = decideUnits(held, { ...going, code: '320612902', ...row }).decisions
    expect(one).toMatchObject({ is: 'ended', after: { until } })
  })
})
