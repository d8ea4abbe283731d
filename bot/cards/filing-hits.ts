import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Plan, TownshipMonth } from '../../shared/ports.ts'
import { condition } from '../words/condition.ts'
import { summaryOf } from '../words/filing.ts'
import { filingFind as words } from '../words/filing-find.ts'
import { stateNames } from '../words/review.ts'
import { title } from './figures-by-firm.ts'
import type { FilingToken } from './filing-state.ts'
import { footer } from './footer.ts'
import { type Card, card, escaped, heading, press, row, shorten, text } from './kit.ts'

type Hits = { words: string; shown: readonly Report[]; total: number; of: TownshipMonth }

/** 未报, 已退回, or that it stands still. */
export const stateOf = ({ condition: now, state }: Report): string =>
  now === 'normal' ? stateNames[state] : condition.names[now]

/** Several firms that may be meant, each with its page and its own card. */
export const filingHits = (plan: Plan, hits: Hits, token: FilingToken): Card =>
  card({
    title: words.hitsTitle(nameOf(plan.units, hits.of.township), hits.of.month),
    tone: 'blue',
    summary: summaryOf(hits.of.month),
    parts: [
      text(words.hits(escaped(shorten(hits.words, 20)), hits.total, hits.shown.length)),
      ...hits.shown.flatMap((report, index) => [
        heading(`${title(report.no, report.name, 40)}\n${report.code} · ${stateOf(report)}`),
        row([
          press(words.fill, token('begin', { firm: report.code }), { name: `begin_${index}` }),
          press(words.detail, token('detail', { firm: report.code }), { name: `detail_${index}` }),
        ]),
      ]),
      row([press(words.back, token('back'))]),
      footer(plan.programme),
    ],
  })
