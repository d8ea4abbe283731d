import type { Statistics, StatisticsRow } from '../../shared/domain/analysis/statistics.ts'
import type { Plan } from '../../shared/ports.ts'
import {
  growthCell,
  headline,
  hundredMillions,
  permille,
  statisticsWords as words,
} from '../words/statistics.ts'
import { monthlyChart } from './chart.ts'
import { footer } from './footer.ts'
import { type Card, card, note, type Part, text } from './kit.ts'
import { unitTables } from './unit-tables.ts'

/**
 * The month's statistics: one conclusion on the whole city, one line on breadth, one on trust; then the regions, the
 * chart, the listing.
 */
export const statisticsCard = (plan: Plan, statistics: Statistics, ways: readonly Part[] = []): Card => {
  const kept = statistics.rows.flatMap(({ name, kept }) => (kept === undefined ? [] : [{ name, kept }]))
  return card({
    title: words.title(statistics.label),
    tone: 'blue',
    tags: ['监测数据，非统计定报', words.snapshot(statistics)],
    summary: words.title(statistics.label),
    parts: [
      text(headline(statistics)),
      ...unitTables({
        columns: [
          { name: 'name', title: words.columns.name },
          { name: 'sales', title: words.columns.sales, align: 'right' },
          { name: 'growth', title: words.columns.growth, align: 'right' },
          { name: 'rank', title: words.columns.rank, align: 'right' },
          { name: 'reported', title: words.columns.reported, align: 'right' },
        ],
        rows: statistics.rows.map(rowOf),
      }),
      ...(statistics.series.length > 1
        ? [
            text(words.chart),
            monthlyChart(
              statistics.series.map(({ label, sales }) => ({
                // `23年1—2月`: whose century it is, everybody knows.
                label: label.slice(2),
                value: Number(hundredMillions(sales)),
              })),
            ),
          ]
        : []),
      ...(statistics.listing ? [text(words.listing(statistics.listing))] : []),
      note(words.note),
      ...(kept.length > 0 ? [note(words.kept(kept))] : []),
      ...ways,
      footer(plan.programme),
    ],
    forward: true,
  })
}

const rowOf = ({ name, measures, suppressed, rank, completeness }: StatisticsRow) => {
  const sales = suppressed ? undefined : measures.sales
  const none = completeness.reported === 0
  if (none) return { name, sales: '—', growth: '—', rank: '—', reported: reportedShare(completeness) }
  return {
    name,
    sales: sales ? hundredMillions(sales.total) : words.suppressed,
    growth: sales ? growthCell(sales.yearOnYear) : '—',
    rank: suppressed || rank === undefined ? '—' : String(rank),
    reported: reportedShare(completeness),
  }
}

const reportedShare = ({ reported, firms }: { reported: number; firms: number }): string =>
  firms === 0 ? '—' : permille(Math.round((1000 * reported) / firms))
