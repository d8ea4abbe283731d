import type { Correction } from '../domain/correction.ts'
import type { Programme } from '../domain/programme.ts'
import { afterMove, type Report } from '../domain/report.ts'
import { judge } from '../domain/rules/judge.ts'
import type { MonthRecord } from '../ports.ts'
import type { Deed } from './settle.ts'

/** Who corrects, when and through what. */
export type CorrectionDeed = Omit<Deed, 'move' | 'reason'>

/** The month's newest snapshot does not hold what was corrected: another is to be taken. */
export const stale = (record: MonthRecord): MonthRecord => ({
  ...record,
  revision: record.revision + 1,
  stale: true,
})

/** The report with the officer's new figures, whose questions have the reason for the correction for their answer. */
export const corrected = (
  { programme, report, correction }: { programme: Programme; report: Report; correction: Correction },
  { by, at }: CorrectionDeed,
): Report => {
  const { returned: _, note: __, mended: ___, ...rest } = report
  const figures = { ...report.figures, ...correction.values }
  const asked = judge({
    ...{ programme, month: report.month, readings: {}, stored: figures, condition: 'normal' },
    reference: report.reference,
  }).filter(({ severity }) => severity === 'explain')
  return {
    ...rest,
    state: afterMove(report.state, 'correct') ?? report.state,
    figures,
    source: report.source ?? 'firm',
    condition: 'normal',
    questions: asked.map(({ rule, on }) => ({
      rule,
      on,
      answer: { reason: '其他', text: correction.reason },
    })),
    filedBy: correction.by,
    filedAt: correction.at,
    completeAt: report.completeAt ?? correction.at,
    corrected: { by, at },
  }
}
