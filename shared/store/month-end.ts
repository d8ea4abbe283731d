import type { FirmStore, MonthStore, TownshipMonth } from '../ports.ts'
import type { Item } from './access.ts'
import { stageItem, versionAt } from './audit-items.ts'
import { auditReads } from './audit-reads.ts'
import { freezer } from './freeze.ts'
import * as items from './items.ts'
import { key, range } from './keys.ts'
import type { Table } from './transact.ts'

type Months = MonthStore & Omit<FirmStore, 'enterprises'>

/** A part of a snapshot stays far below DynamoDB's 400 KB. */
const ROWS_A_PART = 500

/** Months, from the roster that is frozen to the snapshot that is published. */
export const monthEnd = (table: Table): Months => {
  const { get, getSome, put, putSome, query, queryAs } = table
  const reportOf = (of: TownshipMonth, item: Item) =>
    items.reportItem.read(item, {
      programme: of.programme,
      month: of.month,
      township: of.township,
      code: String(item.sk).slice(2),
    })
  const tallyOf = (of: Omit<TownshipMonth, 'township'>, item: Item) =>
    items.tallyItem.read(item, {
      programme: of.programme,
      month: of.month,
      township: String(item.sk).slice(2),
    })

  return {
    ...auditReads(table),

    async month(programme, month) {
      const item = await get(key.month(programme, month))
      return item && items.monthItem.read(item)
    },
    async months(programme) {
      return (await query(range.months(programme), { backwards: true })).map((item) =>
        items.monthItem.read(item),
      )
    },
    async tally(of) {
      const item = await get(key.tally(of))
      return item && tallyOf(of, item)
    },
    async tallies(programme, month) {
      const rows = await query(range.tallies(programme, month), { eventual: true })
      return rows.map((item) => tallyOf({ programme, month }, item))
    },
    reports: (of) => queryAs(range.reports(of), (item) => reportOf(of, item)),
    async nearby(of, { after, before }, limit) {
      const where = before
        ? range.reportsBefore(of, before)
        : after
          ? range.reportsAfter(of, after)
          : range.reports(of)
      const rows = await query(where, { limit, backwards: before !== undefined })
      return rows.map((item) => reportOf(of, item))
    },
    async report(of, code) {
      const item = await get(key.report(of, code))
      return item && reportOf(of, item)
    },
    async history(programme, code) {
      const rows = await query(range.enterprise(programme, code))
      const enterprise = rows.find(({ sk }) => sk === 'ENTERPRISE')
      if (enterprise === undefined) return undefined
      const of = (prefix: string) => rows.filter(({ sk }) => String(sk).startsWith(prefix))
      return {
        enterprise: items.enterpriseItem.read(enterprise),
        years: of('Y#').map((item) => items.yearItem.read(item)),
        versions: of('REV#').map((item) => versionAt(programme, item)),
        stages: of('STAGE#').map((item) => stageItem.read(item)),
      }
    },
    async years(programme, codes, years) {
      const rows = await getSome(
        codes.flatMap((code) => years.map((year) => key.year(programme, code, year))),
      )
      return rows.map((item) => items.yearItem.read(item))
    },

    async corrections(programme, month, scope) {
      const rows = await query(range.corrections(programme, month, scope))
      return rows.map((item) => items.correctionItem.read(item))
    },
    async correction(of, number) {
      const item = await get(key.correction(of, number))
      return item && items.correctionItem.read(item)
    },

    freeze: freezer(table),
    async saveYears(programme, years) {
      await putSome(
        years.map((year) => ({
          ...key.year(programme, year.code, year.year),
          ...items.yearItem.write(year),
        })),
      )
    },
    async saveSnapshot(part) {
      const parts = Math.max(1, Math.ceil(part.rows.length / ROWS_A_PART))
      await putSome(
        Array.from({ length: parts }, (_, index) => ({
          ...key.snapshot(part, part.number, index),
          ...items.snapshotItem.write({
            ...part,
            rows: part.rows.slice(index * ROWS_A_PART, (index + 1) * ROWS_A_PART),
          }),
        })),
      )
    },
    async snapshot(programme, month, number) {
      const parts = (await query(range.snapshot(programme, month, number))).map((item) =>
        items.snapshotItem.read(item),
      )
      const first = parts.filter(
        (part, index) => parts.findIndex(({ township }) => township === part.township) === index,
      )
      return first.map((part) => ({
        ...part,
        rows: parts.filter(({ township }) => township === part.township).flatMap(({ rows }) => rows),
      }))
    },
    async saveTotals(totals) {
      await put({ ...key.totals(totals.programme, totals.month), ...items.totalsItem.write(totals) })
    },
    async totals(programme, from, to) {
      return (await query(range.totals(programme, from, to))).map((item) => items.totalsItem.read(item))
    },
    async saveStatistics(statistics) {
      const at = key.statistics(statistics.programme, statistics.month, statistics.snapshot)
      await put({ ...at, ...items.statisticsItem.write(statistics) })
    },
    async statistics(programme, month, number) {
      const item = await get(key.statistics(programme, month, number))
      return item && items.statisticsItem.read(item)
    },
    async actions(programme, month) {
      return (await query(range.actions(programme, month))).map((item) => items.actionItem.read(item))
    },
    async saveAction(programme, month, record) {
      await put({ ...key.action(programme, month, record.action), ...items.actionItem.write(record) })
    },
  }
}
