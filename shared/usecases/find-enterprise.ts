import { type Enterprise, placeIn } from '../domain/enterprise.ts'
import { nearness } from '../domain/nearness.ts'
import { type UnitPath, within } from '../domain/unit.ts'
import type { Plan, Ports } from '../ports.ts'
import { newestMonth } from './progress.ts'

const MOST_SHOWN = 8
/** Below this share of common letter pairs a name is somebody else's. */
const NEAR = 0.4

/** The nearest firms, and how many there are in all. */
type Found<Firm> = { shown: Firm[]; total: number }
export type FoundEnterprises = Found<Enterprise>

/**
 * The firms that a name or code may mean, nearest first, within what the asker may see: also what the asker's unit still
 * reports for the newest month, although it has moved on.
 */
export const findEnterprises = async (
  ports: Ports,
  plan: Plan,
  scopes: readonly UnitPath[],
  text: string,
): Promise<FoundEnterprises> => {
  if (plain(text) === '') return some([])
  const of = plan.programme.id
  const read = (await Promise.all(scopes.map((scope) => ports.store.enterprises(of, scope)))).flat()
  const all = [...new Map(read.map((firm) => [firm.code, firm])).values()]
  const isOurs = (unit: UnitPath) => scopes.some((scope) => within(unit, scope))
  const moved = all.some(({ unit }) => !isOurs(unit))
  const month = moved ? await newestMonth(ports, plan) : undefined
  return findAmong(
    all.filter((firm) => isOurs(firm.unit) || (month && isOurs(placeIn(firm, month).unit))),
    text,
  )
}

/** Those called exactly so (also: until they were renamed) or with this code, else those whose name has these words in it, else those whose name is near. */
export const findAmong = <Firm extends Pick<Enterprise, 'code' | 'name' | 'formerly'>>(
  all: readonly Firm[],
  text: string,
): Found<Firm> => {
  const wanted = plain(text)
  if (wanted === '') return some([])
  const exact = all.filter(
    ({ code, name, formerly }) =>
      code === wanted.toUpperCase() || [name, formerly?.name ?? name].some((one) => plain(one) === wanted),
  )
  if (exact.length > 0) return some(exact)
  const containing = all.filter(({ name }) => plain(name).includes(wanted))
  if (containing.length > 0) return some(containing.toSorted((a, b) => a.name.length - b.name.length))
  const near = all
    .map((firm) => ({ firm, near: nearness(plain(firm.name), wanted) }))
    .filter((one) => one.near >= NEAR)
    .toSorted((a, b) => b.near - a.near || a.firm.name.length - b.firm.name.length)
  return some(near.map(({ firm }) => firm))
}

const some = <Firm>(firms: readonly Firm[]): Found<Firm> => ({
  shown: firms.slice(0, MOST_SHOWN),
  total: firms.length,
})

/** Full-width letters, digits and brackets are typed as often as the others. */
const plain = (text: string): string => text.normalize('NFKC').trim()
