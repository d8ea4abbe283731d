import { RECORDS_A_PAGE, trailCard } from '../../../bot/cards/trail.ts'
import { Figures } from '../../../shared/domain/figures.ts'
import { Month } from '../../../shared/domain/month.ts'
import type { Version } from '../../../shared/ports.ts'
import { month, now, officer, plan, programme, reviewer } from './month.ts'
import { firm } from './townships.ts'

const longest = '三月交付两台大型设备，合同款集中开票，'.repeat(30)
const figures = (times: number) =>
  Figures.parse(Object.fromEntries(programme.indicators.map(({ id }) => [id, 9_876_543_200 - times])))
const answer = (text: string) => ({ reason: longest, text })

/** More records than a page has, each with everything that a change can carry. */
const versions = Array.from(
  { length: RECORDS_A_PAGE * 2 + 1 },
  (_, index): Version => ({
    ...{ code: firm.code, month, revision: index + 1, by: officer.id, at: now, move: 'file' },
    ...{ via: 'card:report-figures@1', before: figures(index), after: figures(index + 1), seal: '' },
    ...(index % 2 === 0
      ? ({ state: 'resubmitted', condition: 'normal' } as const)
      : ({ state: 'inactive', condition: 'deregistered' } as const)),
    questions: Array.from({ length: 8 }, (_none, on) => ({
      ...{ rule: 'jump', on: `figure${on}`, answer: answer(`${longest}${index}`) },
    })),
    reason: longest,
  }),
)

export const trailCards = (name = firm.name) => [
  {
    name: 'trail',
    card: trailCard(plan, {
      ...{ firm: { ...firm, name }, month, versions, page: 1, indicators: programme.indicators },
      stages: (['add', 'rename', 'move', 'tier', 'list', 'handover', 'deregister'] as const).map(
        (move, index) => ({
          ...{ code: firm.code, number: index + 1, move, effective: month, by: reviewer.id, at: now },
          ...{
            via: 'card:registry-change@1',
            reason: longest,
            before: { ...firm, name },
            after: { ...firm, name },
          },
        }),
      ),
      others: Array.from({ length: 24 }, () => Month.parse('2022-12')),
      nameOf: () => name,
    }),
  },
]
