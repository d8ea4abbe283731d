import type { SnapshotPart } from '../snapshot.ts'
import { doneCount, openCount, sumCounts, unreviewedCount } from '../tally.ts'
import type { Completeness } from './statistics.ts'

/** How far a unit's month can be trusted, in counts that tell no figure. */
export const completenessOf = (parts: readonly SnapshotPart[]): Completeness => {
  const sum = sumCounts(parts.map((part) => part.counts))
  return {
    firms: sum.firms,
    reported: doneCount(sum),
    onTime: sum.onTime,
    late: sum.late,
    missing: openCount(sum) - sum.by.returned,
    returned: sum.by.returned,
    inactive: sum.by.inactive,
    unreviewed: unreviewedCount(sum),
    questioned: sum.questioned,
    explained: sum.explained,
    copied: sum.marks?.copied ?? 0,
    zero: sum.marks?.zero ?? 0,
    corrected: sum.marks?.corrected ?? 0,
    suspended: sum.marks?.suspended ?? 0,
    moved: sum.marks?.moved ?? 0,
    deregistered: sum.marks?.deregistered ?? 0,
  }
}
