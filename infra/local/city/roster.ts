import { type Month, monthNumber, plusMonths, yearOf } from '../../../shared/domain/month.ts'
import type { OpenId, Person } from '../../../shared/domain/person.ts'
import { parentOf, type Unit, type UnitPath } from '../../../shared/domain/unit.ts'
import type { Plan } from '../../../shared/ports.ts'
import { companyNamer } from './company-names.ts'
import type { Firm } from './firm-life.ts'
import { inventedCode } from './invented-code.ts'
import { pickWeighted, type Random, stream } from './random.ts'
import type { Sized } from './share-out.ts'
import { trades } from './trades.ts'

/** A firm's place in the cultivation library, before its tier is known, which depends on its figures. */
export type Member = {
  firm: Firm
  name: string
  unit: UnitPath
  officer: OpenId | undefined
  from: Month
  until: Month | undefined
}

export const isMember = ({ from, until }: Member, month: Month): boolean =>
  from <= month && month <= (until ?? month)

/** `海安` for 海安市, which firms put before their names; those of parks and areas use the city's. */
const placeOf = (district: Unit | undefined, city: string): string =>
  district?.name.match(/^(?!开发)(..)[市县区]$/)?.[1] ?? city

/** Two townships in five with several officers share their firms out among them (分片). */
const officersSharing = (seed: number, unit: UnitPath, people: readonly Person[]): OpenId[] => {
  const officers = people.filter(({ roles }) => roles.some((r) => r.role === 'officer' && r.unit === unit))
  const share = officers.length > 1 && stream(seed, unit, 'firms shared out')() < 0.4
  return share ? officers.map(({ id }) => id) : []
}

/** One firm in forty is newly built and joined within the last year and a half, some only now; a few have just left. */
const spanOf = (random: Random, first: Month, last: Month): { from: Month; until: Month | undefined } => {
  const chance = random()
  return {
    from: chance < 0.025 ? plusMonths(last, 1 - Math.floor(random() * 18)) : first,
    until: chance > 0.998 ? last : undefined,
  }
}

/** A firm's size is drawn for the last whole year of the history: its tier stands on it. */
const lastFullYear = (month: Month): number => (monthNumber(month) === 12 ? yearOf(month) : yearOf(month) - 1)

export const makeRoster = (
  plan: Plan,
  seed: number,
  history: { first: Month; last: Month },
  townships: readonly Sized[],
  people: readonly Person[],
): Member[] => {
  const units = new Map(plan.units.map((unit) => [unit.path, unit]))
  const city = (units.get(plan.programme.city)?.name ?? '').replace(/市$/, '')
  const anchor = lastFullYear(history.last)
  const nameFirm = companyNamer()
  let index = 0
  return townships.flatMap(({ unit, firms }) => {
    const place = placeOf(units.get(parentOf(unit.path) ?? unit.path), city)
    const officers = officersSharing(seed, unit.path, people)
    let neighbour: string | undefined
    return Array.from({ length: firms }, (_, no): Member => {
      const random = stream(seed, unit.path, 'firm', no)
      const trade = pickWeighted(random, trades)
      const { name, tradeName } = nameFirm(random, { place: random() < 0.5 ? place : city, trade, neighbour })
      neighbour = tradeName
      return {
        firm: { seed, code: inventedCode(unit, index++), trade, anchor },
        name,
        unit: unit.path,
        officer: officers[no % officers.length],
        ...spanOf(random, history.first, history.last),
      }
    })
  })
}
