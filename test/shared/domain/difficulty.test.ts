import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Difficulty, foldShares, shiftShares } from '../../../shared/domain/difficulty.ts'
import { OpenId } from '../../../shared/domain/person.ts'
import { type Report, ReportState } from '../../../shared/domain/report.ts'
import {
  chasedCount,
  explainedCount,
  foldReports,
  hasExplained,
  openCount,
  type Tally,
  unfiledCount,
  wholeDifficulty,
} from '../../../shared/domain/tally.ts'
import { aReport, dueAt } from '../../build/report.ts'

const zhang = OpenId.parse('ou_zhang')
const li = OpenId.parse('ou_li')
const of = (officer: OpenId | undefined, state: ReportState): Report =>
  aReport({ state, ...(officer && { officer }) })

describe('分片', () => {
  const reports = [
    of(zhang, 'expected'),
    of(zhang, 'submitted'),
    of(li, 'inactive'),
    of(undefined, 'expected'),
    of(zhang, 'returned'),
  ]

  it('counts what each officer still owes, 0 for who has filed all, and firms of nobody for nobody', () => {
    expect(foldShares(reports)).toEqual({ ou_zhang: 2, ou_li: 0 })
  })

  it('is nothing where no firm is somebody’s own', () => {
    expect(foldShares([of(undefined, 'expected')])).toBeUndefined()
    expect(foldShares([])).toBeUndefined()
  })

  it('moves with every change to what the fold would give', () => {
    const somebody = fc.constantFrom(zhang, li, undefined)
    const state = fc.constantFrom(...ReportState.options)
    fc.assert(
      fc.property(fc.array(fc.tuple(somebody, state, state), { minLength: 1, maxLength: 8 }), (firms) => {
        const changes = firms.map(([officer, from, to]) => ({
          before: of(officer, from),
          after: of(officer, to),
        }))
        const before = foldShares(changes.map((change) => change.before)) ?? {}
        const after = foldShares(changes.map((change) => change.after)) ?? {}
        expect(shiftShares(before, changes)).toEqual(after)
      }),
    )
  })

  it('counts a firm that is handed over for its new officer, and no longer for the old one', () => {
    const change = { before: of(zhang, 'expected'), after: of(li, 'expected') }
    expect(shiftShares({ [zhang]: 2 }, [change])).toEqual({ ou_zhang: 1, ou_li: 1 })
    const done = { before: of(zhang, 'accepted'), after: of(li, 'accepted') }
    expect(shiftShares({ [zhang]: 0 }, [done])).toEqual({ ou_zhang: 0, ou_li: 0 })
  })

  it('gives a first share to somebody whom nobody had counted', () => {
    const change = { before: of(li, 'submitted'), after: of(li, 'returned') }
    expect(shiftShares({}, [change])).toEqual({ ou_li: 1 })
  })
})

describe('说明困难', () => {
  const said = (by: OpenId, scope: Difficulty['scope']): Difficulty =>
    Difficulty.parse({ by, at: dueAt, reason: '企业联系不上', scope })
  const reports = [
    of(zhang, 'expected'),
    of(zhang, 'returned'),
    of(li, 'partial'),
    of(li, 'accepted'),
    of(undefined, 'expected'),
  ]
  const counts = foldReports(reports, dueAt)
  const shares = foldShares(reports) ?? {}
  const tally = (
    difficulties?: Difficulty[],
    more: object = { shares },
  ): Pick<Tally, 'counts' | 'shares' | 'difficulties'> => ({
    counts,
    ...more,
    ...(difficulties && { difficulties }),
  })

  it('takes the sayer’s own firms out of what is chased', () => {
    expect(openCount(counts)).toBe(4)
    expect(unfiledCount(counts)).toBe(3)
    expect(chasedCount(tally())).toBe(4)
    expect(explainedCount(tally([said(zhang, 'own')]))).toBe(2)
    expect(chasedCount(tally([said(zhang, 'own'), said(li, 'own')]))).toBe(1)
  })

  it('for the township leaves nothing to chase, whoever else spoke', () => {
    const whole = tally([said(zhang, 'own'), said(li, 'township')])
    expect(wholeDifficulty(whole)).toMatchObject({ by: li })
    expect([explainedCount(whole), chasedCount(whole)]).toEqual([4, 0])
  })

  it('counts nothing for somebody without firms of their own', () => {
    expect(explainedCount(tally([said(OpenId.parse('ou_new'), 'own')]))).toBe(0)
    expect(explainedCount(tally([said(zhang, 'own')], {}))).toBe(0)
  })

  it('of a stand-in is for the firms of whom they stand in for, once, and stops the reminders of both', () => {
    const forZhang = { ...said(li, 'own'), for: zhang }
    expect(explainedCount(tally([forZhang]))).toBe(2)
    expect(explainedCount(tally([forZhang, said(zhang, 'own')]))).toBe(2)
    expect([zhang, li].map((one) => hasExplained(tally([forZhang]), one))).toEqual([true, true])
  })

  it('stops the reminders of whoever said it, and of nobody else', () => {
    expect(hasExplained(tally([said(zhang, 'own')]), zhang)).toBe(true)
    expect(hasExplained(tally([said(zhang, 'own')]), li)).toBe(false)
    expect(hasExplained(tally(), zhang)).toBe(false)
    expect(wholeDifficulty(tally())).toBeUndefined()
  })
})
