import { SCALE } from '../amount.ts'
import type { Enterprise } from '../enterprise.ts'
import type { Instant } from '../instant.ts'
import { type Month, monthNumber, publicationPeriod, shortMonth, yearOf } from '../month.ts'
import { districtsAt, targetOf } from '../plan.ts'
import type { Programme } from '../programme.ts'
import { counts } from '../report.ts'
import type { SnapshotPart, SnapshotRow } from '../snapshot.ts'
import { growthOf } from '../statistics/growth.ts'
import { ranksOf } from '../statistics/rank.ts'
import { suppressed } from '../statistics/suppression.ts'
import { doneCount, openCount, sumCounts, unreviewedCount } from '../tally.ts'
import { type Unit, type UnitPath, within } from '../unit.ts'
import { seriesOf } from './series.ts'
import type { Completeness, Measure, MonthTotals, Statistics, StatisticsRow } from './statistics.ts'

/** What a publication is worked out from: the parts of one numbered snapshot, and the months before as they were closed. */
export type Basis = {
  plan: { programme: Programme; units: readonly Unit[] }
  month: Month
  number: number
  at: Instant
  parts: readonly SnapshotPart[]
  totals: readonly MonthTotals[]
  firms: readonly Enterprise[]
}

/** A month's statistics, all from one snapshot: whoever works them out again gets the same. */
export const statisticsOf = (basis: Basis): Statistics => {
  const { plan, month, number, at, parts } = basis
  const { programme, units } = plan
  const period = publicationPeriod(month)
  const rows = districtsAt(units, month).map(({ path, name }) => rowOf(basis, path, name))
  const shown = withRanks(protectedRows(rows, basis))
  const all = counted(parts)
  const sales = all.map((row) => spanOf(row, 'sales', month))
  const growing = sales.filter(({ now, before }) => now !== undefined && before !== undefined)
  return {
    programme: programme.id,
    month,
    snapshot: number,
    at,
    label: period?.label ?? shortMonth(month),
    completeness: completenessOf(parts),
    measures: measuresOf(programme, all, month),
    growing: {
      ...(growing.length > 0 && {
        permille: Math.round(
          (1000 * growing.filter(({ now = 0, before = 0 }) => now > before).length) / growing.length,
        ),
      }),
      firms: growing.length,
    },
    rows: shown,
    series: seriesOf([...basis.totals, totalsOf({ programme: programme.id, month, number, parts })]),
    ...listingOf(basis),
    largest: shown
      .flatMap(({ unit, name, suppressed: hidden, measures }) => {
        const change = measures.sales?.monthOnMonth ?? measures.sales?.yearOnYear
        return hidden || change?.permille === undefined ? [] : [{ unit, name, permille: change.permille }]
      })
      .toSorted((a, b) => Math.abs(b.permille) - Math.abs(a.permille))
      .slice(0, 3),
    unreviewedShare: unreviewedShare(all),
  }
}

const counted = (parts: readonly SnapshotPart[]): SnapshotRow[] =>
  parts.flatMap(({ rows }) => rows).filter(({ state }) => counts(state))

/** One firm's figure in the published span and in the same span a year before; February's span begins in January. */
const spanOf = (
  row: SnapshotRow,
  id: string,
  month: Month,
): { now: number | undefined; before: number | undefined } => {
  if (monthNumber(month) !== 2) return { now: row.figures[id], before: row.lastYear?.[id] }
  const january = row.yearToDate?.[id]
  const february = row.figures[id]
  return {
    now: january === undefined || february === undefined ? undefined : january + february,
    before: row.lastYear?.[id] === undefined ? undefined : row.lastYearToDate?.[id],
  }
}

const measuresOf = (
  programme: Programme,
  rows: readonly SnapshotRow[],
  month: Month,
): Record<string, Measure> =>
  Object.fromEntries(programme.indicators.map(({ id }) => [id, measureOf(rows, id, month)]))

