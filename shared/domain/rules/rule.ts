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
    | { kind: 'unit-slip'; on: readonly IndicatorId[]; factor: number; from: number; to: number }
    | { kind: 'jump'; on: IndicatorId; limit: number; floor: number; atLeast: number }
    | { kind: 'repeated'; on: readonly IndicatorId[] }
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
