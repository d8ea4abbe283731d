import { nameOf } from '../../shared/domain/plan.ts'
import { RETURNED, type Report } from '../../shared/domain/report.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import { filingToken } from '../flows/filing-token.ts'
import { deadline, summaryOf } from '../words/filing.ts'
import { review } from '../words/review.ts'
import { firmPart, returnedWords } from './filing-blocks.ts'
import { officerIndicators, reported } from './filing-indicators.ts'
import { FIRMS_BY_FIRM } from './filing-page.ts'
import { explanationInputs } from './filing-questions.ts'
import { footer } from './footer.ts'
import { type Card, card, form, note, type Part, submit, text } from './kit.ts'
import { fitCard } from './page-size.ts'

/**
 * What was sent back stands open, with the figures as they were filed, the reviewer's reason, and room to explain a
 * figure that stays.
 */
export const returnedCard = (plan: Plan, tally: Tally, returned: readonly Report[]): Card =>
  fitCard(returned.slice(0, FIRMS_BY_FIRM), (shown) => draw(plan, tally, returned, shown))

const draw = (plan: Plan, tally: Tally, returned: readonly Report[], shown: readonly Report[]): Card => {
  const { programme, month, township } = tally
  const codes = shown.map(({ code }) => code)
  const token = filingToken({ programme, month, township, codes, seen: tally.sequence })
  const more = returned.length - shown.length
  return card({
    title: `${nameOf(plan.units, township)} ${review.toOfficer(month)}`,
    tone: 'orange',
    tags: [deadline(tally.closes)],
    summary: summaryOf(month),
    parts: [
      text(review.confirm),
      form('returned_form', [
        ...shown.flatMap((report) => firmBlock(plan, report)),
        submit(`提交这 ${shown.length} 户`, token('submit'), { kind: 'primary' }),
      ]),
      ...(more > 0 ? [note(review.moreReturned(more))] : []),
      footer(plan.programme),
    ],
  })
}

const firmBlock = ({ programme }: Plan, report: Report): Part[] => [
  ...firmPart(
    report,
    officerIndicators(programme),
    (indicator) => reported(report, indicator),
    returnedWords(report),
  ),
  ...explanationInputs(report, RETURNED),
]
