import { previousMonth } from '../../domain/month.ts'
import type { SnapshotPart } from '../../domain/snapshot.ts'
import { GENESIS, type Tally } from '../../domain/tally.ts'
import type { MonthRecord, Seal, Store, TownshipMonth } from '../../ports.ts'
import type { Anchored } from './anchored.ts'
import type { Break } from './break.ts'
import { checkCorrections } from './check-corrections.ts'
import { checkReports } from './check-reports.ts'
import { snapshotCheck } from './check-snapshots.ts'
import { checkYears } from './check-years.ts'
import type { Place } from './place.ts'
import { type Walked, walkChain } from './walk-chain.ts'

export type Verifying = { store: Store; seal: Seal; anchored: Anchored }

/** How often a township is read again that went on while it was read. */
const MOST_READINGS = 5
const LINKS_AT_ONCE = 50

/** Everything that the table holds of a township's month; what people do meanwhile is not taken for a break. */
export const verifyTownship = async (
  verifying: Verifying,
  of: TownshipMonth,
  record: MonthRecord | undefined,
): Promise<{ entries: number; breaks: Break[] }> => {
  for (let reading = 1; ; reading++) {
    const found = await verifyOnce(verifying, of, record)
    if (!found.hasMoved || reading === MOST_READINGS) return found
  }
}

const verifyOnce = async (verifying: Verifying, of: TownshipMonth, record: MonthRecord | undefined) => {
  const { month, township } = of
  const breaks: Break[] = []
  const broken: Place['broken'] = (one) => void breaks.push({ ...one, month, township })
  let entries = 0
  let before: Tally | undefined
  try {
    before = await verifying.store.tally(of)
    entries = before
      ? await verifyOpen(verifying, of, { record, tally: before, broken })
      : await verifyUnopened(verifying, of, record, broken)
  } catch (error) {
    if (!(error instanceof Error && error.name === 'CorruptItem')) throw error
    broken({ is: 'unreadable', found: error.message })
    return { entries, breaks, hasMoved: false }
  }
  const after = breaks.length > 0 ? await verifying.store.tally(of) : before
  return { entries, breaks, hasMoved: before?.sequence !== after?.sequence }
}

type Open = { record: MonthRecord | undefined; tally: Tally; broken: Place['broken'] }

const verifyOpen = async (
  { store, seal, anchored }: Verifying,
  of: TownshipMonth,
  { record, tally, broken }: Open,
): Promise<number> => {
  const numbers = Array.from({ length: record?.snapshot ?? 0 }, (_, index) => index + 1)
  const parts = (await Promise.all(numbers.map((number) => store.snapshotPart(of, number)))).filter(
    (part) => part !== undefined,
  )
  for (const number of numbers)
    if (!parts.some((part) => part.number === number)) broken({ is: 'snapshot-missing', snapshot: number })
  const heads = anchored.headsOf(of)
  const place: Place = {
    ...{ store, seal, of, tally, snapshots: parts, broken },
    isOrigin: (previous) => isOrigin(store, of, previous),
    compareAnchors: ({ sequence, hash }) => {
      for (const { head, day } of heads.filter((one) => one.sequence === sequence))
        if (head !== hash) broken({ is: 'anchor-differs', sequence, day, expected: head, found: hash })
    },
  }
  if (record === undefined) broken({ is: 'no-month' })
  const walked = await walkChain(place)
  for (const { sequence, day, head } of heads)
    if (sequence > tally.sequence)
      broken({ is: 'anchor-ahead', sequence, day, expected: head, found: String(tally.sequence) })
  if (walked.whole) await againstChain(place, walked, { parts, record })
  return walked.last?.sequence ?? 0
}

const againstChain = async (
  place: Place,
  walked: Walked,
  { parts, record }: { parts: readonly SnapshotPart[]; record: MonthRecord | undefined },
): Promise<void> => {
  const { tally, seal, broken } = place
  const { head, ...rest } = tally
  const { last } = walked
  if (last && head !== last.hash)
    broken({ is: 'head-edited', sequence: tally.sequence, expected: last.hash, found: head })
  if (last && seal(rest) !== last.tally)
    broken({ is: 'tally-edited', sequence: last.sequence, expected: last.tally, found: seal(rest) })
  const checks = parts.map((part) => snapshotCheck(place, walked, part))
  await checkReports(place, walked, (page) => {
    for (const check of checks) check.page(page)
  })
  for (const check of checks) check.end()
  await checkCorrections(place, walked)
  const newest = parts.at(-1)
  // While another snapshot is to be taken, the years may hold this one or that.
  if (newest && !record?.stale) await checkYears(place, newest)
}

/** A township that was never opened has left nothing; one of an open month was opened. */
const verifyUnopened = async (
  { store, anchored }: Verifying,
  of: TownshipMonth,
  record: MonthRecord | undefined,
  broken: Place['broken'],
): Promise<number> => {
  const [entry] = await store.auditAfter(of, 0, 1)
  const isOpen = record !== undefined && !['confirming', 'opening'].includes(record.state)
  if (entry || isOpen) broken({ is: 'no-tally' })
  for (const { sequence, day, head } of anchored.headsOf(of))
    broken({ is: 'anchor-ahead', sequence, day, expected: head, found: '0' })
  return 0
}

/** The head of the month before as it was when this one was opened, or the genesis where there is no month before. */
const isOrigin = async (store: Store, of: TownshipMonth, previous: string): Promise<boolean> => {
  const before = { ...of, month: previousMonth(of.month) }
  for (let sequence = 0; ; ) {
    const page = await store.auditAfter(before, sequence, LINKS_AT_ONCE)
    if (page.length === 0) return sequence === 0 && previous === GENESIS
    if (page.some(({ hash }) => hash === previous)) return true
    sequence += page.length
  }
}
