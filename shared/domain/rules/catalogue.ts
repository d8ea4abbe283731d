import type { Rule } from './rule.ts'

/**
 * The edits in force, as data. Bands and limits come from domain.md §6.3: no genuine month-on-month ratio of 7,841
 * exceeded 10^3.5, so the ×10,000 band raises practically no false alarm.
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
    tolerance: 1_000,
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
    on: ['sales', 'tax', 'power'],
    factor: 10_000,
    from: 3_500,
    to: 13_500,
    severity: 'explain',
    why: '与上月相差约一万倍，常见原因是把元当成万元、把度当成万千瓦时。',
  },
  {
    id: 'unit-slip-1000',
    kind: 'unit-slip',
    on: ['sales', 'tax', 'power'],
    factor: 1_000,
    from: 350,
    to: 1_350,
    severity: 'explain',
    why: '与上月相差约一千倍，常见原因是单位不同。',
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
    on: ['sales', 'tax', 'power'],
    severity: 'explain',
    why: '与上月一分不差，可能是沿用了上月的数。',
  },
] as const satisfies readonly Rule[]
