import { OpenId } from '../../shared/domain/person.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Turn } from '../declare.ts'
import { handoverWords as words } from '../words/handover.ts'
import type { Chosen, TownshipPeople } from './township-people.ts'

/** A colleague with how many firms of the township are theirs. */
export type Giver = Chosen & { firms: number }

/** The township's officers, and whoever left firms of their own behind. */
export const giversOf = async (
  { ports, plan }: Turn,
  township: UnitPath,
  { officers }: TownshipPeople,
): Promise<Giver[]> => {
  const firms = new Map<string, number>()
  for (const { officer, unit } of await ports.store.enterprises(plan.programme.id, township))
    if (officer !== undefined && unit === township) firms.set(officer, (firms.get(officer) ?? 0) + 1)
  const present = officers.map((officer) => ({ ...officer, firms: firms.get(officer.id) ?? 0 }))
  const gone = [...firms].filter(([officer]) => !officers.some((one) => one.id === officer))
  const left = gone.map(async ([officer, count]) => {
    const id = OpenId.parse(officer)
    const name = (await ports.store.person(id))?.name ?? words.somebody(id)
    return { id, name, as: words.gone(name), firms: count }
  })
  return [...present, ...(await Promise.all(left))]
}
