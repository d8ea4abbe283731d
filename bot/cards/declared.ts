import type { Indicator } from '../../shared/domain/programme.ts'
import { type Report, stillDeclared } from '../../shared/domain/report.ts'
import { figureOf, filing } from '../words/filing.ts'

/** A firm's figure as it is shown; a zero that was declared and not typed says 本月无. */
export const shownFigure = (
  report: Pick<Report, 'figures' | 'declared'>,
  { id, decimals }: Pick<Indicator, 'id' | 'decimals'>,
): string => (stillDeclared(report)?.includes(id) ? filing.nothing : figureOf(report.figures, id, decimals))

/** `152.30 万元`, or 本月无. */
export const shownWithUnit = (
  report: Pick<Report, 'figures' | 'declared'>,
  { unit, ...indicator }: Pick<Indicator, 'id' | 'decimals' | 'unit'>,
): string => {
  const shown = shownFigure(report, indicator)
  return shown === filing.nothing || shown === filing.unknown ? shown : `${shown} ${unit}`
}
