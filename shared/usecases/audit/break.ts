import type { CreditCode } from '../../domain/enterprise.ts'
import type { Day } from '../../domain/instant.ts'
import type { Month } from '../../domain/month.ts'
import type { UnitPath } from '../../domain/unit.ts'

/** Where the record does not hold, as exactly as can be told, and what was expected there. */
export type Break = {
  is: /** An item is not what anybody ever wrote there; `found` names it. */
    | 'unreadable'
    | 'no-month'
    | 'no-tally'
    | 'entry-missing'
    | 'entry-beyond'
    | 'entry-edited'
    | 'unlinked'
    | 'unlinked-month'
    | 'head-edited'
    | 'tally-edited'
    | 'tally-not-fold'
    | 'version-missing'
    | 'version-edited'
    | 'version-discontinuous'
    | 'version-beyond'
    | 'report-missing'
    | 'report-edited'
    | 'roster-edited'
    | 'snapshot-missing'
    | 'snapshot-edited'
    | 'year-edited'
    /** A request for a correction, by its number. */
    | 'correction-edited'
    /** What was kept outside the table on a day is not in it any more. */
    | 'anchor-ahead'
    | 'anchor-differs'
    | 'month-edited'
    | 'statistics-edited'
    | 'anchor-edited'
  month?: Month
  township?: UnitPath
  sequence?: number
  code?: CreditCode
  revision?: number
  snapshot?: number
  /** Of a request for a correction. */
  number?: number
  day?: Day
  expected?: string
  found?: string
}
