import type { IndicatorId } from '../programme.ts'

/**
 * `refuse`: the figure is not taken in. `explain`: it is, and a reason is asked of the officer and stored. `hint`: the
 * district alone sees it beside the month; nobody is asked, and nobody is accused.
 */
export type Severity = 'refuse' | 'explain' | 'hint'

/** When a rule runs: as the officer files, as the district reviews, as the month closes. Peers are in from review on. */
export type Stage = 'submit' | 'review' | 'close'

type Common = {
  id: string
  /** In a few words, for the list of rules. */
  name: string
  severity: Severity
  at: readonly Stage[]
  why: string
}

/** Rules that one firm's month is enough for. */
export type FirmRule = Common &
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
    /** `limit`: by how much better the slipped reading must fit; `from`: the smallest figure that is judged. */
    | { kind: 'digit-slip'; slip: DigitSlip; on: IndicatorId; by: IndicatorId; limit: number; from: number }
    /** `factor`: how far from the firm's own twelve months, up or down. */
    | { kind: 'ratio'; on: IndicatorId; to: IndicatorId; factor: number }
    /** `months`: how many running, this one included; at most three are remembered before it. */
    | { kind: 'tax-band'; on: IndicatorId; months: number }
    /** `month`: the one that is looked at; `factor`: times the firm's own median. */
    | { kind: 'spike'; on: IndicatorId; month: number; factor: number; atLeast: number }
    /** `from`: the first month that is looked at; `margin`: the share of the threshold that counts as a thin margin. */
    | { kind: 'threshold'; on: IndicatorId; from: number; margin: number }
    /** `from`: the smallest size that is worth asking about, by indicator, in the scale of `Amount`. */
    | { kind: 'repeated'; from: Readonly<Record<IndicatorId, number>> }
  )

/** Rules that need the firms beside it. */
export type GroupRule = Common &
  /** Hidiroglou–Berthelot: `tail` is the quantile (0.1 for P10/P90), `limit` C, `exponent` U, `allowance` A. */
  (
    | {
        kind: 'peers'
        on: IndicatorId
        tail: number
        limit: number
        exponent: number
        allowance: number
        floor: number
        atLeast: number
      }
    /** The same figures as another firm of the township: at least `same` of those in `of`. */
    | { kind: 'twins'; on: IndicatorId; of: readonly IndicatorId[]; same: number; from: number }
    /** `share`: of the figures from `from` on, how many are whole multiples of `step`. */
    | { kind: 'round'; on: IndicatorId; step: number; from: number; share: number; atLeast: number }
    /** `limit`: of chi-square with nine degrees of freedom; `from`: the smallest figure that has a third digit to speak of. */
    | {
        kind: 'last-digits'
        on: IndicatorId
        of: readonly IndicatorId[]
        from: number
        limit: number
        atLeast: number
      }
    | { kind: 'same-growth'; on: IndicatorId; share: number; atLeast: number }
  )

export type Rule = FirmRule | GroupRule
export type FirmRuleKind = FirmRule['kind']
export type GroupRuleKind = GroupRule['kind']
export type RuleKind = Rule['kind']

/** The two leading digits in each other's place; one digit left out. */
export type DigitSlip = 'swapped' | 'lost'

/** What an edit found: on which figure, and the numbers that it looked at, for its sentence. */
export type Finding = {
  rule: string
  kind: RuleKind
  severity: Severity
  on: IndicatorId
  facts: { readonly [name: string]: number | string | undefined }
}
