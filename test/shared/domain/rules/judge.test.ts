import { describe, expect, it } from 'vitest'
import { readAmount, SCALE } from '../../../../shared/domain/amount.ts'
import type { Reference } from '../../../../shared/domain/figures.ts'
import { Month } from '../../../../shared/domain/month.ts'
import { Indicator } from '../../../../shared/domain/programme.ts'
import { catalogue } from '../../../../shared/domain/rules/catalogue.ts'
import { hintsOf, judge, judgeStored } from '../../../../shared/domain/rules/judge.ts'
import { aReport, figures } from '../../../build/report.ts'
import { programme } from '../../../build/snapshot.ts'

type Typed = Record<string, string>
type Case = { typed: Typed; stored?: Record<string, number>; reference?: Reference; month?: string }

const one = (units: number) => units * SCALE
const whole: Typed = { sales: '150', tax: '4.2', power: '3.1', staff: '45' }
/** A steady firm of about 150 万元 a month. */
const steady: Reference = {
  last: figures({ sales: one(152.3), tax: one(4.1), power: one(3), staff: one(44) }),
  yearToDate: figures({ sales: one(600) }),
  logMedian: 5.0106,
  logMad: 0.2,
  months: 24,
  salesPerKwh: 50,
}
/** Its tax is known to be 2.8 % of its sales, month by month. */
const taxed: Reference = { ...steady, taxRate: -3.5755, taxRateMad: 0.05 }
const { logMedian: _median, ...withoutMedian } = steady
const { last: _last, ...withoutLast } = steady
const { yearToDate: _year, ...withoutYear } = steady

const withCumulative = {
  ...programme,
  indicators: [
    ...programme.indicators,
    Indicator.parse({
      ...programme.indicators[0],
      id: 'salesToDate',
      name: '应税销售累计',
      cumulativeOf: 'sales',
    }),
  ],
}

const findings = ({ typed, stored = {}, reference = steady, month = '2023-05' }: Case, plan = programme) =>
  judge({
    programme: plan,
    month: Month.parse(month),
    readings: Object.fromEntries(
      plan.indicators.map(({ id, decimals }) => [id, readAmount(typed[id] ?? '', { decimals })]),
    ),
    stored: figures(stored),
    condition: 'normal',
    reference,
  })
const found = (rule: string, given: Case) =>
  findings(given, 'salesToDate' in given.typed ? withCumulative : programme).filter(
    (one) => one.rule === rule,
  )

