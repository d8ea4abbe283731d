import { roleNames } from '../../shared/domain/import-people.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import { inPlanOrder, nameOf } from '../../shared/domain/plan.ts'
import { parentOf, type Unit, within } from '../../shared/domain/unit.ts'
import type { Plan, Post } from '../../shared/ports.ts'
import type { Roster } from '../cards/roster-state.ts'
import type { Turn } from '../declare.ts'

type Asking = Pick<Turn, 'ports' | 'plan' | 'who'>

/** People with a role in the asker's units, in the order of the plan. */
export const keptPeople = async ({ ports, plan, who }: Asking): Promise<Post[]> => {
  const scopes = scopeFor(who, plan.programme.id, 'keepPeople')
  const posts = await ports.store.people(plan.programme.id)
  const order = inPlanOrder(plan.units)
  return posts
    .filter(({ unit }) => scopes.some((scope) => within(unit, scope)))
    .toSorted((a, b) => order(a.unit, b.unit))
}

/** The asker's units with everything below them. */
export const keptUnits = ({ plan, who }: Omit<Asking, 'ports'>): Unit[] => {
  const scopes = scopeFor(who, plan.programme.id, 'keepUnits')
  return plan.units.filter(({ path }) => scopes.some((scope) => within(path, scope)))
}

/** The list as a card shows it, a line each. */
export const rosterLines = async (asking: Asking, what: Roster): Promise<string[]> => {
  const { plan } = asking
  if (what === 'units') return keptUnits(asking).map((unit) => unitLine(plan, unit))
  const posts = await keptPeople(asking)
  return posts.map(({ name, role, unit }) => `${nameOf(plan.units, unit)}　${roleNames[role]}　${name}`)
}

const unitLine = ({ units }: Plan, { path, name, from, until }: Unit): string => {
  const above = parentOf(path)
  return [
    ...(above === undefined ? [] : [nameOf(units, above)]),
    name,
    ...(from ? [`${from} 起`] : []),
    ...(until ? [`${until} 止`] : []),
  ].join('　')
}
