import type { CreditCode } from '../../shared/domain/enterprise.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import { filingToken } from '../flows/filing-token.ts'
import { deadline, summaryOf } from '../words/filing.ts'
import { review } from '../words/review.ts'
import { returnedPart } from './filing-blocks.ts'
import { FIRMS_BY_FIRM } from './filing-page.ts'
import { footer } from './footer.ts'
import { type Card, card, escaped, form, note, shorten, submit, text } from './kit.ts'
import { fitCard } from './page-size.ts'

/**
 * What was sent back stands open: the reviewer's reason, the figures as they were filed, and room to explain those that
 * stay. `again`: the firm whose reason is a new one, before the officer had acted on the first; it stands first.
 */
export const returnedCard = (
  plan: Plan,
  tally: Tally,
  returned: readonly Report[],
  again: CreditCode | undefined = undefined,
): Card => {
  const first = returned.filter(({ code }) => code === again)
  const ordered = [...first, ...returned.filter((report) => !first.includes(report))]
  return fitCard(ordered.slice(0, FIRMS_BY_FIRM), (shown) => draw(plan, tally, { returned, shown, first }))
}

type Shown = { returned: readonly Report[]; shown: readonly Report[]; first: readonly Report[] }

const draw = (plan: Plan, tally: Tally, { returned, shown, first }: Shown): Card => {
  const { programme, month, township } = tally
  const codes = shown.map(({ code }) => code)
  const token = filingToken({ programme, month, township, codes, seen: tally.sequence })
  const more = returned.length - shown.length
  return card({
    title: `${nameOf(plan.units, township)} ${(first.length > 0 ? review.againToOfficer : review.toOfficer)(month)}`,
    tone: 'orange',
    tags: [deadline(tally.closes)],
    summary: summaryOf(month),
    parts: [
      text(
        [...first.map(({ name }) => review.newReason(escaped(shorten(name, 20)))), review.confirm].join('\n'),
      ),
      form('returned_form', [
        ...shown.flatMap((report) => returnedPart(report, plan.programme)),
        submit(`提交这 ${shown.length} 户`, token('submit'), { kind: 'primary' }),
      ]),
      ...(more > 0 ? [note(review.moreReturned(more))] : []),
      footer(plan.programme),
    ],
  })
}
