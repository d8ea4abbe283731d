import { type Reading, SCALE, type Total } from '../amount.ts'
import type { Figures, Reference } from '../figures.ts'
import type { Month } from '../month.ts'
import type { Indicator, IndicatorId } from '../programme.ts'
import type { Finding, FirmRule, FirmRuleKind } from './rule.ts'

/** One firm's month as the edits see it: what was typed, what it makes together with what is stored, and what it is held against. */
export type Judged = {
  month: Month
  indicators: readonly Indicator[]
  /** The listing threshold in 万元 of yearly sales. */
  threshold: number
  readings: Readonly<Record<IndicatorId, Reading>>
  figures: Figures
  reference: Reference
}

type Found = Pick<Finding, 'on' | 'facts'>
export type Check<K extends FirmRuleKind> = (rule: Extract<FirmRule, { kind: K }>, judged: Judged) => Found[]

/** The firm's own median month of sales, in the scale of `Amount`. */
export const medianOf = ({ logMedian }: Reference): Total | undefined =>
  logMedian === undefined ? undefined : Math.round(Math.exp(logMedian) * SCALE)
