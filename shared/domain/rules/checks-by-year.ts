import { SCALE } from '../amount.ts'
import { isOutsideTaxBand } from '../analysis/tax-band.ts'
import { monthNumber } from '../month.ts'
import { gainOfSlip } from './digit-slip.ts'
import { type Check, medianOf } from './judged.ts'
import type { FirmRuleKind } from './rule.ts'

type Kinds = Extract<FirmRuleKind, 'digit-slip' | 'ratio' | 'tax-band' | 'spike' | 'threshold'>

/** Checks that hold one figure against another, or against the firm's year. */
export const checksByYear: { [K in Kinds]: Check<K> } = {
  /** The facts hold what the figure was held against, and never the figure that would fit. */
  'digit-slip': ({ slip, on, by, limit, from }, { figures, reference }) => {
    const value = figures[on]
    if (value === undefined || value < from) return []
    const gain = gainOfSlip(slip, { on, by }, figures, reference)
    return gain !== undefined && gain > limit
      ? [{ on, facts: { value, last: reference.last?.[on], median: medianOf(reference), slip } }]
      : []
  },

  ratio: ({ on, to, factor }, { figures, reference: { salesPerKwh } }) => {
    const [above, below] = [figures[on], figures[to]]
    if (above === undefined || below === undefined || salesPerKwh === undefined) return []
    if (above <= 0 || below <= 0) return []
    const ratio = above / below
    return ratio > factor * salesPerKwh || ratio < salesPerKwh / factor
      ? [{ on, facts: { ratio, usual: salesPerKwh } }]
      : []
  },

  /** Once, when the run is so long: a firm whose rate lies outside by nature is not pointed out every month. */
  'tax-band': ({ on, months }, { figures, reference: { taxRun = 0 } }) => {
    const { sales, tax } = figures
    return sales !== undefined && tax !== undefined && isOutsideTaxBand(figures) && taxRun === months - 1
      ? [{ on, facts: { tax, sales, percent: (100 * tax) / sales, months } }]
      : []
  },

  spike: ({ on, month: when, factor, atLeast }, { month, figures, reference }) => {
    const value = figures[on]
    const median = medianOf(reference)
    if (monthNumber(month) !== when || value === undefined || median === undefined) return []
    if ((reference.months ?? 0) < atLeast) return []
    return value > factor * median ? [{ on, facts: { value, median } }] : []
  },

  threshold: ({ on, from, margin }, { month, figures, reference, threshold }) => {
    const [value, before] = [figures[on], reference.yearToDate?.[on]]
    if (value === undefined || before === undefined || monthNumber(month) < from) return []
    const line = threshold * SCALE
    const now = before + value
    return before < line && now >= line && now - line <= margin * line
      ? [{ on, facts: { now, line, over: now - line } }]
      : []
  },
}
