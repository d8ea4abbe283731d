import { describe, expect, it } from 'vitest'
import { SCALE } from '../../../../shared/domain/amount.ts'
import type { Reference } from '../../../../shared/domain/figures.ts'
import { Month } from '../../../../shared/domain/month.ts'
import { catalogue } from '../../../../shared/domain/rules/catalogue.ts'
import { checks } from '../../../../shared/domain/rules/checks.ts'
import { hintsOf } from '../../../../shared/domain/rules/judge.ts'
import { figures } from '../../../build/report.ts'
import { programme } from '../../../build/snapshot.ts'

const one = (units: number) => Math.round(units * SCALE)
type Values = Partial<Record<'sales' | 'tax' | 'power' | 'staff', number>>
type Case = { values: Values; reference?: Reference; month?: string }

const whole: Values = { sales: 150, tax: 4.2, power: 3.1, staff: 45 }
/** A steady firm of about 150 万元 a month. */
const steady: Reference = {
  last: figures({ sales: one(152.3), tax: one(4.1), power: one(3), staff: one(44) }),
  yearToDate: figures({ sales: one(1_845) }),
  logMedian: 5.0106,
  logMad: 0.2,
  months: 24,
  salesPerKwh: 50,
}

const hints = ({ values, reference = steady, month = '2023-05' }: Case) =>
  hintsOf(programme, {
    month: Month.parse(month),
    figures: figures(Object.fromEntries(Object.entries(values).map(([id, value]) => [id, one(value)]))),
    condition: 'normal',
    reference,
  })

const twice = { ...steady, taxRun: 2 }
const december = '2023-12'

/** For every hint about one firm: where it is given and with what; the nearest case without; where it cannot tell. */
const table: { rule: string; fires: [Case, on: string, facts: object]; silent: Case[]; abstains: Case[] }[] =
  [
    {
      rule: 'digits-swapped-perhaps',
      fires: [
        { values: { ...whole, sales: 512 } },
        'sales',
        { value: one(512), last: one(152.3), median: one(149.9947), slip: 'swapped' },
      ],
      silent: [{ values: { ...whole, sales: 210 } }, { values: whole }],
      abstains: [{ values: { ...whole, sales: 512 }, reference: {} }, { values: {} }],
    },
    {
      rule: 'digit-lost-perhaps',
      fires: [
        { values: { ...whole, sales: 25 } },
        'sales',
        { value: one(25), last: one(152.3), median: one(149.9947), slip: 'lost' },
      ],
      silent: [{ values: { ...whole, sales: 90 } }, { values: whole }],
      abstains: [{ values: { ...whole, sales: 25 }, reference: {} }, { values: { ...whole, sales: 0 } }],
    },
    {
      rule: 'sales-per-kwh',
      fires: [{ values: { ...whole, power: 0.99 } }, 'sales', { ratio: one(150) / one(0.99), usual: 50 }],
      silent: [
        { values: { ...whole, power: 1 } },
        { values: { ...whole, power: 9 } },
        { values: { ...whole, power: 0 } },
        { values: { ...whole, sales: 0 } },
      ],
      abstains: [
        { values: { ...whole, power: 0.99 }, reference: {} },
        { values: { sales: 150 } },
        { values: { power: 0.99 } },
      ],
    },
    {
      rule: 'tax-out-of-band',
      fires: [
        { values: { ...whole, tax: 22.5 }, reference: twice },
        'tax',
        { tax: one(22.5), sales: one(150), percent: 15, months: 3 },
      ],
      silent: [
        { values: { ...whole, tax: 21 }, reference: twice },
        { values: { ...whole, tax: -3 }, reference: twice },
        { values: { ...whole, tax: 22.5 }, reference: { ...steady, taxRun: 1 } },
        { values: { ...whole, tax: 22.5 }, reference: { ...steady, taxRun: 3 } },
      ],
      abstains: [
        { values: { ...whole, tax: 22.5 } },
        { values: { tax: 22.5 }, reference: twice },
        { values: { sales: 150 }, reference: twice },
        { values: { ...whole, sales: 0 }, reference: twice },
      ],
    },
    {
      rule: 'december-spike',
      fires: [
        { values: { ...whole, sales: 751 }, month: december },
        'sales',
        { value: one(751), median: one(149.9947) },
      ],
      silent: [
        { values: { ...whole, sales: 749 }, month: december },
        { values: { ...whole, sales: 751 }, month: '2023-11' },
      ],
      abstains: [
        { values: { ...whole, sales: 751 }, month: december, reference: {} },
        { values: { ...whole, sales: 751 }, month: december, reference: { ...steady, months: 5 } },
        { values: { ...whole, sales: 751 }, month: december, reference: { logMedian: 5 } },
        { values: {}, month: december },
      ],
    },
    {
      rule: 'just-over-threshold',
      fires: [
        { values: { ...whole, sales: 195 }, month: '2023-10' },
        'sales',
        { now: one(2_040), line: one(2_000), over: one(40) },
      ],
      silent: [
        { values: { ...whole, sales: 195.1 }, month: '2023-10' },
        { values: { ...whole, sales: 154.9 }, month: '2023-10' },
        { values: { ...whole, sales: 195 }, month: '2023-09' },
        {
          values: { ...whole, sales: 5 },
          month: '2023-11',
          reference: { yearToDate: figures({ sales: one(2_001) }) },
        },
      ],
      abstains: [
        { values: { ...whole, sales: 195 }, month: '2023-10', reference: {} },
        { values: {}, month: '2023-10' },
      ],
    },
  ]

describe.each(table)('$rule', ({ rule, fires: [given, on, facts], silent, abstains }) => {
  const found = (given: Case) => hints(given).filter((one) => one.rule === rule)
  const row = catalogue.find(({ id }) => id === rule)

  it('is pointed out once, with the numbers that it looked at', () => {
    expect(found(given)).toEqual([{ rule, kind: row?.kind, severity: 'hint', on, facts }])
  })

  it.each(silent)('is not of $values, $month', (nearest) => {
    expect(found(nearest)).toEqual([])
  })

  it.each(abstains)('cannot be told of $values, $reference, $month', (unknown) => {
    expect(found(unknown)).toEqual([])
  })
})

describe('hints about one firm', () => {
  it('have a row in the table above for every rule', () => {
    const rules = catalogue.filter(({ kind, severity }) => severity === 'hint' && kind in checks)
    expect(table.map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id))
  })

  it('are none in an ordinary month', () => {
    expect(hints({ values: whole })).toEqual([])
  })

  it('are none of a firm that stands still', () => {
    const report = {
      month: Month.parse('2023-05'),
      figures: figures({ sales: one(512) }),
      reference: steady,
    }
    expect(hintsOf(programme, { ...report, condition: 'suspended' })).toEqual([])
    expect(hintsOf(programme, { ...report, condition: 'normal' })).not.toEqual([])
  })
})
