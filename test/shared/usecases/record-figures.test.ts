import { describe, expect, it } from 'vitest'
import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import { Indicator } from '../../../shared/domain/programme.ts'
import { RETURNED, type Report } from '../../../shared/domain/report.ts'
import { type Recorded, recordFigures, type TypedFirm } from '../../../shared/usecases/record-figures.ts'
import { aReport, dueAt, figures } from '../../build/report.ts'
import { programme } from '../../build/snapshot.ts'
import { aTally, claimedAndFolded, deed } from '../../build/township.ts'

const one = (units: number) => Math.round(units * 10_000)
const whole = { sales: '150', tax: '4.2', power: '3.1', staff: '45' }
const stored = figures({ sales: one(150), tax: one(4.2), power: one(3.1), staff: one(45) })
/** Power without sales: a question about the sales. */
const odd = { ...whole, sales: '0' }
const oddStored = figures({ ...stored, sales: 0 })
const words = { on: 'sales', reason: '停产检修、搬迁', text: '五月上旬检修设备，没有开票' }
const question = { rule: 'power-without-sales', on: 'sales' }
const explained = { ...question, answer: { reason: words.reason, text: words.text } }
const asked = { rule: RETURNED, on: RETURNED }
const returned = { by: deed.by, at: deed.at, reason: '与税务数据相差较大' }
const filed: Partial<Report> = {
  state: 'submitted',
  figures: stored,
  completeAt: deed.at - 1000,
  sequence: 3,
}
const back: Partial<Report> = { ...filed, state: 'returned', questions: [asked], returned }

type Typed = Omit<TypedFirm, 'code' | 'figures'> & { figures?: Record<string, string> }
const file = (
  about: Partial<Report>,
  { figures: typed = {}, ...rest }: Typed,
  given = programme,
  seen = 5,
) => {
  const report = aReport(about)
  const recorded = recordFigures({
    programme: given,
    ...{ tally: aTally([report]), reports: [report], seen, source: 'firm', deed },
    firms: [{ code: report.code, figures: typed, ...rest }],
  })
  return { report, recorded, result: resultOf(recorded) }
}
const resultOf = (recorded: Recorded) => {
  if (recorded.is === 'closed') throw new Error('closed')
  const [result] = recorded.results
  if (result === undefined) throw new Error('no result')
  return result
}

