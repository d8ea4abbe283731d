import type { Enterprise } from '../domain/enterprise.ts'
import { nearness } from '../domain/nearness.ts'
import type { UnitPath } from '../domain/unit.ts'
import type { Plan, Ports } from '../ports.ts'

const MOST_SHOWN = 8
/** Below this share of common letter pairs a name is somebody else's. */
const NEAR = 0.4

/** The firms that a name or code may mean, nearest first, within what the asker may see. */
export const findEnterprises = async (
  { store }: Ports,
  { programme }: Plan,
  scopes: readonly UnitPath[],
  text: string,
): Promise<Enterprise[]> => {
  const all = (await Promise.all(scopes.map((scope) => store.enterprises(programme.id, scope)))).flat()
  const wanted = text.trim().toUpperCase()
  const byCode = all.filter((firm) => firm.code === wanted)
  if (byCode.length > 0) return byCode
  return all
    .map((firm) => ({ firm, near: firm.name.includes(text.trim()) ? 1 : nearness(firm.name, text.trim()) }))
    .filter(({ near }) => near >= NEAR)
    .toSorted((a, b) => b.near - a.near || a.firm.name.length - b.firm.name.length)
    .slice(0, MOST_SHOWN)
    .map(({ firm }) => firm)
}
