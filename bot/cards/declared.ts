import type { Indicator } from '../../shared/domain/programme.ts'
import { type Report, stillDeclared } from '../../shared/domain/report.ts'
import { figureOf } from '../words/filing.ts'
import { filingFind } from '../words/filing-find.ts'

/** A firm's figure as it is shown; a zero that was declared and not typed says 本月无. */
export const shownFigure = (
  report: Pick<Report, 'figures' | 'declared'>,
  { id, decimals }: Pick<Indicator, 'id' | 'decimals'>,
): string =>
  stillDeclared(report)?.includes(id) ? filingFind.nothing : figureOf(report.figures, id, decimals)