const measureOf = (rows: readonly SnapshotRow[], id: string, month: Month): Measure => {
  const reported = rows.flatMap((row) =>
    row.figures[id] === undefined ? [] : [{ row, value: row.figures[id] }],
  )
  const toDate = (row: SnapshotRow, value: number) =>
    monthNumber(month) === 1 ? value : (row.yearToDate?.[id] ?? 0) + value
  const february = monthNumber(month) === 2
  return {
    total: reported.reduce((sum, { row, value }) => sum + (february ? toDate(row, value) : value), 0),
    firms: reported.length,
    yearOnYear: growthOf(rows.map((row) => spanOf(row, id, month))),
    ...(!february && {
      monthOnMonth: growthOf(rows.map((row) => ({ now: row.figures[id], before: row.last?.[id] }))),
    }),
    yearToDate: reported.reduce((sum, { row, value }) => sum + toDate(row, value), 0),
    yearToDateGrowth: growthOf(
      reported.map(({ row, value }) => ({
        now: row.yearToDate?.[id] === undefined && monthNumber(month) !== 1 ? undefined : toDate(row, value),
        before: row.lastYearToDate?.[id],
      })),
    ),
  }
}

const partsIn = (parts: readonly SnapshotPart[], unit: UnitPath): SnapshotPart[] =>
  parts.filter(({ township }) => within(township, unit))

const rowOf = ({ plan, month, parts }: Basis, unit: UnitPath, name: string): StatisticsRow => {
  const own = partsIn(parts, unit)
  const measures = measuresOf(plan.programme, counted(own), month)
  return { unit, name, completeness: completenessOf(own), suppressed: false, measures }
}

/** Small cells and their complements keep their completeness and nothing else. */
const protectedRows = (rows: readonly StatisticsRow[], { plan, parts }: Basis): StatisticsRow[] => {
  const cells = rows.map(({ unit }) => {
    const values = counted(partsIn(parts, unit)).flatMap(({ figures }) => figures.sales ?? [])
    return {
      firms: values.length,
      total: values.reduce<number>((sum, value) => sum + value, 0),
      largest: Math.max(0, ...values),
    }
  })
  const hidden = suppressed(cells, plan.programme.smallCell)
  return rows.map((row, index) => (hidden[index] ? { ...row, suppressed: true, measures: {} } : row))
}

const withRanks = (rows: readonly StatisticsRow[]): StatisticsRow[] => {
  const ranked = rows.filter(({ measures }) => measures.sales?.yearOnYear.permille !== undefined)
  const places = ranksOf(ranked.map(({ measures }) => measures.sales?.yearOnYear.permille ?? 0))
  return rows.map((row) => {
    const rank = places[ranked.indexOf(row)]
    return rank === undefined ? row : { ...row, rank }
  })
}

const completenessOf = (parts: readonly SnapshotPart[]): Completeness => {
  const sum = sumCounts(parts.map((part) => part.counts))
  return {
    firms: sum.firms,
    reported: doneCount(sum),
    onTime: sum.onTime,
    late: sum.late,
    missing: openCount(sum) - sum.by.returned,
    returned: sum.by.returned,
    inactive: sum.by.inactive,
    unreviewed: unreviewedCount(sum),
    questioned: sum.questioned,
  }
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

/** A closed month's sums for the city and each district, for the chart. */
export const totalsOf = (given: {
  programme: string
  month: Month
  number: number
  parts: readonly SnapshotPart[]
}): MonthTotals => {
  const { programme, month, number, parts } = given
  const sum = sumCounts(parts.map((part) => part.counts))
  const districts = [...new Set(parts.map(({ township }) => township.split('/').slice(0, 2).join('/')))]
  const byDistrict = districts.map((district) => {
    const own = sumCounts(
      parts.filter(({ township }) => township.startsWith(`${district}/`)).map((part) => part.counts),
    )
    return [district, { firms: own.firms, sums: own.sums }]
  })
  return {
    programme,
    month,
    snapshot: number,
    firms: sum.firms,
    sums: sum.sums,
    byDistrict: Object.fromEntries(byDistrict),
  }
}
