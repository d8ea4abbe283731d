import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import { openQuestions, type Report } from '../../shared/domain/report.ts'
import { figureOf } from '../words/filing.ts'

/** Figures that a department imports are not asked of the officer. */
export const officerIndicators = (programme: Programme): Indicator[] =>
  programme.indicators.filter(({ supplier }) => supplier === 'officer')

/** Of these figures, those that are still missing, and those that a question or a return is about. */
export const lackingOf = (report: Report, indicators: readonly Indicator[]): Indicator[] => {
  const { state, figures, returned } = report
  if (state === 'inactive') return []
  const isBack = state === 'returned' && returned?.on === undefined
  const asked = new Set(openQuestions(report).map(({ on }) => on))
  if (state === 'returned' && returned?.on !== undefined) asked.add(returned.on)
  return indicators.filter(({ id }) => isBack || figures[id] === undefined || asked.has(id))
}

/** What was reported for this month already may stand in the input; nothing else ever does. */
export const reported = (report: Report, { id, decimals }: Indicator): { value?: string } =>
  report.figures[id] === undefined ? {} : { value: figureOf(report.figures, id, decimals) }
