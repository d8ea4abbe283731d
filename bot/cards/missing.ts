import { shortMonth } from '../../shared/domain/month.ts'
import type { Report } from '../../shared/domain/report.ts'
import { openCount } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import type { Progress, ProgressRow } from '../../shared/usecases/progress.ts'
import { progressWords as words } from '../words/progress.ts'
import { footer } from './footer.ts'
import { type Card, card, escaped, shorten, text } from './kit.ts'

const MOST_NAMED = 60

/** Who still owes: units anywhere; firms only privately, to somebody who may see them. */
export const missingCard = (
  plan: Plan,
  { name, month, total }: Progress,
  owing: readonly ProgressRow[],
  firms: readonly Report[],
): Card =>
  card({
    title: words.missingTitle(name, shortMonth(month)),
    tone: openCount(total.counts) === 0 ? 'green' : 'blue',
    summary: `${shortMonth(month)}报送进度`,
    parts: [
      text(
        openCount(total.counts) === 0
          ? words.allComplete
          : [
              words.missingFirms(openCount(total.counts)),
              ...owing.map(
                ({ name, counts, difficulty }) =>
                  `${name}　差 ${openCount(counts)} 户${difficulty ? `（${words.difficulty}）` : ''}`,
              ),
              ...firms.slice(0, MOST_NAMED).map(({ no, name }) => `${no} ${escaped(shorten(name, 24))}`),
            ].join('\n'),
      ),
      footer(plan.programme),
    ],
  })
