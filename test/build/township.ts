import { Day, instantOf } from '../../shared/domain/instant.ts'
import { OpenId } from '../../shared/domain/person.ts'
import type { Report } from '../../shared/domain/report.ts'
import { foldReports, GENESIS, type Tally } from '../../shared/domain/tally.ts'
import type { Settlement } from '../../shared/ports.ts'
import { aReport, dueAt } from './report.ts'

const { programme, month, township } = aReport()

/** A township's month over these reports, at its fifth turn. */
export const aTally = (reports: readonly Report[], about: Partial<Tally> = {}): Tally => ({
  ...{ programme, month, township, sequence: 5, head: GENESIS, due: dueAt },
  ...{ explainBy: dueAt + 86_400_000, closes: dueAt + 2 * 86_400_000, closed: false },
  counts: foldReports(reports, dueAt),
  ...about,
})

/** Who does it, when and through what. */
export const deed = {
  by: OpenId.parse('ou_zhang'),
  at: instantOf(Day.parse('2023-06-12'), '10:00'),
  via: 'card:test@1',
}

/** The counts that a settlement claims, and those of the fold over the reports as it leaves them. */
export const claimedAndFolded = ({ after, reports: changes }: Settlement, reports: readonly Report[]) => {
  const changed = new Map(changes.map(({ after: report }) => [report.code, report]))
  const left = reports.map((report) => changed.get(report.code) ?? report)
  return { claimed: after.counts, folded: foldReports(left, after.due) }
}
