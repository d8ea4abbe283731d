import type { Enterprise } from '../domain/enterprise.ts'
import { nearness } from '../domain/nearness.ts'
import type { UnitPath } from '../domain/unit.ts'
import type { Plan, Ports } from '../ports.ts'

const MOST_SHOWN = 8
/** Below this share of common letter pairs a name is somebody else's. */
const NEAR = 0.4

/** The firms that a name or code may mean, nearest first, within what the asker may see; the exact one alone. */
export const findEnterprises = async (
  { store }: Ports,
  { programme }: Plan,
  scopes: readonly UnitPath[],
  text: string,
): Promise<Enterprise[]> => {
  const wanted = plain(text)
  if (wanted === '') return []
  const all = (await Promise.all(scopes.map((scope) => store.enterprises(programme.id, scope)))).flat()
  const exact = all.filter(({ code, name }) => code === wanted.toUpperCase() || plain(name) === wanted)
  if (exact.length > 0) return exact.slice(0, MOST_SHOWN)
  return all
    .map((firm) => ({ firm, name: plain(firm.name) }))
    .map(({ firm, name }) => ({ firm, near: name.includes(wanted) ? 1 : nearness(name, wanted) }))
    .filter(({ near }) => near >= NEAR)
    .toSorted((a, b) => b.near - a.near || a.firm.name.length - b.firm.name.length)
    .slice(0, MOST_SHOWN)
    .map(({ firm }) => firm)
}

/** Full-width letters, digits and brackets are typed as often as the others. */
const plain = (text: string): string => text.normalize('NFKC').trim()
