import { describe, expect, it } from 'vitest'
import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import { OpenId } from '../../../shared/domain/person.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { overriddenIn } from '../../../shared/usecases/overridden.ts'
import { recordFigures, type TypedFirm } from '../../../shared/usecases/record-figures.ts'
import { aReport, figures } from '../../build/report.ts'
import { programme } from '../../build/snapshot.ts'
import { aTally, deed } from '../../build/township.ts'

const wang = OpenId.parse('ou_wang')
const li = OpenId.parse('ou_li')
const override = { reason: '与会计核对过', seen: 9 }
const stored = figures({ sales: 1_500_000, tax: 42_000, power: 31_000, staff: 450_000 })
const firm = (no: number, filedBy: OpenId, some: Partial<Report> = {}): Report =>
  aReport({
    ...{ no, code: makeCreditCode('91320612', `T000000${no}`), filedBy, figures: stored, sequence: 9 },
    ...{ state: 'submitted', ...some },
  })

/** What an officer types against what colleagues filed. */
const choose = (firms: readonly (readonly [Report, Omit<TypedFirm, 'code'>])[]) => {
  const reports = firms.map(([report]) => report)
  const recorded = recordFigures({
    ...{ programme, tally: aTally(reports), reports, seen: 5, source: 'firm', deed },
    firms: firms.map(([{ code }, typed]) => ({ code, ...typed })),
  })
  if (recorded.is === 'closed' || recorded.settlement === undefined) throw new Error('nothing was stored')
  const { results, settlement } = recorded
  const told = [...overriddenIn(results, settlement)].map(
    ([person, all]) => [person, all.map(({ no }) => no)] as const,
  )
  return { settlement, told: Object.fromEntries(told) }
}

describe('figures that an officer put others in the place of', () => {
  it('are told to whoever had filed them, each colleague’s firms together', () => {
    const against = { figures: { tax: '5' }, override }
    const { told } = choose([
      [firm(1, wang), against],
      [firm(2, li), against],
      [firm(3, wang), against],
    ])
    expect(told).toEqual({ [wang]: [1, 3], [li]: [2] })
  })

  it.each([
    ['one’s own', firm(1, deed.by), { figures: { tax: '5' }, override }],
    [
      'one that nobody had filed',
      firm(1, wang, { figures: figures({ sales: 1_500_000 }), state: 'partial' }),
      { figures: { tax: '5' }, override },
    ],
    ['one corrected without a conflict', firm(1, wang, { sequence: 3 }), { figures: { tax: '5' } }],
  ])('are nobody’s loss where it is %s', (_, report, typed) => {
    expect(choose([[report, typed]]).told).toEqual({})
  })

  it('keep the reason with the firm’s own version, and with no other of the same press', () => {
    const { settlement } = choose([
      [firm(1, wang), { figures: { tax: '5' }, override }],
      [firm(2, li, { sequence: 3 }), { figures: { tax: '5' } }],
    ])
    expect(settlement.reports.map(({ reason }) => reason)).toEqual([override.reason, undefined])
  })
})
