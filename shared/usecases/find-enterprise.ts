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
  const all = (await Promise.all(scopes.map((scope) => store.enterprises(programme.id, scope)))).flat()
  const wanted = text.trim()
  const exact = all.filter(({ code, name }) => code === wanted.toUpperCase() || name === wanted)
  if (exact.length > 0) return exact.slice(0, MOST_SHOWN)
  return all
    .map((firm) => ({ firm, near: firm.name.includes(wanted) ? 1 : nearness(firm.name, wanted) }))
    .filter(({ near }) => near >= NEAR)
    .toSorted((a, b) => b.near - a.near || a.firm.name.length - b.firm.name.length)
    .slice(0, MOST_SHOWN)
    .map(({ firm }) => firm)
}
