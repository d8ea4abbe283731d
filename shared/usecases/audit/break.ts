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
    /** A stage of a firm's entry, by the firm and its number: not there, other than it was, over another one, in no entry. */
    | 'stage-missing'
    | 'stage-edited'
    | 'stage-discontinuous'
    | 'stage-beyond'
    /** There are firms and no chain. A firm's entry: not what its last stage left, not there, in no entry of the chain; its copy on a township's list. */
    | 'no-registry'
    | 'firm-edited'
    | 'firm-missing'
    | 'firm-beyond'
    | 'list-edited'
    /** What was kept outside the table on a day is not in it any more. */
    | 'anchor-ahead'
    | 'anchor-differs'
    | 'month-edited'
    | 'statistics-edited'
    | 'anchor-edited'
  /** The registry's own chain, which belongs to no month. */
  of?: 'registry'
  month?: Month
  township?: UnitPath
  sequence?: number
  code?: CreditCode
  revision?: number
  snapshot?: number
  /** Of a request for a correction, or of a stage. */
  number?: number
  day?: Day
  expected?: string
  found?: string
}
