import { rowsOf } from '../../shared/domain/analysis/month-end.ts'
import type { Basis } from '../../shared/domain/analysis/publish.ts'
import { Month } from '../../shared/domain/month.ts'
import { parsePlan } from '../../shared/domain/plan.ts'
import nantong from '../../shared/domain/programmes/nantong-2022-2024.json' with { type: 'json' }
import type { Report } from '../../shared/domain/report.ts'
import type { SnapshotPart } from '../../shared/domain/snapshot.ts'
import { foldReports } from '../../shared/domain/tally.ts'
import { Unit, UnitPath } from '../../shared/domain/unit.ts'
import { aReport, dueAt, figures } from './report.ts'

export const { programme } = parsePlan(nantong)

/** One firm's sales: now, last month, the same month last year, and both years so far. */
export type Sales = {
  now?: number
  last?: number
  lastYear?: number
  toDate?: number
  lastToDate?: number
  state?: Report['state']
}

/** What is known of a firm's sales, and nothing else. */
export const aFirm = ({ now, last, lastYear, toDate, lastToDate, state = 'accepted' }: Sales): Report =>
  aReport({
    state,
    figures: figures(now === undefined ? {} : { sales: now }),
    completeAt: dueAt,
    reference: {
      ...(last !== undefined && { last: figures({ sales: last }) }),
      ...(lastYear !== undefined && { lastYear: figures({ sales: lastYear }) }),
      ...(toDate !== undefined && { yearToDate: figures({ sales: toDate }) }),
      ...(lastToDate !== undefined && { lastYearToDate: figures({ sales: lastToDate }) }),
    },
  })

/** So many firms, all alike. */
export const alike = (count: number, sales: Sales): Report[] =>
  Array.from({ length: count }, () => aFirm(sales))

/** A city with a township in each district, as its month was closed. */
export const aBasis = (districts: Record<string, readonly Report[]>, month = '2023-05'): Basis => {
  const names = Object.keys(districts)
  const units = ['nt', ...names.flatMap((name) => [`nt/${name}`, `nt/${name}/1`])]
  const parts = names.map(
    (name): SnapshotPart => ({
      programme: programme.id,
      month: Month.parse(month),
      number: 1,
      township: UnitPath.parse(`nt/${name}/1`),
      at: dueAt,
      sequence: 1,
      counts: foldReports(districts[name] ?? [], dueAt),
      rows: rowsOf(districts[name] ?? []),
    }),
  )
  return {
    plan: { programme, units: units.map((path) => Unit.parse({ path, name: path })) },
    month: Month.parse(month),
    number: 1,
    at: dueAt,
    parts,
    totals: [],
    firms: [],
  }
}
