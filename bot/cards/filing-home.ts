import { shortMonth } from '../../shared/domain/month.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { doneCount, openCount, type Tally } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import { haltToken } from '../flows/change-condition.ts'
import { filingToken } from '../flows/filing-token.ts'
import { difficultyToken } from '../flows/report-difficulty.ts'
import { askTitle, deadline, filing, summaryOf } from '../words/filing.ts'
import { officerIndicators } from './filing-indicators.ts'
import { footer } from './footer.ts'
import { type Card, card, note, type Part, press, row, text } from './kit.ts'

/** Where an officer begins: what is asked, till when, what each figure means, and one button for each township. */
export const filingHome = (plan: Plan, tallies: readonly Tally[]): Card => {
  const [first] = tallies
  const month = first?.month
  return card({
    title: month ? askTitle(month) : '没有待报的月份',
    tone: 'blue',
    tags: first ? [deadline(first.due)] : [],
    summary: month ? summaryOf(month) : '没有待报的月份',
    parts: [
      ...tallies.flatMap((tally, index) => townshipPart(plan, tally, index)),
      note(definitionsOf(plan, tallies)),
      note(filing.rules),
      footer(plan.programme),
    ],
  })
}

const townshipPart = (plan: Plan, tally: Tally, index: number): Part[] => {
  const name = nameOf(plan.units, tally.township)
  const { programme, month, township, counts } = tally
  const state = { programme, month, township, codes: [], seen: tally.sequence }
  const token = filingToken(state)
  const open = openCount(counts)
  const named = { name: `start_${index}` }
  return [
    text(`**${name}** 本月应报 ${counts.firms} 户，已报 ${doneCount(counts)} 户。`),
    row([
      open > 0
        ? press(doneCount(counts) > 0 ? `接着填（${open} 户）` : `开始填报（${open} 户）`, token('rest'), {
            ...named,
            kind: 'primary',
          })
        : press('查看、修改已报', token('filed'), named),
      press('有企业停产、搬迁、注销', haltToken(tally), { name: `halt_${index}` }),
      ...(open > 0 ? [press('有困难', difficultyToken(tally), { name: `difficulty_${index}` })] : []),
    ]),
  ]
}

const definitionsOf = (plan: Plan, tallies: readonly Tally[]): string => {
  const month = tallies[0] ? shortMonth(tallies[0].month) : ''
  const words = officerIndicators(plan.programme).map(
    ({ name, unit, definition }) => `${name}（${unit}）：${definition}`,
  )
  return [`${month}口径`, ...words].join('\n')
}