describe('what is stored', () => {
  const table: [string, Partial<Report>, Typed, Partial<Report>][] = [
    ['all figures', {}, { figures: whole }, { state: 'submitted', figures: stored, completeAt: deed.at }],
    [
      'some figures',
      {},
      { figures: { sales: '150' } },
      { state: 'partial', figures: figures({ sales: one(150) }) },
    ],
    [
      'the rest',
      { state: 'partial', figures: figures({ sales: one(150) }) },
      { figures: { ...whole, sales: '' } },
      { state: 'submitted', figures: stored },
    ],
    [
      'nothing this month, declared: a zero like a typed one, and it says so',
      { state: 'partial', figures: figures({ sales: one(150), power: one(3.1), staff: one(45) }) },
      { figures: { tax: '0' }, declared: ['tax'] },
      { state: 'submitted', figures: figures({ ...stored, tax: 0 }), declared: ['tax'] },
    ],
    ['a question', {}, { figures: odd }, { state: 'submitted', figures: oddStored, questions: [question] }],
    ['a question with its answer', {}, { figures: odd, answers: [words] }, { questions: [explained] }],
    [
      'an answer later',
      { ...filed, figures: oddStored, questions: [question] },
      { answers: [words] },
      { state: 'submitted', questions: [explained], completeAt: filed.completeAt },
    ],
    [
      'an answer after the acceptance, which stands',
      { ...filed, state: 'accepted', figures: oddStored, questions: [question] },
      { answers: [words] },
      { state: 'accepted', questions: [explained] },
    ],
    [
      'a correction, whose question goes',
      { ...filed, figures: oddStored, questions: [explained] },
      { figures: whole },
      { figures: stored, questions: [] },
    ],
    [
      'another figure, beside which an answer stands',
      { ...filed, figures: oddStored, questions: [explained] },
      { figures: { tax: '5' } },
      { figures: figures({ ...oddStored, tax: one(5) }), questions: [explained] },
    ],
    [
      'a correction, which lets the acceptance lapse',
      { ...filed, state: 'accepted' },
      { figures: { tax: '5' } },
      { state: 'resubmitted', figures: figures({ ...stored, tax: one(5) }) },
    ],
    ['a figure of a returned firm', back, { figures: { tax: '5' } }, { state: 'resubmitted', questions: [] }],
    [
      'why a returned figure stays',
      back,
      { answers: [{ ...words, on: RETURNED }] },
      { state: 'resubmitted', questions: [{ ...asked, answer: explained.answer }] },
    ],
    [
      'why a returned firm stands still',
      { ...back, condition: 'suspended', note: '检修' },
      { answers: [{ ...words, on: RETURNED }] },
      { state: 'inactive', condition: 'suspended', note: '检修' },
    ],
    [
      'figures of a firm that stood still',
      { state: 'inactive', condition: 'suspended', note: '检修' },
      { figures: whole },
      { state: 'submitted', condition: 'normal' },
    ],
    [
      'one’s own figures against a colleague’s',
      { ...filed, sequence: 9 },
      { figures: { tax: '5' }, override: { reason: '与企业核对过', seen: 9 } },
      { state: 'submitted', note: '与企业核对过' },
    ],
    ['zero, as zero', {}, { figures: { ...whole, tax: '0' } }, { figures: figures({ ...stored, tax: 0 }) }],
  ]
  it.each(table)('%s', (_, before, typed, after) => {
    const { report, recorded, result } = file(before, typed)
    expect(result).toMatchObject({ is: 'stored', report: after })
    const settlement = recorded.is === 'recorded' ? recorded.settlement : undefined
    expect(settlement).toMatchObject({ move: 'file', after: { sequence: 6 } })
    expect(settlement?.reports).toMatchObject([
      { before: report, after: { revision: 1, sequence: 6, filedBy: deed.by } },
    ])
    const { claimed, folded } = settlement ? claimedAndFolded(settlement, [report]) : {}
    expect(claimed).toEqual(folded)
  })

  it('keeps the officer’s own correction on the card until the newer reason for the return was seen', () => {
    const returned = { ...back, sequence: 6, filedBy: deed.by }
    const { result } = file(returned, { figures: { tax: '5' } })
    expect(result).toMatchObject({ is: 'refused', findings: [], typed: { figures: { tax: '5' } } })
  })

  it('forgets why a firm was sent back or stood still, once it has filed', () => {
    expect(file(back, { figures: { tax: '5' } }).result).not.toHaveProperty('report.returned')
    const still = { state: 'inactive', condition: 'suspended', note: '检修' } as const
    expect(file(still, { figures: whole }).result).not.toHaveProperty('report.note')
  })

  it('takes a firm that stood still back with the very figures that it had', () => {
    const still = { state: 'inactive', condition: 'suspended', note: '检修' } as const
    const { result } = file(
      { ...still, figures: stored },
      { figures: { sales: '150', tax: '4.2', power: '3.1', staff: '45' } },
    )
    expect(result).toMatchObject({ is: 'stored', report: { state: 'submitted', condition: 'normal' } })
  })

  it('keeps why a firm was sent back while figures are still missing', () => {
    const some = { ...back, figures: figures({ sales: one(150) }) }
    expect(file(some, { figures: { tax: '5' } }).result).toMatchObject({
      is: 'stored',
      report: { state: 'returned', returned },
    })
  })

  it('keeps a whole firm whole when the plan has gained a figure since, and takes its correction', () => {
    const more = Indicator.parse({ ...programme.indicators[0], id: 'orders', name: '订单' })
    const given = { ...programme, indicators: [...programme.indicators, more] }
    const { result } = file(filed, { figures: { tax: '5' } }, given)
    expect(result).toMatchObject({ is: 'stored', report: { state: 'submitted', figures: { tax: one(5) } } })
  })

  it('judges late by the first time that a firm was whole', () => {
    const late = { ...filed, completeAt: dueAt + 1 }
    expect(file(late, { figures: { tax: '5' } }).result).toMatchObject({ report: { completeAt: dueAt + 1 } })
    expect(file(filed, { figures: { tax: '5' } }).result).toMatchObject({
      report: { completeAt: filed.completeAt },
    })
  })
})

