import { OpenId, type Role } from '../../../shared/domain/person.ts'
import { nameOf } from '../../../shared/domain/plan.ts'
import { levelOf, parentOf, type UnitPath } from '../../../shared/domain/unit.ts'
import type { Plan, Store } from '../../../shared/ports.ts'
import type { PersonToBe } from './view.ts'
import type { Words } from './words/words.ts'

/** Who plays in the tour, and in which group the statistics are read. */
export type Cast = {
  everyone: Member[]
  city: Member[]
  officers: Member[]
  heads: Member[]
  reviewers: Member[]
  leader?: Member
  auditor?: Member
  administrator?: Member
  township?: UnitPath
  group?: string
}
export type Member = { person: OpenId; name: string; role: Role; unit: UnitPath }

/** Whoever has nothing to do with the plan: the bot must tell them nothing. */
export const outsider = { open_id: OpenId.parse('ou_outsider0of0the0demonstration00'), name: '访客' }

/** About as many firms as fit one or two pages of a card. */
const FIRMS = 10

/** The people whom the tour leads to: the same ones as long as the plan's people stay. */
export const castOf = async (store: Store, { programme, units }: Plan): Promise<Cast> => {
  const [people, firms, chats] = await Promise.all([
    store.people(programme.id),
    store.enterprises(programme.id, programme.city),
    store.chats(programme.id),
  ])
  const township = tourTownship(
    people,
    firms,
    units.map(({ path }) => path),
  )
  const district = township && parentOf(township)
  const of = (role: Role, unit: UnitPath | undefined) =>
    people.filter((one) => one.role === role && one.unit === unit)
  const [leader] = of('leader', programme.city)
  const [auditor] = of('auditor', programme.city)
  const [administrator] = of('administrator', programme.city)
  const group = chats.find(({ unit }) => unit === programme.city)?.id
  return {
    everyone: people,
    city: of('city', programme.city).slice(0, 2),
    officers: of('officer', township),
    heads: of('head', township),
    reviewers: of('district', district),
    ...(leader && { leader }),
    ...(auditor && { auditor }),
    ...(administrator && { administrator }),
    ...(township && { township }),
    ...(group && { group }),
  }
}

/** A township whose one officer has nothing else, with about `FIRMS` firms; in a small city the largest. */
const tourTownship = (
  people: readonly Member[],
  firms: readonly { unit: UnitPath }[],
  places: readonly UnitPath[],
): UnitPath | undefined => {
  const officers = people.filter(({ role }) => role === 'officer')
  const count = (unit: UnitPath) => firms.filter((firm) => firm.unit === unit).length
  const posts = (person: OpenId) => officers.filter((one) => one.person === person).length
  const fit = places.filter((path) => {
    const own = officers.filter(({ unit }) => unit === path)
    return levelOf(path) === 'township' && own.length === 1 && own.every(({ person }) => posts(person) === 1)
  })
  const far = new Map(fit.map((path) => [path, Math.abs(count(path) - FIRMS)]))
  return fit.toSorted((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0))[0]
}

/** Whom one may want to be, each with unit and role: those of the tour, then everybody of a district, folded. */
export const peopleToBe = (
  { everyone, city, officers, heads, reviewers, leader, auditor, administrator }: Cast,
  { programme, units }: Plan,
  { cast: says }: Words,
): PersonToBe[] => {
  const all = (group: string, members: readonly (Member | undefined)[]): PersonToBe[] =>
    members.flatMap((one) =>
      one
        ? [{ group, open_id: one.person, label: says.place(nameOf(units, one.unit), says.roles[one.role]) }]
        : [],
    )
  const districtOf = (unit: UnitPath): UnitPath =>
    levelOf(unit) === 'township' ? (parentOf(unit) ?? unit) : unit
  const places = [programme.city, ...new Set(units.map(({ path }) => districtOf(path)))]
  const folded = [...new Set(places)].flatMap((place) =>
    all(
      says.all(nameOf(units, place)),
      everyone.filter(({ unit }) => districtOf(unit) === place),
    ).map((one) => ({ ...one, folded: true })),
  )
  return [
    ...all(says.city, [...city, leader]),
    ...all(says.districts, reviewers),
    ...all(says.townships, [...officers, ...heads]),
    ...all(says.watch, [auditor, administrator]),
    { group: says.outsiders, open_id: outsider.open_id, label: says.outsider },
    ...folded,
  ]
}
