import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../../shared/domain/analysis/month-end.ts'
import { SnapshotPart } from '../../../shared/domain/snapshot.ts'
import { foldReports } from '../../../shared/domain/tally.ts'
import { aReport, dueAt, figures } from '../../build/report.ts'

const bare = aReport()
const full = aReport({
  state: 'accepted',
  figures: figures({ sales: 5 }),
  reference: {
    last: figures({ sales: 4 }),
    lastYear: figures({ sales: 3 }),
    yearToDate: figures({ sales: 16 }),
    lastYearToDate: figures({ sales: 15 }),
    logMedian: 1,
    logMad: 1,
    months: 24,
  },
})

describe('a snapshot', () => {
  it('keeps of a firm what growth is measured against, and nothing that only edits need', () => {
    expect(rowsOf([bare, full])).toEqual([
      { code: bare.code, state: 'expected', condition: 'normal', figures: {} },
      {
        code: full.code,
        state: 'accepted',
        condition: 'normal',
        figures: { sales: 5 },
        last: { sales: 4 },
        lastYear: { sales: 3 },
        yearToDate: { sales: 16 },
        lastYearToDate: { sales: 15 },
      },
    ])
  })

  it('is numbered from 1', () => {
    const { programme, month, township } = bare
    const counts = foldReports([bare, full], dueAt)
    const rows = rowsOf([bare, full])
    const part = { programme, month, number: 1, township, at: dueAt, sequence: 9, counts, rows }
    expect(SnapshotPart.parse(part)).toEqual(part)
    expect(SnapshotPart.safeParse({ ...part, number: 0 }).success).toBe(false)
  })
})