describe('what is not stored', () => {
  const table: [string, Partial<Report>, Typed, object][] = [
    ['nothing typed', {}, {}, { is: 'untouched' }],
    ['blanks', filed, { figures: { sales: ' ', tax: '' } }, { is: 'untouched' }],
    [
      'no number',
      {},
      { figures: { ...whole, sales: '一百五' } },
      { is: 'refused', findings: [{ rule: 'unreadable', on: 'sales' }] },
    ],
    [
      'a negative',
      filed,
      { figures: { power: '-3' } },
      { is: 'refused', findings: [{ rule: 'negative', on: 'power' }] },
    ],
    ['the same figures', filed, { figures: whole }, { is: 'same' }],
    ['the same written otherwise', filed, { figures: { ...whole, sales: '１５０．００' } }, { is: 'same' }],
    [
      'the same answer',
      { ...filed, figures: oddStored, questions: [explained] },
      { answers: [words] },
      { is: 'same' },
    ],
    [
      'an answer that says nothing',
      { ...filed, figures: oddStored, questions: [question] },
      { answers: [{ ...words, text: '核实无误' }] },
      { is: 'same', explanation: 'stock-phrase' },
    ],
    [
      'an answer without a reason',
      { ...filed, figures: oddStored, questions: [question] },
      { answers: [{ ...words, reason: '' }] },
      { is: 'same', explanation: 'no-reason' },
    ],
    [
      'an empty answer',
      { ...filed, figures: oddStored, questions: [question] },
      { answers: [{ ...words, reason: '', text: ' ' }] },
      { is: 'same' },
    ],
    ['an answer to nothing', {}, { answers: [words] }, { is: 'same', report: { state: 'expected' } }],
    [
      'returned figures again, without a word',
      back,
      { figures: whole },
      { is: 'same', explanation: 'no-reason', report: { state: 'returned' } },
    ],
    [
      'an explanation of an older reason than the newest',
      { ...back, sequence: 6 },
      { figures: whole, answers: [{ ...words, on: RETURNED }] },
      { is: 'same', explanation: 'returned-again', report: { state: 'returned', questions: [asked] } },
    ],
    [
      'figures on an old card, of a firm that a colleague filed and the district sent back',
      { ...back, sequence: 6, filedBy: deed.by.replace(/$/, '2') as typeof deed.by },
      { figures: { tax: '5' } },
      { is: 'superseded' },
    ],
    [
      'figures on an old card',
      { ...filed, sequence: 6 },
      { figures: { tax: '5' } },
      { is: 'superseded', mine: { tax: one(5), sales: one(150) } },
    ],
    [
      'figures of a contested firm, however new the card',
      filed,
      { figures: { tax: '5' }, contested: true },
      { is: 'superseded' },
    ],
    [
      'an override of figures that moved again',
      { ...filed, sequence: 9 },
      { figures: { tax: '5' }, override: { reason: '核对过', seen: 8 } },
      { is: 'superseded' },
    ],
  ]
  it.each(table)('%s', (_, before, typed, expected) => {
    const { recorded, result } = file(before, typed)
    expect(result).toMatchObject(expected)
    expect(recorded).not.toHaveProperty('settlement')
  })

  it('a figure refused keeps the firm’s others out too, and a neighbour’s in', () => {
    const first = aReport()
    const second = aReport({ code: makeCreditCode('91320612', 'T0000001'), no: 2 })
    const stranger = makeCreditCode('91320612', 'T0000009')
    const recorded = recordFigures({
      ...{
        programme,
        tally: aTally([first, second]),
        reports: [first, second],
        seen: 5,
        source: 'visit',
        deed,
      },
      firms: [
        { code: first.code, figures: { ...whole, staff: '-1' } },
        { code: second.code, figures: whole },
        { code: stranger, figures: whole },
      ],
    })
    expect(recorded).toMatchObject({
      results: [
        { is: 'refused' },
        { is: 'stored', report: { source: 'visit' } },
        { is: 'not-in-roster', code: stranger },
      ],
      tally: { counts: { firms: 2, by: { expected: 1, submitted: 1 } } },
    })
  })

  it('anything after the close', () => {
    const report = aReport()
    const tally = aTally([report], { closed: true })
    const firms = [{ code: report.code, figures: whole }]
    expect(
      recordFigures({ programme, tally, reports: [report], seen: 5, firms, source: 'firm', deed }),
    ).toEqual({ is: 'closed', tally })
  })
})
