import { describe, expect, it } from 'vitest'
import { SCALE } from '../../../../shared/domain/amount.ts'
import { makeCreditCode } from '../../../../shared/domain/credit-code.ts'
import { catalogue } from '../../../../shared/domain/rules/catalogue.ts'
import { checks } from '../../../../shared/domain/rules/checks.ts'
import { townshipFindings } from '../../../../shared/domain/rules/township.ts'
import { figures } from '../../../build/report.ts'

type Values = Record<string, number>
const one = (units: number) => Math.round(units * SCALE)
const scaled = (values: Values) =>
  figures(Object.fromEntries(Object.entries(values).map(([id, value]) => [id, one(value)])))
const code = (no: number) => makeCreditCode('91320612', `MA1T${String(no).padStart(4, '0')}`)
const firms = (values: readonly Values[], last: readonly Values[] = []) =>
  values.map((figuresOfOne, index) => ({
    code: code(index),
    figures: scaled(figuresOfOne),
    ...(last[index] && { last: scaled(last[index]) }),
  }))
const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const salesOf = (values: readonly number[]) => firms(values.map((sales) => ({ sales })))
type Firms = ReturnType<typeof firms>

/** Growth by so many tenths of a percent each. */
const grown = (permilles: readonly number[]) =>
  firms(
    permilles.map((permille, index) => ({ sales: (120 + index) * (1 + permille / 1000) })),
    permilles.map((_, index) => ({ sales: 120 + index })),
  )

/** Figures of sales, tax and power with third digits as given; nothing else about them is alike. */
const thirds = (digits: readonly number[]) =>
  salesOf(digits.map((digit, index) => 110 + 10 * (index % 80) + digit + 0.37 + index / 1000))

const table: {
  rule: string
  fires: [Firms, codes: number[], facts: object]
  silent: Firms[]
  abstains: Firms[]
}[] = [
  {
    rule: 'same-as-another',
    fires: [
      firms([
        { sales: 152.3, tax: 4.2, power: 3 },
        { sales: 99, tax: 1.2, power: 3.1 },
        { sales: 152.3, tax: 4.2, power: 3 },
      ]),
      [0, 2],
      { value: one(152.3), firms: 2 },
    ],
    silent: [
      firms([
        { sales: 152.3, tax: 4.2, power: 3 },
        { sales: 152.3, tax: 4.3, power: 3.1 },
      ]),
      firms([
        { sales: 0.9, tax: 0.1 },
        { sales: 0.9, tax: 0.1 },
      ]),
      firms([
        { sales: 0, tax: 0, power: 0 },
        { sales: 0, tax: 0, power: 0 },
      ]),
    ],
    abstains: [firms([]), firms([{ sales: 152.3, tax: 4.2 }]), firms([{ sales: 152.3 }, { sales: 152.3 }])],
  },
  {
    rule: 'round-numbers',
    fires: [
      salesOf([100, 120, 250, 380, 111.1, 112.3, 113.7, 114.9, 115.2, 116.8]),
      [0, 1, 2, 3],
      { count: 4, of: 10 },
    ],
    silent: [salesOf([100, 120, 250, 381, 111.1, 112.3, 113.7, 114.9, 115.2, 116.8])],
    abstains: [
      salesOf([100, 120, 250, 380, 111.1, 112.3, 113.7, 114.9, 115.2]),
      salesOf(range(12).map(() => 90)),
      firms([{}]),
    ],
  },
  {
    rule: 'last-digits',
    fires: [
      thirds(range(50).map((index) => (index < 25 ? 5 : index % 10))),
      [],
      { digit: 5, count: 28, of: 50 },
    ],
    silent: [
      thirds(range(50).map((index) => index % 10)),
      thirds(range(50).map((index) => (index < 10 ? 5 : index % 10))),
    ],
    abstains: [thirds(range(29).map(() => 5)), firms(range(60).map(() => ({ sales: 0, tax: 9.99 })))],
  },
  {
    rule: 'same-growth',
    fires: [
      grown([50, 50, 50, 50, 50, -81, 132, 7, 310]),
      [0, 1, 2, 3, 4],
      { permille: 50, count: 5, of: 9 },
    ],
    silent: [
      grown([50, 50, 50, 50, 51, -81, 132, 7, 310]),
      grown([0, 0, 0, 0, 0, 0]),
      grown([50, 50, 50, 50, 50, ...range(12).map((index) => 100 + 13 * index)]),
    ],
    abstains: [
      firms(range(6).map(() => ({ sales: 105 }))),
      firms(
        range(6).map(() => ({ sales: 105 })),
        range(6).map(() => ({ sales: 0 })),
      ),
      firms(
        range(6).map(() => ({})),
        range(6).map(() => ({ sales: 100 })),
      ),
    ],
  },
]

describe.each(table)('$rule', ({ rule, fires: [given, codes, facts], silent, abstains }) => {
  const row = catalogue.find(({ id }) => id === rule)
  const found = (of: Firms) => townshipFindings(of).filter((one) => one.rule === rule)

  it('is pointed out once, with the firms and the numbers that it looked at', () => {
    const hint = { rule, kind: row?.kind, severity: 'hint', on: 'sales' }
    expect(found(given)).toEqual([{ ...hint, codes: codes.map(code), facts }])
  })

  it.each(silent.map((of, index) => [index, of] as const))('is not of the nearest case %i', (_index, of) => {
    expect(found(of)).toEqual([])
  })

  it.each(abstains.map((of, index) => [index, of] as const))('cannot be told of case %i', (_index, of) => {
    expect(found(of)).toEqual([])
  })
})

describe('hints about a township', () => {
  it('have a row in the table above for every rule, but for the peers of a whole district', () => {
    const rules = catalogue.filter(({ kind }) => !(kind in checks) && kind !== 'peers')
    expect(table.map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id))
  })

  it('say once that three firms are alike in all three figures', () => {
    const alike = firms(range(3).map(() => ({ sales: 152.3, tax: 4.2, power: 3 })))
    expect(townshipFindings(alike).map(({ rule, codes }) => [rule, codes.length])).toEqual([
      ['same-as-another', 3],
    ])
  })

  it('say which figure two firms share, where it is not sales', () => {
    const shared = firms([
      { sales: 152.3, tax: 4.2, power: 3 },
      { sales: 99.1, tax: 4.2, power: 3 },
    ])
    expect(townshipFindings(shared)).toMatchObject([{ on: 'tax', facts: { value: one(4.2), firms: 2 } }])
  })
})
