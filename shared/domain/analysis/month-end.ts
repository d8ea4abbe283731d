import type { Report } from '../report.ts'
import type { SnapshotRow } from '../snapshot.ts'

/** The firms of a township as the close finds them, with what growth is measured against. */
export const rowsOf = (reports: readonly Report[]): SnapshotRow[] =>
  reports.map(({ code, state, condition, figures, reference }) => {
    const { last, lastYear, yearToDate, lastYearToDate } = reference
    return {
      code,
      state,
      condition,
      figures,
      ...(last && { last }),
      ...(lastYear && { lastYear }),
      ...(yearToDate && { yearToDate }),
      ...(lastYearToDate && { lastYearToDate }),
    }
  })
