import type { Indicator } from '../../shared/domain/programme.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Plan } from '../../shared/ports.ts'
import { filing, summaryOf } from '../words/filing.ts'
import { filingFind as words } from '../words/filing-find.ts'
import { officerIndicators } from './filing-indicators.ts'
import type { FilingToken } from './filing-state.ts'
import { footer } from './footer.ts'
import {
  type Card,
  card,
  choices,
  escaped,
  form,
  press,
  type RootPart,
  row,
  shorten,
  submit,
  text,
} from './kit.ts'

/** 本月无 is offered for what is still missing; nothing is chosen beforehand. */
export const noneForm = ({ programme }: Plan, report: Report, token: FilingToken): RootPart[] => {
  const missing = officerIndicators(programme).filter(({ id }) => report.figures[id] === undefined)
  if (missing.length === 0 || report.condition !== 'normal') return []
  return [
    form('none_form', [
      text(words.noneTitle),
      choices({
        name: 'none',
        options: missing.map(({ id, name }) => ({ value: id, text: name })),
        placeholder: words.nonePlaceholder,
      }),
      submit(filing.nothing, token('none'), { name: 'nothing' }),
    ]),
  ]
}

/** Asked once more, with the firm and the figures by name. */
export const firmNone = (
  { programme }: Plan,
  report: Report,
  chosen: readonly Indicator[],
  token: FilingToken,
): Card =>
  card({
    title: words.confirmNoneTitle(report.month),
    tone: 'orange',
    summary: summaryOf(report.month),
    parts: [
      text(words.confirmNone(escaped(shorten(report.name, 60)), chosen)),
      row([
        press(words.confirm(chosen), token('declare-none'), { kind: 'primary' }),
        press(words.back, token('detail')),
      ]),
      footer(programme),
    ],
  })
