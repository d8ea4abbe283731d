import { median } from './median.ts'
import { quantile } from './quantile.ts'

export type Pair = { before: number; now: number }

export type Limits = {
  /** The share that lies in each tail: 0.25 for quartiles, 0.1 for P10 and P90. */
  tail: number
  /** C: how many tail distances from the middle are still usual. */
  limit: number
  /** U: how much a large firm counts more than a small one, from 0 to 1. */
  exponent: number
  /** A: the least tail distance, as a share of the middle, and `floor` as a number, because the middle lies near zero. */
  allowance: number
  floor: number
}

export type Judgement = { middle: number; effects: number[]; low: number; high: number; outside: boolean[] }

/**
 * Hidiroglou and Berthelot (1986): whose change is unlike the others', large firms weighing more. The ratio r = now /
 * before is made symmetric around the median M (s = r/M − 1 above it, 1 − M/r below) and weighed by size, E = s ·
 * max(before, now)^U; outside is what lies more than C tail distances from the median of E. Both values above zero.
 *
 * `middle` is M; `low` and `high` bound E.
 */
export const hidiroglouBerthelot = (pairs: readonly Pair[], limits: Limits): Judgement | undefined => {
  const { tail, limit, exponent, allowance, floor } = limits
  const ratios = pairs.map(({ before, now }) => now / before)
  const middle = median(ratios)
  if (middle === undefined) return undefined
  const effects = pairs.map(({ before, now }) => {
    const ratio = now / before
    return (ratio >= middle ? ratio / middle - 1 : 1 - middle / ratio) * Math.max(before, now) ** exponent
  })
  const [below = 0, centre = 0, above = 0] = [tail, 0.5, 1 - tail].map((share) => quantile(effects, share))
  const least = Math.max(Math.abs(allowance * centre), floor)
  const low = centre - limit * Math.max(centre - below, least)
  const high = centre + limit * Math.max(above - centre, least)
  return { middle, effects, low, high, outside: effects.map((effect) => effect < low || effect > high) }
}