/** For every rule: where it asks and with what; the nearest case where it does not; where it cannot tell. */
const table: { rule: string; fires: [Case, on: string, facts: object]; silent: Case[]; abstains: Case[] }[] =
  [
    {
      rule: 'unreadable',
      fires: [{ typed: { ...whole, staff: '约45' } }, 'staff', { why: 'not-a-number' }],
      silent: [{ typed: whole }, { typed: { ...whole, staff: '' } }],
      abstains: [{ typed: {} }],
    },
    {
      rule: 'missing',
      fires: [{ typed: { ...whole, power: '' } }, 'power', {}],
      silent: [
        { typed: whole },
        { typed: { ...whole, power: '0' } },
        { typed: { power: '3' }, stored: { sales: 1, tax: 1, staff: 1 } },
      ],
      abstains: [{ typed: {} }],
    },
    {
      rule: 'negative',
      fires: [{ typed: { ...whole, power: '-3.1' } }, 'power', { value: one(-3.1) }],
      silent: [{ typed: { ...whole, sales: '-3', tax: '-1', power: '0' } }],
      abstains: [{ typed: { ...whole, power: '' } }],
    },
    {
      rule: 'cumulative',
      fires: [
        { typed: { ...whole, salesToDate: '750.2' } },
        'salesToDate',
        { value: one(750.2), before: one(600), current: one(150) },
      ],
      silent: [
        { typed: { ...whole, salesToDate: '750.1' } },
        { typed: { ...whole, salesToDate: '749.9' } },
        { typed: { ...whole, salesToDate: '150' }, month: '2023-01' },
      ],
      abstains: [
        { typed: { ...whole, salesToDate: '' } },
        { typed: { ...whole, sales: '', salesToDate: '900' } },
        { typed: { ...whole, salesToDate: '900' }, reference: withoutYear },
      ],
    },
    {
      rule: 'power-without-sales',
      fires: [{ typed: { ...whole, sales: '0' } }, 'sales', { nonZero: 'power', there: one(3.1) }],
      silent: [{ typed: { ...whole, sales: '0', power: '0' } }, { typed: { ...whole, sales: '0.01' } }],
      abstains: [{ typed: { ...whole, sales: '' } }, { typed: { ...whole, sales: '0', power: '' } }],
    },
    {
      rule: 'sales-without-power',
      fires: [{ typed: { ...whole, power: '0' } }, 'power', { nonZero: 'sales', there: one(150) }],
      silent: [{ typed: { ...whole, sales: '-5', power: '0' } }, { typed: { ...whole, power: '0.0001' } }],
      abstains: [{ typed: { ...whole, power: '' } }, { typed: { ...whole, sales: '', power: '0' } }],
    },
    {
      rule: 'unit-slip-10000',
      fires: [
        { typed: { ...whole, power: '31000' } },
        'power',
        { value: one(31_000), usual: one(3), is: 'last', factor: 10_000 },
      ],
      silent: [{ typed: { ...whole, power: '9000' } }, { typed: whole }],
      abstains: [
        { typed: { ...whole, power: '31000' }, reference: {} },
        { typed: { ...whole, sales: '', power: '31000' }, reference: withoutLast },
        { typed: { ...whole, sales: '-1', power: '31000' }, reference: withoutLast },
        { typed: { ...whole, tax: '40000' }, reference: { last: figures({ tax: 0 }) } },
      ],
    },
    {
      rule: 'unit-slip-1000',
      fires: [
        { typed: { ...whole, sales: '150000' } },
        'sales',
        { value: one(150_000), usual: one(149.9947), is: 'median', factor: 1_000 },
      ],
      silent: [{ typed: { ...whole, sales: '3700' } }, { typed: { ...whole, sales: '-150000' } }],
      abstains: [{ typed: { ...whole, sales: '150000' }, reference: {} }, { typed: { ...whole, sales: '' } }],
    },
    {
      rule: 'year-to-date',
      fires: [
        { typed: { ...whole, sales: '752.3' } },
        'sales',
        { value: one(752.3), before: one(600), months: 4 },
      ],
      silent: [{ typed: { ...whole, sales: '599' } }, { typed: { ...whole, sales: '1201' } }],
      abstains: [
        { typed: { ...whole, sales: '' } },
        { typed: { ...whole, sales: '752.3' }, reference: withoutYear },
        { typed: { ...whole, sales: '752.3' }, reference: withoutMedian },
        {
          typed: { ...whole, sales: '380' },
          reference: { ...steady, yearToDate: figures({ sales: one(370) }) },
        },
      ],
    },
    {
      rule: 'sales-jump',
      fires: [
        { typed: { ...whole, sales: '2480' } },
        'sales',
        { value: one(2480), last: one(152.3), median: one(149.9947) },
      ],
      silent: [
        { typed: { ...whole, sales: '2460' } },
        { typed: { ...whole, sales: '9.2' } },
        { typed: { ...whole, sales: '2480' }, reference: { ...steady, logMad: 0.5 } },
      ],
      abstains: [
        { typed: { ...whole, sales: '2480' }, reference: { ...steady, months: 5 } },
        { typed: { ...whole, sales: '2480' }, reference: withoutMedian },
        { typed: { ...whole, sales: '2480' }, reference: { logMedian: 5, months: 24 } },
        { typed: { ...whole, sales: '2480' }, reference: { logMedian: 5, logMad: 0.2 } },
        { typed: { ...whole, sales: '0' } },
        { typed: { ...whole, sales: '' } },
        ...['2023-01', '2023-02', '2023-03'].map((month) => ({ typed: { ...whole, sales: '2480' }, month })),
      ],
    },
    {
      rule: 'digits-swapped',
      fires: [
        { typed: { ...whole, sales: '512' }, reference: taxed },
        'sales',
        { value: one(512), last: one(152.3), median: one(149.9947), slip: 'swapped' },
      ],
      silent: [
        { typed: { ...whole, sales: '512' } },
        { typed: { ...whole, sales: '150' }, reference: taxed },
        { typed: { ...whole, sales: '501' }, reference: taxed },
        { typed: { ...whole, sales: '5.12' }, reference: taxed },
      ],
      abstains: [
        { typed: { ...whole, sales: '512' }, reference: {} },
        { typed: { ...whole, sales: '512' }, reference: { logMedian: 5.0106, logMad: 0.2, months: 2 } },
        { typed: { ...whole, sales: '' }, reference: taxed },
        { typed: { ...whole, sales: '-51' }, reference: taxed },
        { typed: { ...whole, sales: '512', tax: '' }, reference: { taxRate: -3.5755, taxRateMad: 0.05 } },
        { typed: { ...whole, sales: '512', tax: '-4' }, reference: { taxRate: -3.5755, taxRateMad: 0.05 } },
        { typed: { ...whole, sales: '512' }, reference: { last: figures({ sales: 0 }) } },
      ],
    },
    {
      rule: 'digit-lost',
      fires: [
        { typed: { ...whole, sales: '15' } },
        'sales',
        { value: one(15), last: one(152.3), median: one(149.9947), slip: 'lost' },
      ],
      silent: [{ typed: { ...whole, sales: '16' } }, { typed: { ...whole, sales: '0.9' } }],
      abstains: [
        { typed: { ...whole, sales: '15' }, reference: {} },
        { typed: { ...whole, sales: '15' }, reference: { logMedian: 5.0106, months: 24 } },
        { typed: { ...whole, sales: '' } },
      ],
    },
    {
      rule: 'same-as-last-month',
      fires: [{ typed: { ...whole, sales: '152.3' } }, 'sales', { value: one(152.3) }],
      silent: [
        { typed: { ...whole, sales: '152.31' } },
        { typed: { ...whole, staff: '44' } },
        { typed: { ...whole, sales: '0' }, reference: { last: figures({ sales: 0 }) } },
        { typed: { ...whole, tax: '0.09' }, reference: { last: figures({ tax: one(0.09) }) } },
      ],
      abstains: [{ typed: whole, reference: {} }, { typed: { ...whole, sales: '' } }],
    },
  ]

