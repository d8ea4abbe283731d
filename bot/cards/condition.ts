import type { Condition } from '../../shared/domain/figures.ts'
import { shortMonth } from '../../shared/domain/month.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import { openCount, type Tally } from '../../shared/domain/tally.ts'
import type { Plan, TownshipMonth } from '../../shared/ports.ts'
import type { Token } from '../declare.ts'
import { condition } from '../words/condition.ts'
import { summaryOf } from '../words/filing.ts'
import { goOn } from '../words/owed.ts'
import { press } from './controls.ts'
import { footer } from './footer.ts'
import { type Card, card, choice, escaped, form, input, note, row, shorten, submit, text } from './kit.ts'
import { plainCard } from './plain.ts'

/** An option of a select is an element too, and a card takes 180: so many firms stand in one list. */
const FIRMS_IN_LIST = 100

/** `seen`: the report's sequence when the card was drawn. */
type Patch = { code?: Report['code']; from?: number; seen?: number }
export type ConditionToken = (step: 'choose' | 'show' | 'change', patch?: Patch) => Token
type Ways = { token: ConditionToken; back: Token }

/** First which firm; a long roster is shown a hundred firms at a time. */
export const conditionChoice = (
  plan: Plan,
  { township, month }: TownshipMonth,
  { reports, from }: { reports: readonly Report[]; from: number },
  { token, back }: Ways,
): Card => {
  const options = reports
    .slice(from, from + FIRMS_IN_LIST)
    .map(({ code, no, name }) => ({ value: code, text: `${no} ${shorten(name, 24)}` }))
  const next = from + FIRMS_IN_LIST < reports.length ? from + FIRMS_IN_LIST : 0
  return card({
    title: condition.chooseTitle(nameOf(plan.units, township), shortMonth(month)),
    tone: 'wathet',
    summary: summaryOf(month),
    parts: [
      text(condition.choose),
      form('firm_form', [
        choice({ name: 'firm', options, placeholder: condition.placeholder(from, options.length) }),
        row([
          submit('下一步', token('show'), { kind: 'primary' }),
          ...(reports.length > FIRMS_IN_LIST
            ? [press(next > 0 ? condition.further : condition.fromStart, token('choose', { from: next }))]
            : []),
          press(condition.back, back, { name: 'back' }),
        ]),
      ]),
      footer(plan.programme),
    ],
  })
}

/** The firm's own card: its condition in the month, with a reason. */
export const conditionForm = (plan: Plan, report: Report, { token, back }: Ways): Card =>
  card({
    title: `${shortMonth(report.month)} ${shorten(report.name, 24)}`,
    tone: 'wathet',
    summary: summaryOf(report.month),
    parts: [
      text(condition.now(escaped(shorten(report.name, 60)), report.condition)),
      form('condition_form', [
        choice({ name: 'condition', options: condition.options, placeholder: '本月状态' }),
        input({ name: 'reason', label: '原因', placeholder: condition.reason, maxLength: 80 }),
        row([
          submit('提交', token('change', { code: report.code, seen: report.sequence }), { kind: 'primary' }),
          press('换一户', token('choose')),
          press(condition.back, back, { name: 'back' }),
        ]),
      ]),
      note(condition.effect),
      footer(plan.programme),
    ],
  })

/** What was noted, and the ways on: the next firm, or back to the figures. */
export const conditionDone = (
  plan: Plan,
  { report, to, counts }: { report: Report; to: Condition; counts: Tally['counts'] },
  { again, file }: { again: Token; file: Token },
): Card =>
  plainCard(plan, report.month, {
    title: condition.doneTitle,
    tone: 'green',
    body: condition.done(escaped(shorten(report.name, 60)), to),
    ways: [
      row([
        ...(openCount(counts) > 0 ? [press(goOn(counts), file, { kind: 'primary' })] : []),
        press('再记一户', again),
      ]),
    ],
  })
