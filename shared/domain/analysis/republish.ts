import { type Month, monthNumber } from '../month.ts'
import type { Programme } from '../programme.ts'
import { counts } from '../report.ts'
import type { SnapshotPart, SnapshotRow } from '../snapshot.ts'
import { isSmall } from '../statistics/suppression.ts'
import { type UnitPath, within } from '../unit.ts'
import { contributions, spanOf } from './measure.ts'
import type { Statistics, StatisticsRow } from './statistics.ts'

/** A table that went out, and the parts that its values were worked out from. */
export type Publication = { statistics: Statistics; parts: readonly SnapshotPart[] }

/** The parts behind a published table: of a district whose older values were kept, those of the older snapshot. */
export const partsBehind = (
  { snapshot, rows }: Statistics,
  partsOf: (number: number) => readonly SnapshotPart[],
): SnapshotPart[] => {
  const kept = new Map(rows.flatMap(({ unit, kept }) => (kept === undefined ? [] : [[unit, kept] as const])))
  const inKept = ({ township }: SnapshotPart) => [...kept.keys()].some((unit) => within(township, unit))
  return [
    ...partsOf(snapshot).filter((part) => !inKept(part)),
    ...[...kept].flatMap(([unit, number]) =>
      partsOf(number).filter(({ township }) => within(township, unit)),
    ),
  ]
}

/**
 * Two tables of one month, published before and after corrections, are subtracted by whoever has both. A district whose
 * difference would stand on too few firms, or on one that dominates it, therefore keeps the values of the newest table
 * that went out, in its own row and in the city's total; what is left apart is told by neither.
 */
export const keptDistricts = (
  { programme, month, districts }: { programme: Programme; month: Month; districts: readonly UnitPath[] },
  parts: readonly SnapshotPart[],
  publications: readonly Publication[],
): ReadonlyMap<UnitPath, number> => {
  const newest = publications.at(-1)
  if (newest === undefined) return new Map()
  const told = districts.filter((unit) =>
    publications.some((one) => tells(programme, month, rowsIn(one.parts, unit), rowsIn(parts, unit))),
  )
  return new Map(
    told.map((unit) => [
      unit,
      newest.statistics.rows.find((row) => row.unit === unit)?.kept ?? newest.statistics.snapshot,
    ]),
  )
}

/** The parts that the next table is worked out from: counts as they are, the figures of kept districts as they went out. */
export const partsToShow = (
  parts: readonly SnapshotPart[],
  kept: ReadonlyMap<UnitPath, number>,
  publications: readonly Publication[],
): SnapshotPart[] =>
  parts.map((part) => {
    if (![...kept.keys()].some((unit) => within(part.township, unit))) return part
    const before = publications.at(-1)?.parts.find(({ township }) => township === part.township)
    if (before === undefined) return part
    return { ...part, rows: before.rows, counts: { ...part.counts, sums: before.counts.sums } }
  })

/**
 * The rows with what was hidden before hidden still: which complement is taken may change, and two tables with different
 * ones would open what each of them hides.
 */
export const hiddenAsBefore = (
  rows: readonly StatisticsRow[],
  kept: ReadonlyMap<UnitPath, number>,
  publications: readonly Publication[],
): StatisticsRow[] =>
  rows.map((row) => {
    const before = publications.flatMap(({ statistics }) =>
      statistics.rows.filter(({ unit }) => unit === row.unit),
    )
    const measures = Object.fromEntries(
      Object.entries(row.measures).filter(([id]) => before.every((one) => one.measures[id] !== undefined)),
    )
    const number = kept.get(row.unit)
    return {
      ...row,
      suppressed: row.suppressed || before.some(({ suppressed }) => suppressed),
      measures,
      ...(number !== undefined && { kept: number }),
    }
  })

const rowsIn = (parts: readonly SnapshotPart[], unit: UnitPath): Map<string, SnapshotRow> =>
  new Map(
    parts
      .filter(({ township }) => within(township, unit))
      .flatMap(({ rows }) => rows)
      .filter(({ state }) => counts(state))
      .map((row) => [row.code, row]),
  )

type Rows = ReadonlyMap<string, SnapshotRow>

/** True where some number of the district, subtracted from the older one, would tell of too few firms. */
const tells = ({ indicators, smallCell }: Programme, month: Month, before: Rows, after: Rows): boolean => {
  const codes = [...new Set([...before.keys(), ...after.keys()])]
  return indicators.some(({ id }) =>
    views.some((view) => {
      const changes = codes.flatMap((code) => {
        const [then, now] = [before.get(code), after.get(code)].map((row) => row && view(row, id, month))
        return then === now ? [] : [Math.abs((now ?? 0) - (then ?? 0))]
      })
      const total = changes.reduce((sum, one) => sum + one, 0)
      const cell = { firms: changes.length, total, largest: Math.max(0, ...changes) }
      return changes.length > 0 && isSmall(cell, smallCell)
    }),
  )
}

type View = (row: SnapshotRow, id: string, month: Month) => number | undefined

/** What one firm adds to each number that a row shows: the total, the year so far, and the spans that growth is over. */
const views: readonly View[] = [
  (row, id, month) => contributions([row], id, month)[0],
  (row, id) => (row.figures[id] === undefined ? undefined : row.figures[id] + (row.yearToDate?.[id] ?? 0)),
  (row, id, month) => {
    const { now, before } = spanOf(row, id, month)
    return before === undefined ? undefined : now
  },
  (row, id, month) =>
    monthNumber(month) === 2 || row.last?.[id] === undefined ? undefined : row.figures[id],
  (row, id) => (row.lastYearToDate?.[id] === undefined ? undefined : row.figures[id]),
]