describe.each(table)('$rule', ({ rule, fires: [given, on, facts], silent, abstains }) => {
  const row = catalogue.find(({ id }) => id === rule)

  it('asks once, with the numbers that it looked at', () => {
    expect(found(rule, given)).toEqual([{ rule, kind: row?.kind, severity: row?.severity, on, facts }])
  })

  it.each(silent)('does not ask of $typed', (nearest) => {
    expect(found(rule, nearest)).toEqual([])
  })

  it.each(abstains)('cannot tell of $typed, $reference, $month', (unknown) => {
    expect(found(rule, unknown)).toEqual([])
  })
})

describe('the catalogue', () => {
  it('has a row in the table above for every rule that runs as an officer files', () => {
    const submit = catalogue.filter(({ at }) => at.includes('submit'))
    expect(table.map(({ rule }) => rule)).toEqual(submit.map(({ id }) => id))
  })

  it('runs every other rule when peers are in, and asks no officer by it', () => {
    const others = catalogue.filter(({ at }) => !at.includes('submit'))
    expect(others.map(({ severity, at }) => [severity, ...at].join())).toEqual(
      others.map(() => 'hint,review,close'),
    )
  })

  it('has an id and a name of its own for every rule', () => {
    const own = (of: (rule: (typeof catalogue)[number]) => string) => new Set(catalogue.map(of)).size
    expect([own(({ id }) => id), own(({ name }) => name)]).toEqual([catalogue.length, catalogue.length])
  })

  it('refuses what cannot be a figure, and asks about the rest', () => {
    const refusing = catalogue.flatMap(({ id, severity }) => (severity === 'refuse' ? [id] : []))
    expect(refusing).toEqual(['unreadable', 'missing', 'negative', 'cumulative'])
  })

  it('finds nothing in a firm’s ordinary month', () => {
    expect(findings({ typed: whole })).toEqual([])
  })

  it('asks nothing of an untouched firm', () => {
    expect(findings({ typed: {} })).toEqual([])
  })
})

