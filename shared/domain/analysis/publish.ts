import { SCALE } from '../amount.ts'
import type { Enterprise } from '../enterprise.ts'
import type { Instant } from '../instant.ts'
import { type Month, publicationPeriod, shortMonth, yearOf } from '../month.ts'
import { districtsAt, targetOf } from '../plan.ts'
import type { Programme } from '../programme.ts'
import { counts } from '../report.ts'
import type { SnapshotPart, SnapshotRow } from '../snapshot.ts'
import { ranksOf } from '../statistics/rank.ts'
import { type Unit, type UnitPath, within } from '../unit.ts'
import { completenessOf } from './completeness.ts'
import { contributions, measuresOf, shownGrowth, spanOf } from './measure.ts'
import { totalsOf } from './month-totals.ts'
import { type OpenRow, protectedRows, protectedTotals } from './protection.ts'
import { hiddenAsBefore, keptDistricts, type Publication, partsToShow } from './republish.ts'
import { seriesOf } from './series.ts'
import type { Growth, MonthTotals, Statistics, StatisticsRow } from './statistics.ts'

/** What a publication is worked out from: the parts of one numbered snapshot, and the months before as they were closed. */
export type Basis = {
  plan: { programme: Programme; units: readonly Unit[] }
  month: Month
  number: number
  at: Instant
  parts: readonly SnapshotPart[]
  totals: readonly MonthTotals[]
  firms: readonly Enterprise[]
  /** What was published of this month before, oldest first. */
  published?: readonly Publication[]
}

/** The parts that are shown, and the districts whose older values are kept, with the snapshot that those are of. */
export const shownParts = ({
  plan,
  month,
  parts,
  published = [],
}: Pick<Basis, 'plan' | 'month' | 'parts' | 'published'>) => {
  const districts = districtsAt(plan.units, month).map(({ path }) => path)
  const kept = keptDistricts({ programme: plan.programme, month, districts }, parts, published)
  return { parts: partsToShow(parts, kept, published), kept }
}

/**
 * A month's statistics, all from one snapshot: whoever works them out again gets the same. Where the month was published
 * before, districts whose difference would tell of a firm keep their older values.
 */
export const statisticsOf = (given: Basis): Statistics => {
  const { parts, kept } = shownParts(given)
  const basis = { ...given, parts }
  const { plan, month, number, at, published = [] } = basis
  const { programme, units } = plan
  const period = publicationPeriod(month)
  const rows = districtsAt(units, month).map(({ path, name }) => rowOf(basis, path, name))
  const shown = withRanks(hiddenAsBefore(protectedRows(rows, programme), kept, published))
  const all = counted(parts)
  const measures = protectedTotals(
    measuresOf(programme, all, month),
    valuesOf(programme, all, month),
    programme,
  )
  const totals = [...basis.totals, totalsOf({ programme: programme.id, month, number, parts })]
  return {
    programme: programme.id,
    month,
    snapshot: number,
    at,
    label: period?.label ?? shortMonth(month),
    completeness: completenessOf(parts),
    measures,
    growing: shownGrowth(growingOf(all, month), programme.smallCell.firms),
    rows: shown,
    series: seriesOf(totals, { month, sales: measures.sales?.total }),
    ...listingOf(basis),
    largest: largestOf(shown),
    unreviewedShare: unreviewedShare(all),
  }
}

/** 增长面: the share of firms that grew among those with sales in both spans. */
const growingOf = (rows: readonly SnapshotRow[], month: Month): Growth => {
  const grew = rows.flatMap((row) => {
    const { now, before } = spanOf(row, 'sales', month)
    return now === undefined || before === undefined ? [] : [now > before]
  })
  const growing = grew.filter(Boolean).length
  return {
    ...(grew.length > 0 && { permille: Math.round((1000 * growing) / grew.length) }),
    firms: grew.length,
  }
}

/** The three rows that differ most from the month before, in February from the year before. */
const largestOf = (rows: readonly StatisticsRow[]): Statistics['largest'] =>
  rows
    .flatMap(({ unit, name, measures: { sales } }) => {
      const permille = (sales?.monthOnMonth ?? sales?.yearOnYear)?.permille
      return permille === undefined ? [] : [{ unit, name, permille }]
    })
    .toSorted((a, b) => Math.abs(b.permille) - Math.abs(a.permille))
    .slice(0, 3)

const counted = (parts: readonly SnapshotPart[]): SnapshotRow[] =>
  parts.flatMap(({ rows }) => rows).filter(({ state }) => counts(state))

const partsIn = (parts: readonly SnapshotPart[], unit: UnitPath): SnapshotPart[] =>
  parts.filter(({ township }) => within(township, unit))

const rowOf = ({ plan, month, parts }: Basis, unit: UnitPath, name: string): OpenRow => {
  const own = partsIn(parts, unit)
  const rows = counted(own)
  const measures = measuresOf(plan.programme, rows, month)
  return {
    row: { unit, name, completeness: completenessOf(own), suppressed: false, measures },
    values: valuesOf(plan.programme, rows, month),
  }
}

const valuesOf = ({ indicators }: Programme, rows: readonly SnapshotRow[], month: Month): OpenRow['values'] =>
  Object.fromEntries(indicators.map(({ id }) => [id, contributions(rows, id, month)]))

const withRanks = (rows: readonly StatisticsRow[]): StatisticsRow[] => {
  const ranked = rows.flatMap((row) => {
    const permille = row.measures.sales?.yearOnYear.permille
    return permille === undefined ? [] : [{ row, permille }]
  })
  const places = ranksOf(ranked.map(({ permille }) => permille))
  return rows.map((row) => {
    const rank = places[ranked.findIndex((one) => one.row === row)]
    return rank === undefined ? row : { ...row, rank }
  })
}

const unreviewedShare = (rows: readonly SnapshotRow[]): number => {
  const sum = (some: readonly SnapshotRow[]) =>
    some.reduce((total, { figures }) => total + (figures.sales ?? 0), 0)
  const total = sum(rows)
  const unreviewed = sum(rows.filter(({ state }) => state === 'submitted' || state === 'resubmitted'))
  return total > 0 ? Math.round((1000 * unreviewed) / total) : 0
}

/** Nothing at all where nobody records listings: a zero would claim a source that does not exist. */
const listingOf = ({ plan, month, firms, parts }: Basis): Pick<Statistics, 'listing'> => {
  const year = yearOf(month)
  const listed = firms.filter((firm) => firm.listed?.on.startsWith(String(year))).length
  if (!firms.some((firm) => firm.listed)) return {}
  const threshold = plan.programme.threshold * SCALE
  const reached = counted(parts).filter(
    (row) => (row.yearToDate?.sales ?? 0) + (row.figures.sales ?? 0) >= threshold,
  ).length
  return { listing: { year, target: targetOf(plan.programme, plan.programme.city, year), listed, reached } }
}
