import { describe, expect, it } from 'vitest'
import { reportDifficulty } from '../../../shared/usecases/report-difficulty.ts'
import { aReport } from '../../build/report.ts'
import { aTally, deed } from '../../build/township.ts'

const tally = aTally([aReport()])

describe('说明困难', () => {
  it('is kept with who, when and why, and changes no figure', () => {
    const told = reportDifficulty(tally, ' 企业失联：已派人上门 ', deed)
    const difficulty = { by: deed.by, at: deed.at, reason: '企业失联：已派人上门' }
    expect(told).toMatchObject({
      is: 'noted',
      settlement: {
        move: 'difficulty',
        reason: difficulty.reason,
        reports: [],
        after: { sequence: 6, difficulty, counts: tally.counts },
      },
    })
  })

  it.each([
    ['without words', tally, '  ', 'no-reason'],
    ['after the close', aTally([], { closed: true }), '企业失联', 'closed'],
  ])('is not taken %s', (_, given, reason, is) => {
    expect(reportDifficulty(given, reason, deed)).toEqual({ is })
  })
})