describe('judging', () => {
  it('takes a blank beside a stored figure for unchanged', () => {
    const stored = { sales: one(150), tax: one(4), power: one(3.1) }
    expect(findings({ typed: { staff: '45' }, stored })).toEqual([])
    expect(findings({ typed: { sales: '0' }, stored }).map(({ rule }) => rule)).toEqual([
      'missing',
      'power-without-sales',
    ])
  })

  it('does not ask an officer for what a department supplies', () => {
    const imported = {
      ...programme,
      indicators: programme.indicators.map((one) =>
        one.id === 'tax' ? { ...one, supplier: 'tax' as const } : one,
      ),
    }
    expect(findings({ typed: { ...whole, tax: '' } }, imported)).toEqual([])
  })

  it('shows the district, and no officer, what is odd about a figure that a department supplied', () => {
    const supplied = (visibleTo: 'township' | 'district') => ({
      ...programme,
      indicators: programme.indicators.map((one) =>
        one.id === 'power' ? { ...one, supplier: 'power' as const, visibleTo } : one,
      ),
    })
    const stored = figures({ sales: one(0), tax: one(4.2), power: one(31_000), staff: one(45) })
    const report = aReport({ figures: stored, reference: steady })
    const rules = (all: readonly { rule: string }[]) => all.map(({ rule }) => rule)
    expect(rules(judgeStored(supplied('township'), report))).toEqual(['power-without-sales'])
    expect(judgeStored(supplied('district'), report)).toEqual([])
    expect(hintsOf(supplied('district'), report)).toContainEqual(
      expect.objectContaining({ rule: 'unit-slip-10000', on: 'power', severity: 'hint' }),
    )
    expect(rules(hintsOf(programme, report))).not.toContain('unit-slip-10000')
  })

  it('holds sales against the lower of last month and the median, so that last month’s slip hides none', () => {
    const slipped = { ...steady, last: figures({ sales: one(150_000) }) }
    const usual = findings({ typed: { ...whole, sales: '150000' }, reference: slipped }).map(
      ({ facts }) => facts.is,
    )
    expect(usual).toContain('median')
    const low = { ...steady, last: figures({ sales: one(50) }) }
    expect(
      found('unit-slip-1000', { typed: { ...whole, sales: '1500' }, reference: low })[0]?.facts,
    ).toMatchObject({
      is: 'last',
      usual: one(50),
    })
  })

  it('holds power against what the sales usually take where last month is silent', () => {
    const given = { typed: { ...whole, power: '31000' }, reference: withoutLast }
    expect(found('unit-slip-10000', given)).toMatchObject([
      { on: 'power', facts: { usual: one(3), is: 'sales' } },
    ])
    const typed = { ...whole, sales: '152.3' }
    expect(findings({ typed, reference: withoutLast })).toEqual([])
  })

  it('finds one slip of a figure, never two', () => {
    const slips = ['4500', '450000', '999999', '0.001'].map((sales) =>
      findings({ typed: { ...whole, sales } })
        .filter(({ kind }) => kind === 'unit-slip')
        .map(({ rule }) => rule),
    )
    expect(slips).toEqual([['unit-slip-1000'], ['unit-slip-10000'], ['unit-slip-10000'], []])
  })

  it.each(['suspended', 'moved', 'deregistered'] as const)(
    'asks nothing of a firm that is %s',
    (condition) => {
      const report = aReport({ condition, figures: figures({ power: one(-5) }) })
      expect(judgeStored(programme, report)).toEqual([])
    },
  )

  it('says the same of stored figures as of typed ones', () => {
    const report = aReport({
      figures: figures({ sales: 0, tax: 0, power: one(3), staff: one(5) }),
      reference: steady,
    })
    const typed = { sales: '0', tax: '0', power: '3', staff: '5' }
    expect(judgeStored(programme, report)).toEqual(findings({ typed }))
    expect(judgeStored(programme, report).map(({ rule }) => rule)).toEqual([
      'power-without-sales',
      'same-as-last-month',
    ])
  })
})
