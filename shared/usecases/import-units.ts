import type { UnitLine } from '../domain/import-units.ts'
import type { Instant } from '../domain/instant.ts'
import { scopeFor } from '../domain/permission.ts'
import type { OpenId, Person } from '../domain/person.ts'
import { type UnitDecision, unitChanges } from '../domain/unit-changes.ts'
import type { Change, Plan, Ports } from '../ports.ts'
import { nextRoster } from './keep-registry.ts'

/** What a table of units leads to, and the plan as it would be; the same plan where nothing changes. */
export type ImportedUnits = { decisions: UnitDecision[]; plan: Plan; before: number }

/**
 * Decides a table on the newest version of the plan; reads, and changes nothing. `giver`: nobody where it is done from
 * outside, by whoever runs the system and may change every unit.
 */
export const importUnits = async (
  ports: Ports,
  programme: string,
  lines: readonly UnitLine[],
  { giver, at }: { giver: Person | undefined; at: Instant },
): Promise<ImportedUnits> => {
  const { store } = ports
  const plan = await store.plan(programme)
  if (plan === undefined) throw new Error(`there is no programme ${programme}`)
  const { city, targets, version } = plan.programme
  const [firms, people, chats, next, months] = await Promise.all([
    store.enterprises(programme, city),
    store.people(programme),
    store.chats(programme),
    nextRoster(ports, plan, at),
    store.months(programme),
  ])
  const used = [...people, ...chats, ...targets].flatMap(({ unit }) => unit ?? [])
  const { decisions, units } = unitChanges(lines, {
    units: plan.units,
    scopes: giver && scopeFor(giver, programme, 'keepUnits'),
    ...{ next, isAnyFrozen: months.length > 0, firms, used: new Set(used) },
  })
  const isChanged = decisions.some(({ is }) => is !== 'same' && is !== 'refused')
  const after = { programme: { ...plan.programme, version: version + 1 }, units }
  return { decisions, plan: isChanged ? after : plan, before: version }
}

/** The plan's next version; nothing where nothing changes. */
export const unitsChange = ({ plan, before }: ImportedUnits, by: OpenId): Change[] =>
  plan.programme.version === before ? [] : [{ is: 'plan', before, after: plan, by }]
