import { foldShares } from '../../domain/difficulty.ts'
import type { CreditCode } from '../../domain/enterprise.ts'
import type { Report } from '../../domain/report.ts'
import { type Counts, foldReports, sumCounts } from '../../domain/tally.ts'
import type { Place } from './place.ts'
import type { Walked } from './walk-chain.ts'

const REPORTS_AT_ONCE = 50

/** What the pages of reports amount to. */
type Sum = {
  counts: Counts | undefined
  shares: Record<string, number>
  seals: string[]
  seen: Set<CreditCode>
}

/**
 * The reports as they stand against the chain: each is what its last version left, none is missing or too many, the
 * frozen roster is the one of the opening, and the tally is their fold. `each` gets every page.
 */
export const checkReports = async (
  place: Place,
  walked: Walked,
  each: (page: readonly Report[]) => void,
): Promise<void> => {
  const { store, of, tally, seal } = place
  const sum: Sum = { counts: undefined, shares: {}, seals: [], seen: new Set() }
  for (let after: CreditCode | undefined; ; ) {
    const page = await store.nearby(of, after ? { after } : {}, REPORTS_AT_ONCE)
    if (page.length === 0) break
    for (const report of page) checkReport(place, walked, sum, report)
    await Promise.all(page.map((report) => nothingBeyond(place, walked, report)))
    each(page)
    add(sum, page, tally.due)
    after = page.at(-1)?.code
  }
  for (const [code, { revision }] of walked.folds)
    if (!sum.seen.has(code)) place.broken({ is: 'report-missing', code, revision })
  const roster = seal(sum.seals)
  if (walked.roster !== undefined && roster !== walked.roster)
    place.broken({ is: 'roster-edited', sequence: 1, expected: walked.roster, found: roster })
  const folded = sum.counts ?? foldReports([], tally.due)
  if (seal(folded) !== seal(tally.counts)) place.broken({ is: 'tally-not-fold' })
  else if (seal(owedBy(tally.shares)) !== seal(owedBy(sum.shares))) place.broken({ is: 'tally-not-fold' })
}

/** Whoever handed all firms over is left with none in the tally, and is not met in the reports. */
const owedBy = (shares: Readonly<Record<string, number>> = {}): Record<string, number> =>
  Object.fromEntries(Object.entries(shares).filter(([, owed]) => owed !== 0))

const checkReport = (place: Place, { folds }: Walked, sum: Sum, report: Report): void => {
  const { code, revision } = report
  const found = place.seal(report)
  const known = folds.get(code)
  sum.seen.add(code)
  sum.seals.push(known ? (known.frozen ?? '') : found)
  const expected = known?.seal ?? ''
  if (known ? known.seal !== found : revision !== 0)
    place.broken({ is: 'report-edited', code, revision: known?.revision ?? 0, expected, found })
}

/** No version is there that no entry names. */
const nothingBeyond = async (
  { store, of, broken }: Place,
  { folds }: Walked,
  { code }: Report,
): Promise<void> => {
  const last = await store.lastVersion(of.programme, of.month, code)
  const known = folds.get(code)?.revision ?? 0
  if (last && last.revision > known) broken({ is: 'version-beyond', code, revision: last.revision })
}

const add = (sum: Sum, page: readonly Report[], due: number): void => {
  const folded = foldReports(page, due)
  sum.counts = sum.counts ? sumCounts([sum.counts, folded]) : folded
  for (const [officer, owed] of Object.entries(foldShares(page) ?? {}))
    sum.shares[officer] = (sum.shares[officer] ?? 0) + owed
}
