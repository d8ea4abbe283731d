import type { Instant } from '../../shared/domain/instant.ts'
import type { Month } from '../../shared/domain/month.ts'
import type { Permit } from '../../shared/domain/permit.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Plan } from '../../shared/ports.ts'
import { PERMIT_DAYS } from '../../shared/usecases/permit-corrections.ts'
import type { Token } from '../declare.ts'
import { correctionWords } from '../words/correction.ts'
import { permitWords as words } from '../words/permit.ts'
import { footer } from './footer.ts'
import { type Card, card, choice, escaped, form, input, shorten, submit, text } from './kit.ts'
import { fitCard } from './page-size.ts'
import { plainCard } from './plain.ts'

/** The city gives a township some days to correct its closed month by itself. */
export const permitForm = (
  plan: Plan,
  { township, month }: { township: UnitPath; month: Month },
  give: Token,
): Card => {
  const name = nameOf(plan.units, township)
  return card({
    title: words.title(name, month),
    tone: 'orange',
    summary: correctionWords.summary(month),
    parts: [
      text(words.body(name)),
      form('permit_form', [
        choice({
          name: 'days',
          options: PERMIT_DAYS.map((days) => ({ value: String(days), text: words.days(days) })),
          placeholder: words.daysLabel,
        }),
        input({ name: 'reason', label: words.reasonLabel, placeholder: words.reason, maxLength: 120 }),
        submit(words.give, give, { kind: 'danger' }),
      ]),
      footer(plan.programme),
    ],
  })
}

/** What was given, until when, by whom and why: to the city, the district and the township. */
export const permitGiven = (
  plan: Plan,
  { township, month }: { township: UnitPath; month: Month },
  { permit, by }: { permit: Permit; by: string },
): Card =>
  plainCard(plan, month, {
    title: words.givenTitle(month),
    tone: 'orange',
    body: [
      words.given(nameOf(plan.units, township), month, permit.until),
      words.why(escaped(by), escaped(permit.reason)),
    ].join('\n'),
  })

export type Listed = { township: UnitPath; permit: Permit; by: string }

/** Every exception of the month, those that are over included. */
export const permitList = (plan: Plan, month: Month, all: readonly Listed[], at: Instant): Card => {
  const lines = all.map(({ township, permit, by }) =>
    [
      words.line(nameOf(plan.units, township), permit.until, at > permit.until),
      words.why(escaped(by), escaped(shorten(permit.reason, 120))),
    ].join('\n'),
  )
  return fitCard(lines, (shown) =>
    plainCard(plan, month, {
      title: words.listTitle(month, all.length),
      tone: all.length > 0 ? 'orange' : 'grey',
      body: [...shown, words.how].join('\n'),
    }),
  )
}
