import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import type { Report } from '../../shared/domain/report.ts'
import { figureOf } from '../words/filing.ts'

/** Figures that a department imports are not asked of the officer. */
export const officerIndicators = (programme: Programme): Indicator[] =>
  programme.indicators.filter(({ supplier }) => supplier === 'officer')

/** What was reported for this month already may stand in the input; nothing else ever does. */
export const reported = (report: Report, { id, decimals }: Indicator): { value?: string } =>
  report.figures[id] === undefined ? {} : { value: figureOf(report.figures, id, decimals) }
