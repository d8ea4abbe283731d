import type { Enterprise } from '../../shared/domain/enterprise.ts'
import { divisionName, industries } from '../../shared/domain/industry.ts'
import type { Month } from '../../shared/domain/month.ts'
import type { OpenId } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Plan } from '../../shared/ports.ts'
import type { Token } from '../declare.ts'
import { registryWords as words } from '../words/registry.ts'
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
import { monthChoice, NAME_INPUT, nearLines, placeName, reasonInput, townshipChoice } from './registry.ts'

/** What was typed and chosen; it rides in the buttons of the card that asks again. */
export type TypedFirm = {
  code?: string | undefined
  name?: string | undefined
  unit?: string | undefined
  division?: string | undefined
  tier?: string | undefined
  from?: string | undefined
  reason?: string | undefined
}

const divisions = industries.map((division) => ({
  value: division,
  text: `${division} ${shorten(divisionName(division) ?? '', 20)}`,
}))

/** 新增, with what was typed before. */
export const addForm = (
  plan: Plan,
  { district, next }: { district: UnitPath; next: Month },
  to: Token,
  typed: TypedFirm = {},
): Card => {
  const tiers = plan.programme.tiers.map(({ id, name }) => ({ value: id, text: name }))
  return card({
    title: words.addTitle(nameOf(plan.units, district)),
    tone: 'wathet',
    summary: words.summary,
    parts: [
      text(words.addIntro(next)),
      form('add_form', [
        input({ name: 'code', label: words.code, maxLength: 40, value: typed.code }),
        input({ name: 'name', label: words.name, maxLength: NAME_INPUT, value: typed.name }),
        note(words.unit),
        townshipChoice(plan, { district, next, placeholder: words.unit, initial: typed.unit }),
        note(words.division),
        choice({
          name: 'division',
          options: divisions,
          placeholder: words.division,
          initial: typed.division,
        }),
        note(words.tier),
        choice({ name: 'tier', options: tiers, placeholder: words.tier, initial: typed.tier }),
        note(words.fromLabel),
        monthChoice(next, typed.from),
        reasonInput(words.reasons.add, typed.reason),
        submit(words.moves.add, to, { kind: 'primary' }),
      ]),
      footer(plan.programme),
    ],
  })
}

type Doubt = {
  name: string
  near: readonly Enterprise[]
  innerCheckFails: boolean
  officers: readonly { person: OpenId; name: string }[]
}

/** Before a firm is taken in: what is doubtful about it, and who is to look after it where firms are shared out. */
export const doubtCard = (
  plan: Plan,
  { name, near, innerCheckFails, officers }: Doubt,
  { confirm, back }: { confirm: Token; back: Token },
): Card =>
  card({
    title: words.doubtTitle(shorten(name, 24)),
    tone: 'orange',
    summary: words.summary,
    parts: [
      ...(near.length > 0 ? [text(words.near(nearLines(plan, near)))] : []),
      ...(innerCheckFails ? [text(words.innerCheck)] : []),
      form('doubt_form', [
        ...(officers.length > 0
          ? [
              choice({
                name: 'officer',
                options: officers.map((one) => ({ value: one.person, text: shorten(one.name, 20) })),
                placeholder: words.officer,
              }),
            ]
          : []),
        row([
          submit(near.length > 0 ? words.sure : words.addAnyway, confirm, { kind: 'primary' }),
          press(words.back, back),
        ]),
      ]),
      footer(plan.programme),
    ],
  })

/** The code is taken: by whom, where, and what to do instead. `ways`: for whoever keeps the registry there. */
export const existsCard = (
  plan: Plan,
  firm: Enterprise,
  { ways, back }: { ways: readonly { say: string; to: Token }[]; back: Token },
): Card => {
  const { name, code, unit, until } = firm
  return card({
    title: words.existsTitle,
    tone: 'orange',
    summary: words.summary,
    parts: [
      text(
        [
          words.exists(escaped(shorten(name, 60)), code, escaped(placeName(plan, unit)), until),
          ways.length > 0 ? words.existsOurs : words.existsElsewhere,
        ].join('\n'),
      ),
      row([
        ...ways.map(({ say, to }, index) => press(say, to, { name: `way_${index}` })),
        press(words.back, back, { name: 'back' }),
      ]),
      footer(plan.programme),
    ],
  })
}
