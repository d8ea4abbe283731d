import type { CreditCode } from '../domain/enterprise.ts'
import { type Figures, sameFigures } from '../domain/figures.ts'
import type { Imported } from '../domain/import-indicators.ts'
import { afterMove, type Report } from '../domain/report.ts'
import type { Tally } from '../domain/tally.ts'
import type { Settlement } from '../ports.ts'
import { type Deed, settle } from './settle.ts'

type Importing = {
  tally: Tally
  reports: readonly Report[]
  /** What the columns of the table are. */
  imported: readonly Imported[]
  rows: readonly { code: CreditCode; values: Figures }[]
  /** `reason`: the file that it came in. */
  deed: Omit<Deed, 'move'>
}

/**
 * A department's values for a township's firms: in place where the programme has them from the department, else beside
 * what the officer files, which they never touch. Both values of a change stay in the firm's versions. Undefined where
 * nothing changes, or the month is closed.
 */
export const importFigures = ({
  tally,
  reports,
  imported,
  rows,
  deed,
}: Importing): Settlement | undefined => {
  if (tally.closed) return undefined
  const valuesOf = new Map(rows.map(({ code, values }) => [code, values]))
  const changes = reports.flatMap((before) => {
    const after = withValues(before, valuesOf.get(before.code) ?? {}, imported)
    return after ? [{ before, after }] : []
  })
  return changes.length > 0 ? settle(tally, changes, { ...deed, move: 'import' }) : undefined
}

const withValues = (report: Report, values: Figures, imported: readonly Imported[]): Report | undefined => {
  const some = (isFilling: boolean): Figures =>
    Object.fromEntries(
      imported.flatMap(({ indicator: { id }, fills }) => {
        const value = values[id]
        return fills === isFilling && value !== undefined ? [[id, value] as const] : []
      }),
    )
  const figures = { ...report.figures, ...some(true) }
  const beside = { ...report.beside, ...some(false) }
  const isFilled = !sameFigures(figures, report.figures)
  if (!isFilled && sameFigures(beside, report.beside ?? {})) return undefined
  return {
    ...report,
    figures,
    ...(Object.keys(beside).length > 0 && { beside }),
    ...(isFilled && { state: afterMove(report.state, 'import') ?? report.state }),
  }
}
