import type { Enterprise } from '../../shared/domain/enterprise.ts'
import { type Month, plusMonths } from '../../shared/domain/month.ts'
import { districtsAt, nameOf, townshipsUnder } from '../../shared/domain/plan.ts'
import { parentOf, type UnitPath } from '../../shared/domain/unit.ts'
import type { Plan } from '../../shared/ports.ts'
import type { Token } from '../declare.ts'
import { registryWords as words } from '../words/registry.ts'
import { footer } from './footer.ts'
import { type Card, card, choice, escaped, form, input, type RootPart, shorten, submit } from './kit.ts'

/** Half a year ahead is as far as anybody plans. */
const MONTHS_AHEAD = 6
/** Longer than a name may be: what is too long is refused in a sentence, Feishu does not cut it unseen. */
export const NAME_INPUT = 120

/** The unit that reports, after the district that it counts for. */
export const placeName = ({ units }: Plan, unit: UnitPath): string => {
  const above = parentOf(unit)
  return `${above ? nameOf(units, above) : ''}${nameOf(units, unit)}`
}

const optionsOf = (units: Plan['units'], all: readonly UnitPath[]) =>
  all.map((path) => ({ value: path, text: nameOf(units, path) }))

/** The townships and parks of a district: an option is an element, and a card takes 180, so never a whole city's. */
export const townshipChoice = (
  { units }: Plan,
  {
    district,
    next,
    placeholder,
    initial,
  }: { district: UnitPath; next: Month; placeholder: string; initial?: string | undefined },
) =>
  choice({
    name: 'unit',
    options: optionsOf(
      units,
      townshipsUnder(units, district, next).map(({ path }) => path),
    ),
    placeholder,
    initial,
  })

/** The months from which a change may count: the next roster's first. */
export const monthChoice = (next: Month, initial: string = next) =>
  choice({
    name: 'from',
    options: Array.from({ length: MONTHS_AHEAD }, (_, ahead) => plusMonths(next, ahead)).map((month) => ({
      value: month,
      text: words.from(month),
    })),
    placeholder: words.fromLabel,
    initial,
  })

export const reasonInput = (placeholder: string, value?: string) =>
  input({ name: 'reason', label: words.reason, placeholder, maxLength: 100, value })

/** For the city, whose townships are too many for one list. */
export const districtForm = (plan: Plan, next: Month, to: Token): RootPart =>
  form('district_form', [
    choice({
      name: 'district',
      options: optionsOf(
        plan.units,
        districtsAt(plan.units, next).map(({ path }) => path),
      ),
      placeholder: words.district,
    }),
    submit(words.toForm, to),
  ])

/** The city first says which district it is about. */
export const districtCard = (plan: Plan, next: Month, to: Token): Card =>
  card({
    title: words.districtTitle,
    tone: 'wathet',
    summary: words.summary,
    parts: [districtForm(plan, next, to), footer(plan.programme)],
  })

/** Firms with a name that is near, as one tells them apart. */
export const nearLines = (plan: Plan, firms: readonly Enterprise[]): string[] =>
  firms.map(({ name, code, unit }) =>
    words.nearOne(escaped(shorten(name, 40)), code, escaped(placeName(plan, unit))),
  )
