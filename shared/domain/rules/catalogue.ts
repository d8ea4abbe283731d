import { SCALE } from '../amount.ts'
import type { Rule } from './rule.ts'

/**
 * The edits in force, as data. A slip is told from a good month about half way between the two, in powers of ten:
 * √1,000 is 32, √(1,000 · 10,000) about 3,000. Held against the lower of last month and the firm's own median, 1.7 % of
 * the real months of domain.md §7 lie above 25 and 0.9 % of those multiplied by 1,000 below it; tax leaps more from
 * month to month, so its limit is wider. The calibration test measures all of it.
 */
export const catalogue = [
  {
    id: 'unreadable',
    kind: 'unreadable',
    severity: 'refuse',
    why: '只有数字才能汇总；没有的填 0，还不知道的留空。',
  },
  { id: 'missing', kind: 'missing', severity: 'refuse', why: '留空不算 0；几项齐了这一户才算报齐。' },
  { id: 'negative', kind: 'negative', severity: 'refuse', why: '用电和人数不会小于 0。' },
  {
    id: 'cumulative',
    kind: 'cumulative',
    severity: 'refuse',
    tolerance: SCALE / 10,
    why: '累计数应等于上期累计加本月数，相差 0.1 以内。',
  },
  {
    id: 'power-without-sales',
    kind: 'pair',
    nonZero: 'power',
    zero: 'sales',
    severity: 'explain',
    why: '有用电说明在生产，没有销售时请写明原因，如备货、未开票。',
  },
  {
    id: 'sales-without-power',
    kind: 'pair',
    nonZero: 'sales',
    zero: 'power',
    severity: 'explain',
    why: '有销售而没有用电，请写明原因，如委托加工、销售库存。',
  },
  {
    id: 'unit-slip-10000',
    kind: 'unit-slip',
    factor: 10_000,
    from: { sales: 3_000, tax: 3_000, power: 3_000 },
    severity: 'explain',
    why: '是平时的几千倍以上，常见原因是把元当成万元、把度当成万千瓦时。',
  },
  {
    id: 'unit-slip-1000',
    kind: 'unit-slip',
    factor: 1_000,
    from: { sales: 25, tax: 200, power: 30 },
    to: 3_000,
    severity: 'explain',
    why: '是平时的几十倍以上，常见原因是单位不同，如把千元当成万元。',
  },
  {
    id: 'year-to-date',
    kind: 'year-to-date',
    on: 'sales',
    months: 2.5,
    to: 2,
    severity: 'explain',
    why: '不小于今年前面各月的合计，常见原因是把累计数填进了本月。',
  },
  {
    id: 'sales-jump',
    kind: 'jump',
    on: 'sales',
    limit: 3.5,
    floor: 0.45,
    atLeast: 6,
    severity: 'explain',
    why: '与本企业自己近两年的月度水平相差很大，请写明是哪笔、哪天。',
  },
  {
    id: 'same-as-last-month',
    kind: 'repeated',
    from: { sales: 1, tax: SCALE / 10, power: 1 },
    severity: 'explain',
    why: '与上月一分不差，可能是沿用了上月的数。',
  },
] as const satisfies readonly Rule[]
