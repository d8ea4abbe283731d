import { rowsOf } from '../domain/analysis/month-end.ts'
import { totalsOf } from '../domain/analysis/month-totals.ts'
import { shownParts, statisticsOf } from '../domain/analysis/publish.ts'
import { type Publication, partsBehind } from '../domain/analysis/republish.ts'
import type { Figures } from '../domain/figures.ts'
import type { Instant } from '../domain/instant.ts'
import { type Month, monthNumber, plusMonths, previousMonth, yearOf } from '../domain/month.ts'
import { counts } from '../domain/report.ts'
import type { UnitPath } from '../domain/unit.ts'
import type { MonthRecord, Plan, Ports, YearOfFigures } from '../ports.ts'
import { AGENDA } from './open-month.ts'
import { settle } from './settle.ts'

const MONTHS_IN_CHART = 24

/**
 * Closes one township: first its tally, so that nothing can be filed any more, then its part of the numbered snapshot,
 * then the firms' years that next month's references are made from. Every step may be repeated.
 */
export const closeTownship = async (
  ports: Ports,
  record: MonthRecord,
  township: UnitPath,
  at: Instant,
): Promise<void> => {
  const of = { programme: record.programme, month: record.month, township }
  if (await settled(ports, of, at)) await freezePart(ports, record, township, at)
}

/** A closed township's part of the next snapshot, and its firms' years. */
export const freezePart = async (
  ports: Ports,
  record: MonthRecord,
  township: UnitPath,
  at: Instant,
): Promise<void> => {
  const of = { programme: record.programme, month: record.month, township }
  const [tally, reports] = await Promise.all([ports.store.tally(of), ports.store.reports(of)])
  if (tally === undefined) return
  await ports.store.saveSnapshot({
    ...of,
    number: record.snapshot + 1,
    at,
    sequence: tally.sequence,
    counts: tally.counts,
    rows: rowsOf(reports),
  })
  const filed = reports.filter((report) => counts(report.state))
  const years = await ports.store.years(
    record.programme,
    filed.map((report) => report.code),
    [yearOf(record.month)],
  )
  const known = new Map(years.map((year) => [year.code, year]))
  await ports.store.saveYears(
    record.programme,
    filed.map(({ code, figures }) =>
      withMonth(known.get(code) ?? { code, year: yearOf(record.month), months: {} }, record.month, figures),
    ),
  )
}

const withMonth = (year: YearOfFigures, month: Month, figures: Figures): YearOfFigures => ({
  ...year,
  months: { ...year.months, [monthNumber(month)]: figures },
})

const settled = async (
  ports: Ports,
  of: { programme: string; month: Month; township: UnitPath },
  at: Instant,
) => {
  for (let attempt = 1; attempt <= 8; attempt++) {
    const tally = await ports.store.tally(of)
    if (tally === undefined || tally.closed) return tally
    const closing = settle(tally, [], { by: AGENDA, at, via: 'agenda', move: 'close' }, { closed: true })
    await ports.store.commit([closing])
    await ports.clock.sleep(10 * attempt)
  }
  throw new Error(`close ${of.month} ${of.township}: the tally kept changing; the next tick tries again`)
}

/** Works the month's statistics out of its snapshot, once, and freezes them under the snapshot's number. */
export const concludeMonth = async (
  ports: Ports,
  plan: Plan,
  record: MonthRecord,
  at: Instant,
): Promise<MonthRecord> => {
  await workOut(ports, plan, record, at)
  const { snapshot, revision } = record
  const closed: MonthRecord = { ...record, revision: revision + 1, state: 'closed', snapshot: snapshot + 1 }
  await ports.store.commit([{ is: 'month', before: record, after: closed }])
  return closed
}

/** The statistics and totals of the next snapshot, whose parts are there. */
export const workOut = async (ports: Ports, plan: Plan, record: MonthRecord, at: Instant): Promise<void> => {
  const { id } = plan.programme
  const { month } = record
  const number = record.snapshot + 1
  const [whole, published, earlier, firms] = await Promise.all([
    ports.store.snapshot(id, month, number),
    publicationsOf(ports, record),
    ports.store.totals(id, plusMonths(month, -MONTHS_IN_CHART), previousMonth(month)),
    ports.store.enterprises(id, plan.programme.city),
  ])
  const { parts } = shownParts({ plan, month, parts: whole, published })
  await ports.store.saveTotals(totalsOf({ programme: id, month, number, parts }))
  const basis = { plan, month, number, at, parts: whole, totals: earlier, firms, published }
  await ports.store.saveStatistics(statisticsOf(basis))
}

/** The tables of the month that went out, with the parts behind them. */
const publicationsOf = async (
  { store }: Ports,
  { programme, month, publications = [] }: MonthRecord,
): Promise<Publication[]> => {
  const read = await Promise.all(
    publications.map(async (number) => ({
      number,
      parts: await store.snapshot(programme, month, number),
      statistics: await store.statistics(programme, month, number),
    })),
  )
  const partsOf = (number: number) => read.find((one) => one.number === number)?.parts ?? []
  return read.flatMap(({ statistics }) =>
    statistics ? [{ statistics, parts: partsBehind(statistics, partsOf) }] : [],
  )
}
