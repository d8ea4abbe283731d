import { nameOf } from '../../shared/domain/plan.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Plan } from '../../shared/ports.ts'
import type { Token } from '../declare.ts'
import type { Giver } from '../flows/givers-of.ts'
import type { Chosen } from '../flows/township-people.ts'
import { handoverWords as words } from '../words/handover.ts'
import { footer } from './footer.ts'
import { type Card, card, choice, escaped, form, note, submit, text } from './kit.ts'

/** Where a township has no officer, somebody is named without one to take over from. */
export const NOBODY = 'nobody'

/** More names than this are no list that anybody reads on a phone. */
const MOST_NAMES = 120
const options = (people: readonly Chosen[]) =>
  people.slice(0, MOST_NAMES).map(({ id, as }) => ({ value: id, text: as }))

/** 交接: from whom, to whom, one press. */
export const handoverForm = (
  plan: Plan,
  township: UnitPath,
  { givers, others }: { givers: readonly Giver[]; others: readonly Chosen[] },
  pass: Token,
): Card => {
  const name = nameOf(plan.units, township)
  const from = givers.map((giver) => ({ ...giver, as: words.post(giver.as, giver.firms) }))
  return card({
    title: words.title(name),
    tone: 'blue',
    summary: words.summary,
    parts: [
      text(`${words.now(from.map(({ as }) => escaped(as)))}\n${words.body}`),
      form('handover_form', [
        choice({
          name: 'giver',
          options: from.length > 0 ? options(from) : [{ value: NOBODY, text: words.nobody }],
          placeholder: words.from,
        }),
        choice({ name: 'taker', options: options(others), placeholder: words.to }),
        submit(words.press, pass, {
          kind: 'primary',
          confirm: { title: words.confirmTitle, text: words.confirm(name) },
        }),
      ]),
      note(words.newcomer),
      footer(plan.programme),
    ],
  })
}

/** What has passed to whom. */
export const handoverDone = (
  plan: Plan,
  township: UnitPath,
  { from, to, firms }: { from: string | undefined; to: string; firms: number },
): Card =>
  card({
    title: words.doneTitle(nameOf(plan.units, township)),
    tone: 'green',
    summary: words.summary,
    parts: [text(words.done(from && escaped(from), escaped(to), firms)), footer(plan.programme)],
  })

/** Which township `what` is about (经办人交接, 代班), for whoever has several; `next` leads on with it. */
export const chooseTownship = (plan: Plan, what: string, townships: readonly UnitPath[], next: Token): Card =>
  card({
    title: words.choose.title(what),
    tone: 'blue',
    summary: what,
    parts: [
      text(words.choose.body(what)),
      form('township_form', [
        choice({
          name: 'township',
          options: townships.map((unit) => ({ value: unit, text: nameOf(plan.units, unit) })),
          placeholder: words.choose.label,
        }),
        submit(words.choose.press, next, { kind: 'primary' }),
      ]),
      footer(plan.programme),
    ],
  })
