import type { Amount } from './amount.ts'
import type { Indicator, IndicatorId, Programme } from './programme.ts'
import { counts, type Report } from './report.ts'

/** How far what the officer filed lies from the department's own value. No side is taken to be right. */
export type Difference = {
  indicator: Indicator
  /** |filed − department| / |department| in percent, rounded to a tenth; missing where the department has 0. */
  percent?: number
  /** |filed − department| in the scale of `Amount`, to order by. */
  size: number
}

/** Below it, rounding and the day of invoicing account for the difference. */
const NOTICED = 1

/** The figures of a firm that differ from the department's, of those that are in the totals. */
export const differencesOf = (
  { state, figures, beside = {} }: Pick<Report, 'state' | 'figures' | 'beside'>,
  { indicators }: Pick<Programme, 'indicators'>,
): Difference[] =>
  counts(state)
    ? indicators.flatMap((indicator) => {
        const [filed, theirs] = [figures[indicator.id], beside[indicator.id]]
        return filed === undefined || theirs === undefined ? [] : differenceOf(indicator, filed, theirs)
      })
    : []

const differenceOf = (indicator: Indicator, filed: Amount, theirs: Amount): Difference[] => {
  const size = Math.abs(filed - theirs)
  if (size === 0) return []
  if (theirs === 0) return [{ indicator, size }]
  const percent = Math.round((1000 * size) / Math.abs(theirs)) / 10
  return percent < NOTICED ? [] : [{ indicator, size, percent }]
}

/** A firm with what differs. */
export type Differing = { report: Report; differences: readonly Difference[] }

/**
 * The firms to look at, the largest first: of each figure its share in what all firms together differ by in it, so that
 * 万元 and 万千瓦时 can stand in one list; a firm is placed by its largest.
 */
export const differingFirms = (
  reports: readonly Report[],
  programme: Pick<Programme, 'indicators'>,
): Differing[] => {
  const all = reports.flatMap((report) => {
    const differences = differencesOf(report, programme)
    return differences.length > 0 ? [{ report, differences }] : []
  })
  const shares = programme.indicators.map(({ id }) => {
    const sum = all.reduce((total, one) => total + sizeOf(one, id), 0)
    return (one: Differing): number => sizeOf(one, id) / Math.max(sum, 1)
  })
  const share = (one: Differing): number => Math.max(...shares.map((shareOf) => shareOf(one)))
  return all.toSorted((a, b) => share(b) - share(a))
}

const sizeOf = ({ differences }: Differing, id: IndicatorId): number =>
  differences.reduce((sum, { indicator, size }) => (indicator.id === id ? sum + size : sum), 0)
