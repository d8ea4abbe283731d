import type { Programme } from '../programme.ts'
import { type Cell, isSmall, suppressed } from '../statistics/suppression.ts'
import type { Measure, StatisticsRow } from './statistics.ts'

/** A row before it is protected, with what each firm adds to each of its totals. */
export type OpenRow = { row: StatisticsRow; values: Readonly<Record<string, readonly number[]>> }

/**
 * Small cells and their complements lose their measure, indicator by indicator; a row without sales counts as
 * suppressed. Completeness stays, for it tells no figure.
 */
export const protectedRows = (open: readonly OpenRow[], { indicators, smallCell }: Programme) => {
  const hidden = new Map(
    indicators.map(({ id }) => [
      id,
      suppressed(
        open.map(({ values }) => cellOf(values[id])),
        smallCell,
      ),
    ]),
  )
  return open.map(
    ({ row }, index): StatisticsRow => ({
      ...row,
      suppressed: hidden.get('sales')?.[index] === true,
      measures: Object.fromEntries(
        Object.entries(row.measures).filter(([id]) => hidden.get(id)?.[index] === false),
      ),
    }),
  )
}

/** The whole city is a cell as well: of a city of two firms nothing is shown. */
export const protectedTotals = (
  measures: Readonly<Record<string, Measure>>,
  values: OpenRow['values'],
  { smallCell }: Programme,
): Record<string, Measure> =>
  Object.fromEntries(Object.entries(measures).filter(([id]) => !isSmall(cellOf(values[id]), smallCell)))

/** Credit notes are negative: how much of a cell is one firm's is told by sizes. */
const cellOf = (values: readonly number[] = []): Cell => {
  const sizes = values.map(Math.abs)
  return {
    firms: sizes.length,
    total: sizes.reduce((sum, size) => sum + size, 0),
    largest: Math.max(0, ...sizes),
  }
}
