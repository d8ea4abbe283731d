import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import { filingToken } from '../flows/filing-token.ts'
import { deadline, summaryOf } from '../words/filing.ts'
import { review } from '../words/review.ts'
import { firmPart } from './filing-blocks.ts'
import { officerIndicators, reported } from './filing-indicators.ts'
import { FIRMS_BY_FIRM } from './filing-page.ts'
import { footer } from './footer.ts'
import { type Card, card, escaped, form, note, submit, text } from './kit.ts'

/** What was sent back stands open, with the figures as they were filed and the reviewer's reason. */
export const returnedCard = (plan: Plan, tally: Tally, returned: readonly Report[]): Card => {
  const indicators = officerIndicators(plan.programme)
  const shown = returned.slice(0, FIRMS_BY_FIRM)
  const { programme, month, township } = tally
  const token = filingToken({
    programme,
    month,
    township,
    codes: shown.map(({ code }) => code),
    seen: tally.sequence,
  })
  const more = returned.length - shown.length
  return card({
    title: `${nameOf(plan.units, township)} ${review.toOfficer(month)}`,
    tone: 'orange',
    tags: [deadline(tally.closes)],
    summary: summaryOf(month),
    parts: [
      form('returned', [
        ...shown.flatMap((report) => [
          ...firmPart(report, indicators, (indicator) => reported(report, indicator)),
          text(
            report.returned ? review.returnedLine(report.returned.at, escaped(report.returned.reason)) : '',
          ),
        ]),
        submit(`提交这 ${shown.length} 户`, token('submit'), { kind: 'primary' }),
      ]),
      note(review.confirm),
      ...(more > 0 ? [note(`另有 ${more} 户被退回，提交后接着显示。`)] : []),
      footer(plan.programme),
    ],
  })
}
