import { canonical } from '../../../shared/store/canonical.ts'
import type { Evidence } from './faults.ts'

/** Firms by the way in which their figures came last, a correction after the close aside. */
export type CountedMeans = { byCard: number; byWorkbook: number; byPaste: number }

/** Of each firm that has figures: the newest version that changed them says through what it came. */
export const countMeans = ({ reports, versions }: Pick<Evidence, 'reports' | 'versions'>): CountedMeans => {
  const newest = new Map<string, { revision: number; via: string }>()
  for (const { code, revision, via, move, before, after } of versions) {
    if (move === 'correct' || canonical(before) === canonical(after)) continue
    if (revision > (newest.get(code)?.revision ?? 0)) newest.set(code, { revision, via })
  }
  const through = (kind: string): number =>
    reports.filter(
      ({ code, figures }) =>
        Object.keys(figures).length > 0 && newest.get(code)?.via.startsWith(`${kind}:`) === true,
    ).length
  return { byCard: through('card'), byWorkbook: through('workbook'), byPaste: through('paste') }
}
