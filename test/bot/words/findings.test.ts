import { describe, expect, it } from 'vitest'
import { askOfficer, tellReviewer, withoutEchoes } from '../../../bot/words/findings.ts'
import { SCALE } from '../../../shared/domain/amount.ts'
import { catalogue } from '../../../shared/domain/rules/catalogue.ts'
import type { Finding } from '../../../shared/domain/rules/judge.ts'
import type { RuleKind } from '../../../shared/domain/rules/rule.ts'
import { programme } from '../../build/snapshot.ts'

const one = (units: number) => Math.round(units * SCALE)
const finding = (kind: RuleKind, on: string, facts: Finding['facts'] = {}): Finding => ({
  rule: 'any',
  kind,
  severity: 'explain',
  on,
  facts,
})
const say = (kind: RuleKind, on: string, facts?: Finding['facts']) =>
  askOfficer(finding(kind, on, facts), programme)

describe('the sentence of a finding holds the numbers that it used', () => {
  it.each<[RuleKind, string, Finding['facts'], string]>([
    ['missing', 'power', {}, '还缺用电。没有的填 0，还不知道的留空。'],
    ['unreadable', 'sales', { why: 'exponent' }, '请直接写出数字，如 100000，不用科学计数法。'],
    ['negative', 'power', { value: one(-3) }, '用电量不能小于 0。没有的填 0，不知道请留空。'],
    [
      'cumulative',
      'sales',
      { value: one(800), before: one(600), current: one(150.25) },
      '应税销售与上期累计 600.00 万元加本月 150.25 万元对不上。请核对。',
    ],
    [
      'pair',
      'sales',
      { nonZero: 'power', there: one(3.1) },
      '用电量 3.10 万千瓦时，应税销售 0。请写明原因。',
    ],
    [
      'unit-slip',
      'power',
      { value: one(31_000), usual: one(3), is: 'last', factor: 10_000 },
      '用电量本月 31,000.00 万千瓦时，上月 3.00 万千瓦时，约 10333 倍。本栏单位是万千瓦时，请核对单位；没错的请写明原因。',
    ],
    [
      'unit-slip',
      'sales',
      { value: one(150_000), usual: one(150), is: 'median', factor: 1_000 },
      '应税销售本月 150,000.00 万元，平常月份约 150.00 万元，约 1000 倍。本栏单位是万元，请核对单位；没错的请写明原因。',
    ],
    [
      'unit-slip',
      'sales',
      { value: one(380_500), usual: one(29.4679), is: 'median', factor: 10_000 },
      '应税销售本月 380,500.00 万元，平常月份约 29.47 万元，约 12912 倍。本栏单位是万元，请核对单位；没错的请写明原因。',
    ],
    [
      'unit-slip',
      'sales',
      { value: one(150), usual: one(0.0049), is: 'median', factor: 10_000 },
      '应税销售本月 150.00 万元，平常月份约 0.0049 万元，约 30612 倍。本栏单位是万元，请核对单位；没错的请写明原因。',
    ],
    [
      'unit-slip',
      'power',
      { value: one(31_000), usual: one(3), is: 'sales', factor: 10_000 },
      '用电量本月 31,000.00 万千瓦时，按平时每度电的销售推算约 3.00 万千瓦时，约 10333 倍。本栏单位是万千瓦时，请核对单位；没错的请写明原因。',
    ],
    [
      'year-to-date',
      'sales',
      { value: one(752.3), before: one(600), months: 4 },
      '应税销售本月 752.30 万元，今年1—4月累计 600.00 万元。本栏只填本月数，请核对是否填了累计数；没错的请写明原因。',
    ],
    [
      'year-to-date',
      'sales',
      { value: one(752.3), before: one(600), months: 1 },
      '应税销售本月 752.30 万元，今年1月 600.00 万元。本栏只填本月数，请核对是否填了累计数；没错的请写明原因。',
    ],
    [
      'jump',
      'sales',
      { value: one(1600), last: one(152.3), median: one(150) },
      '应税销售本月 1,600.00 万元，上月 152.30 万元，约 11 倍；平常月份约 150.00 万元。请写明原因。',
    ],
    [
      'jump',
      'sales',
      { value: one(15), last: undefined, median: one(150) },
      '应税销售本月 15.00 万元，上月 —；平常月份约 150.00 万元。请写明原因。',
    ],
    [
      'repeated',
      'tax',
      { value: one(4.1) },
      '入库税收本月 4.10 万元，与上月完全相同。如确实相同，请写明原因。',
    ],
    [
      'digit-slip',
      'sales',
      { value: one(512), last: one(152.3), median: one(150), slip: 'swapped' },
      '应税销售本月 512.00 万元，上月 152.30 万元，平常月份约 150.00 万元。请对照开票核对数字的次序；没错的请写明原因。',
    ],
    [
      'digit-slip',
      'sales',
      { value: one(15), last: undefined, median: one(150), slip: 'lost' },
      '应税销售本月 15.00 万元，上月 —，平常月份约 150.00 万元。请对照开票核对位数；没错的请写明原因。',
    ],
  ])('%s of %s', (kind, on, facts, sentence) => {
    expect(say(kind, on, facts)).toBe(sentence)
  })

  it('says nothing of a figure that the plan no longer has', () => {
    expect(say('missing', 'gone')).toBe('')
  })
})

