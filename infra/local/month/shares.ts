import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import type { OpenId } from '../../../shared/domain/person.ts'
import type { UnitPath } from '../../../shared/domain/unit.ts'
import type { City } from '../city/city.ts'
import { stream } from '../city/random.ts'
import { filesByIndicator, type Manner, mannerOf, meansOf } from './behaviour.ts'
import type { Share } from './officer.ts'

/** A township's office: who files which firms, and how. */
export type Office = { township: UnitPath; manner: Manner; shares: Share[]; contested: boolean }

/** Of the offices whose officers all file for everybody, this many have two file the same page at once. */
const CONTESTED = 0.5

/** Every office of the city. Nobody files where there is no officer. */
export const officesOf = (city: City, seed: number): Office[] => {
  const officers = new Map<UnitPath, OpenId[]>()
  for (const { id, roles } of city.people)
    for (const { role, unit } of roles)
      if (role === 'officer') officers.set(unit, [...(officers.get(unit) ?? []), id])
  const ownerOf = new Map(city.enterprises.map(({ code, officer }) => [code, officer]))
  return [...officers].map(([township, people]) => {
    const sharesOut = city.enterprises.some(({ unit, officer }) => unit === township && officer !== undefined)
    const manner = mannerOf(seed, township)
    const byIndicator = filesByIndicator(seed, township)
    const share = (officer: OpenId, isMine: (code: CreditCode) => boolean): Share => ({
      officer,
      township,
      isMine,
      byIndicator,
      means: meansOf(seed, officer),
    })
    return {
      township,
      manner,
      shares: sharesOut
        ? people.map((officer) => share(officer, (code) => ownerOf.get(code) === officer))
        : people.map((officer, index) => share(officer, () => index === 0)),
      contested:
        !sharesOut && people.length > 1 && !byIndicator && stream(seed, township, 'contested')() < CONTESTED,
    }
  })
}
