import { describe, expect, it } from 'vitest'
import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import { Enterprise } from '../../../shared/domain/enterprise.ts'
import { listRows, notListed } from '../../../shared/domain/import-asks.ts'
import type { FirmList, ListLine } from '../../../shared/domain/import-list.ts'
import { Month } from '../../../shared/domain/month.ts'
import { Unit } from '../../../shared/domain/unit.ts'
import { programme } from '../../build/snapshot.ts'

const units = [
  { path: 'nt', name: '南通市', code: '320600' },
  { path: 'nt/tongzhou', name: '通州区', code: '320612' },
  { path: 'nt/tongzhou/1', name: '金沙街道', code: '320612001' },
  { path: 'nt/tongzhou/2', name: '西亭镇', code: '320612002' },
  { path: 'nt/rugao', name: '如皋市' },
  { path: 'nt/rugao/1', name: '西亭街道' },
].map((one) => Unit.parse(one))
const [code, other] = [makeCreditCode('91320612', 'A0000001'), makeCreditCode('91320612', 'A0000002')]
const firm = Enterprise.parse({
  ...{ code, name: '甲厂', unit: 'nt/tongzhou/1', division: '34', tier: 'nursery', from: '2022-01' },
})
const next = Month.parse('2023-05')

const lineOf = (about: Partial<ListLine>): ListLine => ({
  ...{
    row: 2,
    code: other,
    name: '乙厂',
    unit: '金沙街道',
    division: 'C3489',
    value: '1200',
    distinct: false,
  },
  ...about,
})
const rowsOf = (lines: Partial<ListLine>[], is: FirmList['is'] = 'tax', known = firm) =>
  listRows(
    { is, lines: lines.map(lineOf) },
    { ...{ firms: new Map([[known.code, known]]), units, programme, next }, year: 2022, reason: '名单' },
  )
const row = (...given: [Partial<ListLine>, FirmList['is']?, Enterprise?]) =>
  rowsOf([given[0]], given[1], given[2])[0]
const asks = (...given: Parameters<typeof row>) => {
  const found = row(...given)
  return found?.is === 'asked' ? found.asks : found
}
const add = { is: 'add', code: other, name: '乙厂', unit: 'nt/tongzhou/1', tier: 'growth', from: next }

describe('a firm that is not in the registry', () => {
  it('is asked for in the tier that its sales give', () => {
    expect(asks({})).toEqual([{ ...add, division: '34', distinct: false, reason: '名单' }])
    expect(asks({ value: '2020年', distinct: true }, 'statistics')).toMatchObject([
      { ...add, tier: 'delisted', distinct: true },
    ])
  })

  it('is left out where the screening does not take it in', () => {
    expect(row({ value: '400' })).toMatchObject({ is: 'outside', why: 'below' })
    expect(row({ value: '2017' }, 'statistics')).toMatchObject({ is: 'outside', why: 'left-before' })
  })

  it.each<[string, Partial<ListLine>]>([
    ['value', { value: '约1200' }],
    ['value', { value: '' }],
    ['township', { unit: '' }],
    ['township', { unit: '某某镇' }],
    ['township', { unit: '西亭' }],
  ])('is refused for its %s', (why, line) => {
    expect(row(line)).toMatchObject({ is: 'refused', why })
  })

  it('that left in no year is refused', () => {
    expect(row({ value: '不详' }, 'statistics')).toMatchObject({ is: 'refused', why: 'value' })
  })

  it.each([
    ['南通市通州区西亭镇', 'nt/tongzhou/2'],
    ['320612001', 'nt/tongzhou/1'],
    ['320612002205', 'nt/tongzhou/2'],
    ['金沙', 'nt/tongzhou/1'],
  ])('reports where %s says', (unit, path) => {
    expect(asks({ unit })).toMatchObject([{ unit: path }])
  })

  it('keeps a code or a division that cannot be read for the registry to refuse', () => {
    expect(asks({ code: '不详', division: '通用' })).toMatchObject([{ code: '不详', division: '' }])
    expect(row({ code: '不详' })).not.toHaveProperty('code')
  })
})

describe('a firm of the registry', () => {
  const own = { code, name: '甲厂', value: '600' }
  it('is left as it is where the list says nothing else', () => {
    expect(asks(own)).toEqual([])
    expect(asks({ ...own, unit: '', name: '' })).toEqual([])
    expect(asks({ ...own, value: '300' })).toEqual([])
  })

  it('is asked to change its name, its place and its tier, each by itself', () => {
    expect(asks({ ...own, name: '甲二厂', unit: '西亭镇', value: '1600' })).toEqual([
      { is: 'rename', code, name: '甲二厂', distinct: false, reason: '名单' },
      { is: 'move', code, unit: 'nt/tongzhou/2', from: next, reason: '名单' },
      { is: 'tier', code, tier: 'sprint', reason: '名单' },
    ])
  })

  it('keeps a tier that stands on something else than sales, and any where it has left the statistics', () => {
    const byHand = { ...firm, tier: 'unwilling' }
    expect(asks({ ...own, value: '1600' }, 'tax', byHand)).toEqual([])
    expect(asks({ ...own, value: '2021' }, 'statistics')).toEqual([])
  })

  it('that is gone comes back as a new one', () => {
    const gone = { ...firm, until: Month.parse('2023-02') }
    expect(asks({ ...own, value: '1200' }, 'tax', gone)).toMatchObject([{ is: 'add', code }])
    const going = { ...firm, until: next }
    expect(asks(own, 'tax', going)).toEqual([])
  })

  it('counts once', () => {
    expect(rowsOf([own, own]).map((one) => one.is)).toEqual(['asked', 'refused'])
    expect(rowsOf([own, own])[1]).toMatchObject({ why: 'twice' })
  })

  it('that is not on the list is named, and nothing is asked of it', () => {
    const gone = { ...firm, code: other, until: Month.parse('2023-02') }
    const going = { ...firm, until: next }
    expect(notListed(rowsOf([{}]), [firm, going, gone], next)).toEqual([firm, going])
    expect(notListed(rowsOf([own]), [firm], next)).toEqual([])
  })
})
