import { CreditCode } from '../../domain/enterprise.ts'
import type { Condition, Figures } from '../../domain/figures.ts'
import { sameFigures } from '../../domain/figures.ts'
import type { ReportState } from '../../domain/report.ts'
import type { AuditEntry, Version } from '../../ports.ts'
import type { Place } from './place.ts'

const ENTRIES_AT_ONCE = 20

/** A firm's month as the versions leave it. */
type Fold = {
  revision: number
  /** Over the report as it was frozen, and as it is now. */
  frozen: string | undefined
  seal: string
  state: ReportState
  condition: Condition
  figures: Figures
}
type Folds = Map<CreditCode, Fold>

/** What the chain says, when it could be followed to its end. */
export type Walked = {
  last: AuditEntry | undefined
  roster: string | undefined
  folds: Folds
  /** As each snapshot found the firms, and the digest of the counts that it goes with where that is known. */
  at: Map<number, { folds: Folds; counts: string | undefined }>
  /** At which entry the month was closed. */
  closed: number | undefined
  /** The seals of the requests for corrections, by number. */
  corrections: Map<number, string>
  whole: boolean
}

/** Follows a township's chain from its first entry, a page of it at a time, and folds its versions. */
export const walkChain = async (place: Place): Promise<Walked> => {
  const { store, of, tally } = place
  const walked: Walked = {
    ...{ last: undefined, roster: undefined, closed: undefined, whole: true },
    ...{ folds: new Map(), at: new Map(), corrections: new Map() },
  }
  for (let sequence = 0; ; ) {
    const page = await store.auditAfter(of, sequence, ENTRIES_AT_ONCE)
    if (page.length === 0) break
    const versions = await versionsOf(place, page)
    for (const entry of page) {
      sequence++
      if (entry.sequence !== sequence || sequence > tally.sequence) {
        const is = sequence > tally.sequence ? 'entry-beyond' : 'entry-missing'
        place.broken({ is, sequence, found: String(entry.sequence) })
        return { ...walked, whole: false }
      }
      await follow(place, walked, entry, versions)
    }
  }
  const end = walked.last?.sequence ?? 0
  if (end < tally.sequence) {
    place.broken({ is: 'entry-missing', sequence: end + 1, expected: String(tally.sequence) })
    walked.whole = false
  }
  return walked
}

const follow = async (
  place: Place,
  walked: Walked,
  entry: AuditEntry,
  versions: ReadonlyMap<string, Version>,
): Promise<void> => {
  const { sequence } = entry
  const { hash, ...rest } = entry
  const expected = place.seal(rest)
  if (expected !== hash) place.broken({ is: 'entry-edited', sequence, expected, found: hash })
  if (walked.last === undefined) {
    if (!(await place.isOrigin(entry.previous)))
      place.broken({ is: 'unlinked-month', sequence, found: entry.previous })
    walked.roster = entry.roster ?? ''
  } else if (entry.previous !== walked.last.hash)
    place.broken({ is: 'unlinked', sequence, expected: walked.last.hash, found: entry.previous })
  place.compareAnchors(entry)
  foldEntry(place, walked, entry, versions)
  walked.last = entry
  if (entry.correction) walked.corrections.set(entry.correction.number, entry.correction.seal)
  if (entry.move === 'close') walked.closed = sequence
  for (const { number } of place.snapshots.filter((one) => one.sequence === sequence))
    walked.at.set(number, { folds: new Map(walked.folds), counts: entry.counts })
}

const foldEntry = (
  place: Place,
  { folds }: Walked,
  { sequence, changed, digest }: AuditEntry,
  versions: ReadonlyMap<string, Version>,
): void => {
  const known = changed.flatMap(namedBy).map((name) => ({
    ...name,
    version: versions.get(`${name.code}@${name.revision}`),
  }))
  for (const { code, revision, version } of known)
    if (version === undefined) place.broken({ is: 'version-missing', sequence, code, revision })
  const found = known.flatMap(({ version }) => version ?? [])
  if (found.length === known.length && place.seal(found) !== digest)
    place.broken({ is: 'version-edited', sequence, expected: digest, found: changed.join(' ') })
  for (const version of found) {
    const { code, revision } = version
    const before = folds.get(code)
    const continues =
      revision === (before?.revision ?? 0) + 1 && (!before || sameFigures(version.before, before.figures))
    if (!continues) place.broken({ is: 'version-discontinuous', sequence, code, revision })
    folds.set(code, {
      revision,
      frozen: before ? before.frozen : version.frozen,
      seal: version.seal,
      state: version.state,
      condition: version.condition,
      figures: version.after,
    })
  }
}

const versionsOf = async (
  { store, of }: Place,
  page: readonly AuditEntry[],
): Promise<ReadonlyMap<string, Version>> => {
  const names = [...new Set(page.flatMap(({ changed }) => changed))].flatMap(namedBy)
  const versions = await store.versions(of.programme, of.month, names)
  return new Map(versions.map((version) => [`${version.code}@${version.revision}`, version]))
}

/** A name that nobody could have written names nothing: the entry's own hash tells of it. */
const namedBy = (name: string): { code: CreditCode; revision: number }[] => {
  const [code, revision] = name.split('@')
  const read = CreditCode.safeParse(code)
  return read.success && Number.isInteger(Number(revision))
    ? [{ code: read.data, revision: Number(revision) }]
    : []
}
