import { describe, expect, it } from 'vitest'
import { saying } from '../../../bot/words/findings.ts'
import { SCALE } from '../../../shared/domain/amount.ts'
import type { Finding } from '../../../shared/domain/rules/judge.ts'
import type { RuleKind } from '../../../shared/domain/rules/rule.ts'
import { programme } from '../../build/snapshot.ts'

const one = (units: number) => Math.round(units * SCALE)
const say = (kind: RuleKind, on: string, facts: Finding['facts'] = {}) =>
  saying({ rule: 'any', kind, severity: 'explain', on, facts }, programme)

describe('the sentence of a finding holds the numbers that it used', () => {
  it.each<[RuleKind, string, Finding['facts'], string]>([
    ['missing', 'power', {}, '还缺用电。没有的填 0，还不知道的留空。'],
    ['unreadable', 'sales', { why: 'exponent' }, '请直接写出数字，如 100000，不用科学计数法。'],
    ['negative', 'power', { value: one(-3) }, '用电量不能小于 0。没有的填 0，不知道请留空。'],
    [
      'cumulative',
      'sales',
      { value: one(800), before: one(600), current: one(150.25) },
      '累计与上期累计 600.00 万元 加本月 150.25 万元 对不上，请核对。',
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
      '本月 31,000.00 万千瓦时，上月 3.00 万千瓦时，约 10333 倍。本栏单位是万千瓦时，请核对单位；没错的请写明原因。',
    ],
    [
      'unit-slip',
      'sales',
      { value: one(150_000), usual: one(150), is: 'median', factor: 1_000 },
      '本月 150,000.00 万元，近两年月度中位数 150.00 万元，约 1000 倍。本栏单位是万元，请核对单位；没错的请写明原因。',
    ],
    [
      'unit-slip',
      'power',
      { value: one(31_000), usual: one(3), is: 'sales', factor: 10_000 },
      '本月 31,000.00 万千瓦时，按平时每度电的销售推算约 3.00 万千瓦时，约 10333 倍。本栏单位是万千瓦时，请核对单位；没错的请写明原因。',
    ],
    [
      'year-to-date',
      'sales',
      { value: one(752.3), before: one(600) },
      '本月 752.30 万元，今年到上月止累计 600.00 万元。本栏只填本月数，请核对是否填了累计数；没错的请写明原因。',
    ],
    [
      'jump',
      'sales',
      { value: one(1600), last: one(152.3), median: one(150) },
      '本月 1,600.00 万元，上月 152.30 万元，约 11 倍；近两年月度中位数 150.00 万元。',
    ],
    [
      'jump',
      'sales',
      { value: one(15), last: undefined, median: one(150) },
      '本月 15.00 万元，上月 —；近两年月度中位数 150.00 万元。',
    ],
    ['repeated', 'tax', { value: one(4.1) }, '本月 4.10 万元，与上月一分不差。如确实相同，请写明原因。'],
  ])('%s of %s', (kind, on, facts, sentence) => {
    expect(say(kind, on, facts)).toBe(sentence)
  })

  it('says nothing of a figure that the plan no longer has', () => {
    expect(say('missing', 'gone')).toBe('')
  })
})
