import type { Enterprise } from '../domain/enterprise.ts'
import { nearness } from '../domain/nearness.ts'
import type { UnitPath } from '../domain/unit.ts'
import type { Plan, Ports } from '../ports.ts'

const MOST_SHOWN = 8
/** Below this share of common letter pairs a name is somebody else's. */
const NEAR = 0.4

/** The nearest firms, and how many there are in all. */
export type FoundEnterprises = { shown: Enterprise[]; total: number }

/**
 * The firms that a name or code may mean, nearest first, within what the asker may see: those called exactly so, else
 * those whose name has these words in it, else those whose name is near.
 */
export const findEnterprises = async (
  { store }: Ports,
  { programme }: Plan,
  scopes: readonly UnitPath[],
  text: string,
): Promise<FoundEnterprises> => {
  const wanted = plain(text)
  if (wanted === '') return some([])
  const all = (await Promise.all(scopes.map((scope) => store.enterprises(programme.id, scope)))).flat()
  const exact = all.filter(({ code, name }) => code === wanted.toUpperCase() || plain(name) === wanted)
  if (exact.length > 0) return some(exact)
  const containing = all.filter(({ name }) => plain(name).includes(wanted))
  if (containing.length > 0) return some(containing.toSorted((a, b) => a.name.length - b.name.length))
  const near = all
    .map((firm) => ({ firm, near: nearness(plain(firm.name), wanted) }))
    .filter((one) => one.near >= NEAR)
    .toSorted((a, b) => b.near - a.near || a.firm.name.length - b.firm.name.length)
  return some(near.map(({ firm }) => firm))
}

const some = (firms: readonly Enterprise[]): FoundEnterprises => ({
  shown: firms.slice(0, MOST_SHOWN),
  total: firms.length,
})

/** Full-width letters, digits and brackets are typed as often as the others. */
const plain = (text: string): string => text.normalize('NFKC').trim()
