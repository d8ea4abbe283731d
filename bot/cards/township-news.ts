import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import { reviewToken } from '../flows/review-token.ts'
import { condition } from '../words/condition.ts'
import { news } from '../words/news.ts'
import { type Card, escaped, press, row, shorten } from './kit.ts'
import { fitCard } from './page-size.ts'
import { plainCard } from './plain.ts'

/** What a township told the district this month: its difficulty, and the firms that stopped, moved or closed. */
export const townshipNews = (plan: Plan, tally: Tally, halted: readonly Report[]): Card => {
  const lines = halted.map(
    ({ no, name, condition: now, note }) =>
      `**${no} ${escaped(shorten(name, 20))}** ${condition.names[now]}${note ? `，${escaped(shorten(note, 80))}` : ''}`,
  )
  return fitCard(lines, (shown, left) =>
    plainCard(plan, tally.month, {
      title: news.title(nameOf(plan.units, tally.township), tally.month),
      tone: 'wathet',
      body: [
        ...(tally.difficulties ?? []).map(({ by, scope, reason }) =>
          news.difficulty(escaped(reason), scope === 'own' ? (tally.shares?.[by] ?? 0) : undefined),
        ),
        lines.length > 0 ? news.halted(lines.length) : news.noneHalted,
        ...shown,
        ...(left > 0 ? [news.more(left)] : []),
      ].join('\n'),
      ways: [row([press('看这个单位的数据', reviewToken(tally)('show'), { name: 'review' })])],
    }),
  )
}
