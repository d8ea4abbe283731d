import { type OpenId, ownerOf, type Person } from '../../shared/domain/person.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Ports } from '../../shared/ports.ts'

/** Of which colleague how many firms of a township are (分片). */
export type SharedOut = ReadonlyMap<UnitPath, readonly { name: string; firms: number }[]>

/** Which firms of the townships are a colleague's; empty where nothing is shared out. */
export const sharedOut = async (
  { store }: Pick<Ports, 'store'>,
  tallies: readonly Tally[],
  who: Person,
): Promise<SharedOut> => {
  const perTownship = tallies.map(async (tally) => {
    const firms = new Map<OpenId, number>()
    const owner = ownerOf(who, tally.programme, tally.township)
    for (const { officer } of await store.reports(tally))
      if (officer !== undefined && officer !== owner) firms.set(officer, (firms.get(officer) ?? 0) + 1)
    const colleagues = [...firms].map(async ([id, count]) => {
      const person = await store.person(id)
      return person ? [{ name: person.name, firms: count }] : []
    })
    return [tally.township, (await Promise.all(colleagues)).flat()] as const
  })
  return new Map(await Promise.all(perTownship))
}
