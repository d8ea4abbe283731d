import type { Instant } from '../../shared/domain/instant.ts'
import type { OpenId } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Plan } from '../../shared/ports.ts'
import type { Token } from '../declare.ts'
import type { Chosen } from '../flows/township-people.ts'
import { standInWords as words } from '../words/stand-in.ts'
import { footer } from './footer.ts'
import { type Card, card, choice, date, escaped, form, press, submit, text } from './kit.ts'

const MOST_NAMES = 120
const options = (people: readonly Chosen[]) =>
  people.slice(0, MOST_NAMES).map(({ id, as }) => ({ value: id, text: as }))

/** Somebody who stands in at this moment. */
type Standing = { id: OpenId; name: string; officer: string; until: Instant }

/** 代班: for whom, by whom, till when; and those under way, each with its end. */
export const standInForm = (
  plan: Plan,
  township: UnitPath,
  facts: { officers: readonly Chosen[]; others: readonly Chosen[]; standing: readonly Standing[] },
  { begin, end }: { begin: Token; end: (person: OpenId) => Token },
): Card => {
  const name = nameOf(plan.units, township)
  const lines = facts.standing.map((one) => words.line(escaped(one.name), escaped(one.officer), one.until))
  return card({
    title: words.title(name),
    tone: 'blue',
    summary: words.summary,
    parts: [
      text([words.body, ...(lines.length > 0 ? lines : [words.none])].join('\n')),
      ...facts.standing.map((one, index) =>
        press(words.end(one.name), end(one.id), {
          name: `end_${index}`,
          confirm: { title: words.endTitle, text: words.endConfirm(one.name) },
        }),
      ),
      ...(facts.officers.length === 0
        ? [text(words.noOfficer)]
        : [
            form('stand_in_form', [
              choice({ name: 'officer', options: options(facts.officers), placeholder: words.who }),
              choice({ name: 'person', options: options(facts.others), placeholder: words.by }),
              date({ name: 'until', placeholder: words.until }),
              submit(words.press, begin, {
                kind: 'primary',
                confirm: { title: words.confirmTitle, text: words.confirm(name) },
              }),
            ]),
          ]),
      footer(plan.programme),
    ],
  })
}
