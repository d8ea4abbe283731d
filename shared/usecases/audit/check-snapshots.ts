import { rowsOf } from '../../domain/analysis/month-end.ts'
import type { CreditCode } from '../../domain/enterprise.ts'
import type { Report } from '../../domain/report.ts'
import type { SnapshotPart, SnapshotRow } from '../../domain/snapshot.ts'
import type { Place } from './place.ts'
import type { Walked } from './walk-chain.ts'

/** A snapshot beside what the chain had come to when it was taken. */
export const snapshotCheck = (place: Place, walked: Walked, part: SnapshotPart) => {
  const { seal, tally, of, broken } = place
  const { number } = part
  const then = walked.at.get(number) ?? { folds: walked.folds, counts: undefined }
  const left = new Map<CreditCode, SnapshotRow>(part.rows.map((row) => [row.code, row]))
  const isOurs = part.programme === of.programme && part.month === of.month && part.township === of.township
  // None is of before the close, and none of an entry that is not there.
  const isInTime = walked.at.has(number) && part.sequence >= (walked.closed ?? Number.POSITIVE_INFINITY)
  if (left.size !== part.rows.length || !isOurs || !isInTime)
    broken({ is: 'snapshot-edited', snapshot: number })
  const counts = then.counts ?? seal(tally.counts)
  if (seal(part.counts) !== counts)
    broken({ is: 'snapshot-edited', snapshot: number, expected: counts, found: seal(part.counts) })
  return {
    page(reports: readonly Report[]): void {
      for (const report of reports) {
        const { code } = report
        const fold = then.folds.get(code)
        const unfiled = { state: 'expected', condition: 'normal', figures: {} } as const
        const [row] = rowsOf([{ ...report, ...(fold ?? unfiled) }])
        const [expected, found] = [seal(row ?? {}), seal(left.get(code) ?? {})]
        if (expected !== found) {
          const revision = fold?.revision ?? 0
          broken({ is: 'snapshot-edited', snapshot: number, code, revision, expected, found })
        }
        left.delete(code)
      }
    },
    end(): void {
      for (const code of left.keys()) broken({ is: 'snapshot-edited', snapshot: number, code })
    },
  }
}
