import type { IndicatorId } from '../programme.ts'

/** `refuse`: the figure is not taken in. `explain`: it is, and a reason is asked and stored. */
type Severity = 'refuse' | 'explain'

type Common = { id: string; severity: Severity; why: string }

/** The kinds of edits. A kind has its logic once, in checks.ts; a rule is a row of the catalogue. */
export type Rule = Common &
  (
    | { kind: 'missing' }
    | { kind: 'unreadable' }
    | { kind: 'negative' }
    | { kind: 'cumulative'; tolerance: number }
    | { kind: 'pair'; nonZero: IndicatorId; zero: IndicatorId }
    /** `from`: the ratio to the usual level, by indicator, above which the unit is in doubt. */
    | { kind: 'unit-slip'; factor: number; from: Readonly<Record<IndicatorId, number>>; to?: number }
    /** `months`: how many of the firm's usual months the year must hold before it is judged; `to`: times the year so far. */
    | { kind: 'year-to-date'; on: IndicatorId; months: number; to: number }
    | { kind: 'jump'; on: IndicatorId; limit: number; floor: number; atLeast: number }
    /** `from`: the smallest size that is worth asking about, by indicator, in the scale of `Amount`. */
    | { kind: 'repeated'; from: Readonly<Record<IndicatorId, number>> }
  )

export type RuleKind = Rule['kind']

/** What an edit found: on which figure, and the numbers that it looked at, for its sentence. */
export type Finding = {
  rule: string
  kind: RuleKind
  severity: Severity
  on: IndicatorId
  facts: { readonly [name: string]: number | string | undefined }
}
