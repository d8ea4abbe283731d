import type { Correction } from '../../shared/domain/correction.ts'
import type { Month } from '../../shared/domain/month.ts'
import { visibleAt } from '../../shared/domain/permission.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import { judgeStored } from '../../shared/domain/rules/judge.ts'
import type { Plan } from '../../shared/ports.ts'
import { decideToken } from '../flows/correction-token.ts'
import { correctionWords as words } from '../words/correction.ts'
import { figureOf } from '../words/filing.ts'
import { tellReviewer, withoutEchoes } from '../words/findings.ts'
import { home } from '../words/home.ts'
import { footer } from './footer.ts'
import {
  type Card,
  card,
  escaped,
  form,
  grey,
  input,
  note,
  press,
  row,
  shorten,
  submit,
  text,
} from './kit.ts'
import { fitCard } from './page-size.ts'
import { plainCard } from './plain.ts'

/** The requests that wait for the district, one button each. */
export const correctionList = (plan: Plan, month: Month, waiting: readonly Correction[]): Card => {
  const buttons = waiting.map((one, index) =>
    press(
      `${shorten(nameOf(plan.units, one.township), 12)} ${shorten(one.name, 16)}`,
      decideToken(one)('show'),
      { name: `correction_${index}` },
    ),
  )
  return fitCard(buttons, (shown, left) =>
    plainCard(plan, month, {
      title: words.listTitle(month, waiting.length),
      tone: waiting.length > 0 ? 'blue' : 'grey',
      body: waiting.length > 0 ? words.listBody : words.nothing,
      ways: [...(shown.length > 0 ? [row(shown)] : []), ...(left > 0 ? [note(home.more(left))] : [])],
    }),
  )
}

/** One request: both values of every figure that changes, what the edits say of the new ones, and yes or no. */
export const correctionLook = (
  plan: Plan,
  report: Report,
  { correction, by }: { correction: Correction; by: string },
): Card => {
  const { programme, units } = plan
  const isVoid = report.revision !== correction.revision
  const token = decideToken(correction)
  return card({
    title: words.lookTitle(nameOf(units, report.township), report.month),
    tone: 'blue',
    summary: words.summary(report.month),
    parts: [
      text(
        [
          words.look(
            escaped(shorten(correction.name, 60)),
            escaped(correction.reason),
            escaped(by),
            correction.at,
          ),
          ...changes(plan, correction),
          ...said(plan, report, correction).map(grey),
        ].join('\n'),
      ),
      form('answer_form', [
        input({ name: 'words', label: words.answerLabel, placeholder: words.answer, maxLength: 80 }),
        row([
          ...(isVoid ? [] : [submit(words.approve, token('approve'), { kind: 'primary' })]),
          submit(words.refuse, token('refuse')),
          press('看其他申请', token('list')),
        ]),
      ]),
      note(isVoid ? words.void : `${words.until(correction.expires)}${words.effect}`),
      footer(programme),
    ],
  })
}

const changes = ({ programme }: Plan, { before, values }: Correction): string[] =>
  visibleAt(programme, 'district')
    .filter(({ id }) => values[id] !== undefined)
    .map(({ id, name, decimals, unit }) =>
      words.change(name, figureOf(before, id, decimals), figureOf(values, id, decimals), unit),
    )

const said = ({ programme }: Plan, report: Report, { values }: Correction): string[] => {
  const figures = { ...report.figures, ...values }
  const asked = judgeStored(programme, { ...report, figures, condition: 'normal' })
  return withoutEchoes(
    asked.filter(({ severity, on }) => severity === 'explain' && values[on] !== undefined),
  ).map((finding) => tellReviewer(finding, programme))
}

/** What was answered, and the way to the next request. */
export const correctionAnswered = (plan: Plan, correction: Correction): Card =>
  plainCard(plan, correction.month, {
    title: correction.state === 'applied' ? words.approvedTitle : words.refusedTitle,
    tone: 'green',
    body: words.answered(escaped(shorten(correction.name, 60))),
    ways: [row([press('看其他申请', decideToken(correction)('list'))])],
  })