describe('to a reviewer', () => {
  it.each<[RuleKind, string, Finding['facts'], string]>([
    [
      'unit-slip',
      'power',
      { value: one(31_000), usual: one(3.1), is: 'last', factor: 10_000 },
      '用电量本月 31,000.00 万千瓦时，上月 3.10 万千瓦时，约 10000 倍。单位可能填错。',
    ],
    [
      'year-to-date',
      'sales',
      { value: one(752.3), before: one(600), months: 4 },
      '应税销售本月 752.30 万元，今年1—4月累计 600.00 万元。可能填了累计数。',
    ],
    [
      'jump',
      'sales',
      { value: one(1600), last: one(160), median: one(150) },
      '应税销售本月 1,600.00 万元，上月 160.00 万元，约 10 倍；平常月份约 150.00 万元。',
    ],
    ['pair', 'sales', { nonZero: 'power', there: one(3.1) }, '用电量 3.10 万千瓦时，应税销售 0。'],
    ['repeated', 'staff', { value: one(45) }, '用工人数本月 45 人，与上月完全相同。'],
    [
      'digit-slip',
      'sales',
      { value: one(512), last: one(152.3), median: one(150), slip: 'swapped' },
      '应税销售本月 512.00 万元，上月 152.30 万元，平常月份约 150.00 万元。看一眼数字的次序。',
    ],
    [
      'digit-slip',
      'sales',
      { value: one(15), last: one(152.3), median: one(150), slip: 'lost' },
      '应税销售本月 15.00 万元，上月 152.30 万元，平常月份约 150.00 万元。看一眼位数。',
    ],
    [
      'ratio',
      'sales',
      { ratio: 151.516, usual: 50 },
      '每度电的应税销售本月 151.52 元，近十二个月的中位数 50 元，约 3.0 倍。',
    ],
    [
      'tax-band',
      'tax',
      { tax: one(22.5), sales: one(150), percent: 15, months: 3 },
      '入库税收 22.50 万元，销售 150.00 万元，占 15%，连续 3 个月不在 −2%—14% 之间。',
    ],
    [
      'spike',
      'sales',
      { value: one(800), median: one(150) },
      '应税销售12月 800.00 万元，平常月份约 150.00 万元，约 5.3 倍。',
    ],
    [
      'threshold',
      'sales',
      { now: one(2_004), line: one(2_000), over: one(4) },
      '应税销售全年累计 2,004.00 万元，刚过 2,000.00 万元，余 4.00 万元。报材料前核对一次。',
    ],
    ...[
      ['district', '本地区同行业'],
      ['city', '全市同行业'],
      ['all', '各行业'],
    ].map(([stratum, among]): [RuleKind, string, Finding['facts'], string] => [
      'peers',
      'sales',
      { value: one(400), last: one(100), middle: 1.0712, firms: 23, stratum },
      `应税销售本月 400.00 万元，上月 100.00 万元，约 4.0 倍；${among} 23 户的中位数为上月的 1.07 倍。`,
    ]),
    [
      'twins',
      'tax',
      { value: one(4.2), firms: 2 },
      '2 户企业有两项以上的数完全相同，其中入库税收 4.20 万元。可能填串了行。',
    ],
    ['round', 'sales', { count: 12, of: 20 }, '20 户的应税销售中，12 户是整十的数。'],
    [
      'last-digits',
      'sales',
      { digit: 5, count: 28, of: 66 },
      '66 个数的第三位数字中，28 个是 5，一般约 6.6 个。',
    ],
    ['same-growth', 'sales', { permille: 52, count: 6, of: 9 }, '9 户中有 6 户的应税销售比上月都增 5.2%。'],
    ['same-growth', 'sales', { permille: -50, count: 6, of: 9 }, '9 户中有 6 户的应税销售比上月都降 5%。'],
  ])('%s of %s asks for nothing', (kind, on, facts, sentence) => {
    expect(tellReviewer(finding(kind, on, facts), programme)).toBe(sentence)
  })
})

describe('a sentence', () => {
  it.each(catalogue.map(({ id, kind }) => [id, kind] as const))(
    'of %s accuses nobody and names no figure to type',
    (_rule, kind) => {
      const facts = { value: one(512), last: one(152.3), median: one(150), slip: 'swapped', why: 'exponent' }
      const told = finding(kind, 'sales', facts)
      const said = askOfficer(told, programme) + tellReviewer(told, programme)
      expect(said).not.toBe('')
      expect(said).not.toMatch(/造假|虚报|瞒报|弄虚|作假|应填|应为|改为|改成|正确的是/)
    },
  )
})

describe('the same numbers', () => {
  it('are not said twice where a unit is in doubt, and are where another figure jumped', () => {
    const [slip, jump, other] = [
      finding('unit-slip', 'sales'),
      finding('jump', 'sales'),
      finding('jump', 'power'),
    ]
    expect(withoutEchoes([slip, jump, other])).toEqual([slip, other])
    expect(withoutEchoes([jump])).toEqual([jump])
  })

  it('are said once of a figure, by the edit that says most, in whatever order they were found', () => {
    const [jump, digit, spike, pair] = [
      finding('jump', 'sales'),
      finding('digit-slip', 'sales'),
      finding('spike', 'sales'),
      finding('pair', 'sales'),
    ]
    expect(withoutEchoes([jump, digit, pair, spike])).toEqual([digit, pair])
    expect(withoutEchoes([digit, { ...digit, rule: 'another' }])).toEqual([digit])
    expect(withoutEchoes([spike])).toEqual([spike])
  })
})
