import { type Correction, standing } from '../../shared/domain/correction.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Finding } from '../../shared/domain/rules/judge.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Plan, TownshipMonth } from '../../shared/ports.ts'
import { askToken } from '../flows/correction-token.ts'
import { correctionWords as words } from '../words/correction.ts'
import { namedFigures } from '../words/filing.ts'
import { askOfficer } from '../words/findings.ts'
import { firmPart } from './filing-blocks.ts'
import { officerIndicators, reported } from './filing-indicators.ts'
import { footer } from './footer.ts'
import {
  type Card,
  card,
  choice,
  escaped,
  form,
  input,
  note,
  press,
  row,
  shorten,
  submit,
  text,
} from './kit.ts'
import { plainCard } from './plain.ts'

/** An option of a select is an element too, and a card takes 180: so many firms stand in one list. */
const FIRMS_IN_LIST = 100
const ASKED_SHOWN = 5

/** Whoever answers for several townships says first which it is. */
export const correctionPlaces = (
  plan: Plan,
  of: Omit<TownshipMonth, 'township'>,
  townships: readonly UnitPath[],
): Card =>
  plainCard(plan, of.month, {
    title: words.summary(of.month),
    tone: 'wathet',
    body: words.which,
    ways: [
      row(
        townships.map((township, index) =>
          press(nameOf(plan.units, township), askToken({ ...of, township })('choose'), {
            name: `place_${index}`,
          }),
        ),
      ),
    ],
  })

/** Which firm is to be corrected, and what the township has asked already. */
export const correctionChoice = (
  plan: Plan,
  of: TownshipMonth,
  {
    reports,
    from,
    asked,
    at,
  }: { reports: readonly Report[]; from: number; asked: readonly Correction[]; at: Instant },
): Card => {
  const options = reports
    .slice(from, from + FIRMS_IN_LIST)
    .map(({ code, no, name }) => ({ value: code, text: `${no} ${shorten(name, 24)}` }))
  const next = from + FIRMS_IN_LIST < reports.length ? from + FIRMS_IN_LIST : 0
  const lines = asked
    .slice(-ASKED_SHOWN)
    .map((one) => words.askedLine(escaped(shorten(one.name, 20)), words.states[standing(one, at)], one.at))
  const token = askToken(of)
  return card({
    title: words.chooseTitle(nameOf(plan.units, of.township), of.month),
    tone: 'wathet',
    summary: words.summary(of.month),
    parts: [
      text(words.choose),
      ...(lines.length > 0 ? [text([words.asked, ...lines].join('\n'))] : []),
      form('firm_form', [
        choice({ name: 'firm', options, placeholder: words.placeholder(from, options.length) }),
        row([
          submit('下一步', token('show'), { kind: 'primary' }),
          ...(reports.length > FIRMS_IN_LIST
            ? [press(next > 0 ? words.further : words.fromStart, token('choose', { from: next }))]
            : []),
        ]),
      ]),
      footer(plan.programme),
    ],
  })
}

type Typing = {
  expires: Instant
  /** What was typed before, with what is wrong with it. */
  typed?: Readonly<Record<string, string>>
  reason?: string
  findings?: readonly Finding[]
}

/** One firm of a closed month: its figures as they stand, to be put right by the officer, and why. */
export const correctionForm = (
  plan: Plan,
  report: Report,
  { expires, typed = {}, reason, findings = [] }: Typing,
): Card => {
  const { programme } = plan
  const indicators = officerIndicators(programme)
  const token = askToken(report)
  return card({
    title: words.formTitle(shorten(report.name, 20), report.month),
    tone: findings.length > 0 ? 'orange' : 'wathet',
    summary: words.summary(report.month),
    parts: [
      text(words.formBody(escaped(shorten(report.name, 60)), namedFigures(report.figures, indicators))),
      form('correction_form', [
        ...firmPart(report, indicators, (indicator) => {
          const said = findings.filter(({ on }) => on === indicator.id)
          const value = typed[indicator.id]
          return {
            ...reported(report, indicator),
            ...(value !== undefined && { value }),
            ...(said.length > 0 && { error: said.map((one) => askOfficer(one, programme)).join('') }),
          }
        }),
        input({
          name: 'reason',
          label: words.reasonLabel,
          placeholder: words.reason,
          maxLength: 120,
          value: reason || undefined,
        }),
        row([
          submit(words.submit, token('ask', { code: report.code, seen: report.revision }), {
            kind: 'primary',
          }),
          press(words.otherFirm, token('choose')),
        ]),
      ]),
      note(words.until(expires)),
      footer(programme),
    ],
  })
}

/** The request is with the district. */
export const correctionSent = (plan: Plan, correction: Correction): Card =>
  plainCard(plan, correction.month, {
    title: words.sentTitle,
    tone: 'green',
    body: words.sent(escaped(shorten(correction.name, 60)), correction.expires),
    ways: [
      row([
        press(
          words.withdraw,
          askToken(correction)('withdraw', { code: correction.code, number: correction.number }),
        ),
        press(words.otherFirm, askToken(correction)('choose')),
      ]),
    ],
  })

/** Under a permit of the city: the figures stand at once. */
export const correctionApplied = (plan: Plan, correction: Correction): Card =>
  plainCard(plan, correction.month, {
    title: words.appliedTitle,
    tone: 'green',
    body: words.applied(escaped(shorten(correction.name, 60)), escaped(correction.decided?.reason ?? '')),
    ways: [row([press(words.otherFirm, askToken(correction)('choose'))])],
  })

/** The answer, to whoever asked. */
export const correctionDecided = (plan: Plan, correction: Correction, by: string): Card => {
  const { decided, name, month, state } = correction
  const applied = state === 'applied'
  return plainCard(plan, month, {
    title: words.decidedTitle(month, applied),
    tone: applied ? 'green' : 'orange',
    body: words.decided(
      escaped(shorten(name, 60)),
      escaped(by),
      decided?.at ?? correction.at,
      escaped(decided?.reason ?? ''),
      applied,
    ),
    ways: applied ? [] : [row([press(words.button, askToken(correction)('choose'))])],
  })
}
