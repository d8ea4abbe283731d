import { nameOf } from '../../shared/domain/plan.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import { filingToken } from '../flows/filing-token.ts'
import { sheetToken } from '../flows/sheet-token.ts'
import { completeBody, completeTitle } from '../words/filing.ts'
import { sheetWords } from '../words/sheet.ts'
import { type Card, press, row } from './kit.ts'
import { plainCard } from './plain.ts'

/** The receipt of a township whose month is complete: to keep, while other cards change with every press. */
export const completeCard = (plan: Plan, tally: Tally, receipt: string): Card => {
  const { programme, month, township, sequence, counts } = tally
  const name = nameOf(plan.units, township)
  const token = filingToken({ programme, month, township, codes: [], seen: sequence })
  return plainCard(plan, month, {
    title: completeTitle(name, month),
    tone: 'green',
    body: completeBody(counts, tally.closes, receipt),
    ways: [
      row([
        ...(counts.questioned > 0
          ? [press(`补说明（${counts.questioned} 户）`, token('explain'), { kind: 'primary' })]
          : []),
        press(sheetWords.button, sheetToken(tally), { name: 'sheet' }),
        press('查看、修改已报', token('filed')),
      ]),
    ],
  })
}
