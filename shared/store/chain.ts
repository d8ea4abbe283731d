import type { AuditEntry, Settlement, Version } from '../ports.ts'
import { canonical, sha256 } from './canonical.ts'

/** The next link of a township's chain: its digest covers what the versions say, its hash the link before. */
export const linked = (settlement: Settlement, versions: readonly Version[]): AuditEntry => {
  const { before, after, by, at, via, move, reason } = settlement
  const entry = {
    sequence: after.sequence,
    at,
    by,
    via,
    move,
    changed: versions.map(({ code, revision }) => `${code}@${revision}`),
    ...(reason !== undefined && { reason }),
    digest: sha256(canonical(versions)),
    previous: before.head,
  }
  return { ...entry, hash: sha256(canonical(entry)) }
}

/** Where a chain does not hold: the first entry that is missing, edited or not linked to the one before, or the head. */
export const brokenAt = (entries: readonly AuditEntry[], head: string): number | undefined => {
  let previous = entries[0]?.previous ?? head
  for (const [index, { hash, ...entry }] of entries.entries()) {
    const holds =
      entry.sequence === index + 1 && entry.previous === previous && sha256(canonical(entry)) === hash
    if (!holds) return index + 1
    previous = hash
  }
  return previous === head ? undefined : entries.length + 1
}
