import { type Instant, longTime, shortTime } from '../../shared/domain/instant.ts'
import { longMonth, shortMonth } from '../../shared/domain/month.ts'
import { doneCount, openCount, unfiledCount } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import type { Progress, ProgressRow } from '../../shared/usecases/progress.ts'
import { permitWords } from '../words/permit.ts'
import { progressWords as words } from '../words/progress.ts'
import { footer } from './footer.ts'
import { type Card, card, text } from './kit.ts'
import { unitTables } from './unit-tables.ts'

/** Where a month stands: counts of units and firms, in administrative order, no ranks and no figures. */
export const progressCard = (
  plan: Plan,
  { name, month, record, total, rows, permitted = [] }: Progress,
  at: Instant,
): Card =>
  card({
    title: `${name} ${longMonth(month)}报送进度`,
    tone: openCount(total.counts) === 0 ? 'green' : 'blue',
    tags: [words.state[record.state]],
    summary: `${shortMonth(month)}报送进度`,
    parts: [
      text(
        [
          words.summary(total, shortTime(at), longTime(record.due)),
          ...(permitted.length > 0 ? [permitWords.face(permitted)] : []),
        ].join('\n'),
      ),
      ...unitTables({
        columns: [
          { name: 'name', title: words.columns.name },
          { name: 'units', title: stateColumn(rows), align: 'right' },
          { name: 'done', title: words.columns.done, align: 'right' },
          { name: 'questioned', title: words.columns.questioned, align: 'right' },
          { name: 'accepted', title: words.columns.accepted, align: 'right' },
        ],
        rows: rows.map(rowOf),
      }),
      footer(plan.programme),
    ],
    forward: true,
  })

/** A district says how many of its units are complete, a township how it stands itself. */
const stateColumn = (rows: readonly ProgressRow[]): string =>
  rows.some(({ townships }) => townships > 1) ? words.columns.units : words.columns.state

const rowOf = ({ name, counts, complete, townships, difficulty }: ProgressRow) => ({
  name,
  units:
    townships > 1
      ? `${complete}/${townships}`
      : difficulty
        ? words.difficulty
        : complete === 1
          ? words.complete
          : unfiledCount(counts) === 0
            ? words.onlyReturned
            : words.notComplete,
  done: `${doneCount(counts)}/${counts.firms}`,
  questioned: String(counts.questioned),
  accepted: String(counts.by.accepted),
})
