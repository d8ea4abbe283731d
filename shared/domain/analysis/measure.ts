import { type Month, monthNumber } from '../month.ts'
import type { Programme } from '../programme.ts'
import type { SnapshotRow } from '../snapshot.ts'
import { growthOf } from '../statistics/growth.ts'
import type { Growth, Measure } from './statistics.ts'

type Span = { now: number | undefined; before: number | undefined }

/** One firm's figure in the published span and in the same span a year before; February's span begins in January. */
export const spanOf = (row: SnapshotRow, id: string, month: Month): Span => {
  if (monthNumber(month) !== 2) return { now: row.figures[id], before: row.lastYear?.[id] }
  const january = row.yearToDate?.[id]
  const february = row.figures[id]
  return {
    now: january === undefined || february === undefined ? undefined : january + february,
    before: row.lastYearToDate?.[id],
  }
}

/** What each firm adds to the published total: its figure of the month, in February with January's. */
export const contributions = (rows: readonly SnapshotRow[], id: string, month: Month): number[] =>
  reportedIn(rows, id).map(({ row, value }) =>
    monthNumber(month) === 2 ? value + (row.yearToDate?.[id] ?? 0) : value,
  )

export const measuresOf = (
  programme: Programme,
  rows: readonly SnapshotRow[],
  month: Month,
): Record<string, Measure> =>
  Object.fromEntries(
    programme.indicators.map(({ id }) => [id, measureOf(rows, id, month, programme.smallCell.firms)]),
  )

/** Growth over fewer firms than may be shown would tell how one of them does: how many they are is all that is said. */
export const shownGrowth = (growth: Growth, firms: number): Growth =>
  growth.firms < firms ? { firms: growth.firms } : growth

const measureOf = (rows: readonly SnapshotRow[], id: string, month: Month, fewest: number): Measure => {
  const reported = reportedIn(rows, id)
  const growth = (spans: readonly Span[]) => shownGrowth(growthOf(spans), fewest)
  const toDate = ({ row, value }: Reported) => value + (row.yearToDate?.[id] ?? 0)
  return {
    total: sum(contributions(rows, id, month)),
    firms: reported.length,
    yearOnYear: growth(rows.map((row) => spanOf(row, id, month))),
    ...(monthNumber(month) !== 2 && {
      monthOnMonth: growth(rows.map((row) => ({ now: row.figures[id], before: row.last?.[id] }))),
    }),
    yearToDate: sum(reported.map(toDate)),
    yearToDateGrowth: growth(
      reported.map((one) => ({ now: toDate(one), before: one.row.lastYearToDate?.[id] })),
    ),
  }
}

type Reported = { row: SnapshotRow; value: number }

const reportedIn = (rows: readonly SnapshotRow[], id: string): Reported[] =>
  rows.flatMap((row) => {
    const value = row.figures[id]
    return value === undefined ? [] : [{ row, value }]
  })

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
