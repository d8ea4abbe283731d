import { GENESIS } from '../domain/tally.ts'
import type { AuditEntry, Seal, Settlement, Version } from '../ports.ts'
import { canonical, sha256 } from './canonical.ts'

/** What every digest of the chain is: SHA-256 over a value's canonical JSON. */
export const seal: Seal = (value) => sha256(canonical(value))

/** The next link of a township's chain: its digest covers what the versions say, its hash the link before. */
export const linked = (settlement: Settlement, versions: readonly Version[]): AuditEntry => {
  const { before, after, by, at, via, move, reason, roster, correction } = settlement
  const entry = {
    sequence: after.sequence,
    at,
    by,
    via,
    move,
    changed: versions.map(nameOf),
    ...(reason !== undefined && { reason }),
    ...(settlement.for !== undefined && { for: settlement.for }),
    digest: seal(versions),
    tally: seal(after),
    ...(after.closed && { counts: seal(after.counts) }),
    ...(roster !== undefined && { roster: seal(roster.map(seal)) }),
    ...(correction && { correction: { number: correction.number, seal: seal(correction) } }),
    previous: before.head,
  }
  return { ...entry, hash: seal(entry) }
}

/** What a month's chain is held against besides itself. */
type Beside = {
  /** The township's month before: the first entry is linked to an entry of it, or to `GENESIS` where there is none. */
  before?: readonly AuditEntry[]
  /** This month's versions, which the entries name; without them only the links are looked at. */
  versions?: readonly Version[]
}

/**
 * Where a township's month does not hold, as a sequence: the first entry that is missing, edited, not linked to the one
 * before, or made over other versions; one more than there are when the head is another. Undefined when all of it holds.
 */
export const brokenAt = (
  entries: readonly AuditEntry[],
  head: string,
  { before = [], versions }: Beside = {},
): number | undefined => {
  const origins = before.length > 0 ? before.map(({ hash }) => hash) : [GENESIS]
  let previous = origins.find((hash) => hash === entries[0]?.previous)
  for (const [index, { hash, ...entry }] of entries.entries()) {
    const holds =
      entry.sequence === index + 1 &&
      entry.previous === previous &&
      seal(entry) === hash &&
      (versions === undefined || seal(named(entry.changed, versions)) === entry.digest)
    if (!holds) return index + 1
    previous = hash
  }
  return previous === head ? undefined : entries.length + 1
}

const nameOf = ({ code, revision }: Version): string => `${code}@${revision}`

const named = (names: readonly string[], versions: readonly Version[]): Version[] =>
  names.flatMap((name) => versions.filter((version) => nameOf(version) === name))
