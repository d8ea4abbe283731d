import { readAmount } from '../../../shared/domain/amount.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { foldReports, type Tally } from '../../../shared/domain/tally.ts'
import type { LedgerRow, Version } from '../../../shared/ports.ts'
import { canonical } from '../../../shared/store/canonical.ts'
import type { Break } from '../../../shared/usecases/verify-audit.ts'
import type { Acknowledged } from './acknowledged.ts'

/** Everything that the store and the chats say about a month. */
export type Evidence = {
  tallies: readonly Tally[]
  byTownship: readonly { tally: Tally; reports: Report[] }[]
  /** What `npm run admin -- audit verify` finds. */
  breaks: readonly Break[]
  reports: readonly Report[]
  versions: readonly Version[]
  ledger: readonly LedgerRow[]
  /** Ids of the bot's messages in all chats. */
  shown: ReadonlySet<string>
}

/** What must never happen, each case in words: ids only. */
export const faultsOf = (evidence: Evidence, acknowledged: readonly Acknowledged[]) => ({
  lost: [...lostOf(evidence, acknowledged), ...missingMessages(evidence)],
  duplicates: [...repeatedMessages(evidence), ...repeatedVersions(evidence)],
  tallyMismatches: evidence.byTownship
    .filter(({ tally, reports }) => canonical(foldReports(reports, tally.due)) !== canonical(tally.counts))
    .map(({ tally }) => tally.township),
  auditBreaks: evidence.breaks.map((one) => JSON.stringify(one)),
})

/** Whatever somebody was told was taken is in a version of the firm's month. */
const lostOf = ({ versions }: Evidence, acknowledged: readonly Acknowledged[]): string[] => {
  const of = new Map<string, Version[]>()
  for (const version of versions) of.set(version.code, [...(of.get(version.code) ?? []), version])
  return acknowledged.flatMap((one) =>
    'code' in one && !isKept(one, of.get(one.code) ?? []) ? [`${one.is} ${one.code}`] : [],
  )
}

const isKept = (one: Acknowledged, versions: readonly Version[]): boolean => {
  switch (one.is) {
    case 'filed':
      return versions.some(holds(one.typed))
    case 'corrected':
      return versions.filter(({ move }) => move === 'correct').some(holds(one.typed))
    case 'explained':
      return versions.some(({ questions }) => questions.some(({ answer }) => answer?.text === one.text))
    case 'halted':
      return versions.some(({ condition }) => condition === one.condition)
    case 'returned':
      return versions.some(({ move }) => move === 'return')
    case 'superseded':
    case 'published':
      return true
  }
}

const holds =
  (typed: Readonly<Record<string, string>>) =>
  ({ after }: Version): boolean =>
    Object.entries(typed).every(([id, text]) => {
      const reading = readAmount(text, { decimals: 4 })
      return reading.is === 'amount' && after[id] === reading.value
    })

/** The ledger says that a message was sent, and no chat has it. */
const missingMessages = ({ ledger, shown }: Evidence): string[] =>
  ledger.flatMap(({ push, result }) => (result.is === 'sent' && !shown.has(result.message) ? [push.id] : []))

/** A message of the bot that no push in the ledger accounts for was sent once too often. */
const repeatedMessages = ({ ledger, shown }: Evidence): string[] => {
  const known = new Set(ledger.flatMap(({ result }) => (result.is === 'sent' ? [result.message] : [])))
  return [...shown].filter((message) => !known.has(message))
}

/** Two versions in a row of one firm that say the same. */
const repeatedVersions = ({ versions }: Evidence): string[] => {
  const said = ({ after, state, condition, questions }: Version) =>
    canonical({ after, state, condition, questions })
  const last = new Map<string, string>()
  return versions
    .toSorted((a, b) => a.revision - b.revision)
    .flatMap((version) => {
      const repeated = last.get(version.code) === said(version)
      last.set(version.code, said(version))
      return repeated ? [`${version.code}@${version.revision} ${version.move}`] : []
    })
}
