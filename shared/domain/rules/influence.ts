import { SCALE, type Total } from '../amount.ts'
import type { Figures, Reference, Totals } from '../figures.ts'
import type { IndicatorId, Programme } from '../programme.ts'

/** What is needed of a report to tell how much it moves the total. */
type Moved = { figures: Figures; beside?: Figures | undefined; reference: Reference }

/** What the firms of a domain came to before: last month's sums, by indicator. */
export const totalsBefore = (firms: readonly Pick<Moved, 'reference'>[]): Totals => {
  const sums: Totals = {}
  for (const { reference } of firms)
    for (const [id, value] of Object.entries(reference.last ?? {})) sums[id] = (sums[id] ?? 0) + value
  return sums
}

/**
 * Selective editing: 100 · |y − ŷ| / T, how far a firm's figure lies from what was expected of it, in percent of what its
 * domain came to last month; of several figures the largest. Expected is last month's figure, of sales else the firm's
 * own median month, else nothing: a firm that is new moves the total by all that it brings. Where a department has a value
 * of its own, the distance from that counts as well.
 */
export const influenceOf = (
  { figures, beside, reference }: Moved,
  totals: Totals,
  { indicators }: Pick<Programme, 'indicators'>,
): number =>
  Math.max(
    0,
    ...indicators.map(({ id }) => {
      const [value, total = 0] = [figures[id], totals[id]]
      if (value === undefined || total <= 0) return 0
      const moved = Math.abs(value - expected(id, reference))
      return (100 * Math.max(moved, Math.abs(value - (beside?.[id] ?? value)))) / total
    }),
  )

/** The queue as a reviewer should go through it: what moves the total most comes first. */
export const byInfluence = <Firm extends Moved>(
  firms: readonly Firm[],
  totals: Totals,
  programme: Pick<Programme, 'indicators'>,
): Firm[] => {
  const scored = firms.map((firm) => ({ firm, score: influenceOf(firm, totals, programme) }))
  return scored.toSorted((a, b) => b.score - a.score).map(({ firm }) => firm)
}

const expected = (id: IndicatorId, { last, logMedian }: Reference): Total =>
  last?.[id] ?? (id === 'sales' && logMedian !== undefined ? Math.exp(logMedian) * SCALE : 0)
