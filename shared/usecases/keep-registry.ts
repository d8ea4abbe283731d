import type { CreditCode, Enterprise } from '../domain/enterprise.ts'
import { firmNames } from '../domain/firm-names.ts'
import { dayOf, type Instant } from '../domain/instant.ts'
import { Month, nextMonth, previousMonth } from '../domain/month.ts'
import { scopeFor } from '../domain/permission.ts'
import type { Person } from '../domain/person.ts'
import { townshipsUnder } from '../domain/plan.ts'
import {
  type Registry,
  type RegistryAsk,
  type RegistryChange,
  type RegistryRefused,
  registryChange,
} from '../domain/registry.ts'
import { levelOf } from '../domain/unit.ts'
import type { Change, Plan, Ports } from '../ports.ts'
import { newestRecord } from './progress.ts'

/** Who asks for it, and through what. */
export type RegistryDeed = { who: Person; at: Instant; via: string }

/** What one thing asked for has led to; `change` is not committed yet. */
export type RegistryResult =
  | { ask: RegistryAsk; decision: RegistryChange; change: Change }
  | { ask: RegistryAsk; decision: RegistryRefused; change?: undefined }

/** A transaction holds 100 items; a change of the registry takes at most this many. */
export const WRITES_A_REGISTRY_CHANGE = 7

/**
 * Decides a list of changes in their order, each on what those before it lead to. Reads, and commits nothing: whoever
 * calls commits `change`s, one of a firm and not more than fit in one transaction, and asks again where the commit ends with `conflict`.
 * Whoever may not keep the registry of a unit is refused by the decision.
 */
export const keepRegistry = async (
  ports: Ports,
  plan: Plan,
  asks: readonly RegistryAsk[],
  deed: RegistryDeed,
): Promise<RegistryResult[]> => {
  const registry = await readRegistry(ports, plan, deed)
  return asks.map((ask) => decide(plan, registry, ask, deed))
}

/** The same for one change. */
export const keepFirm = async (
  ports: Ports,
  plan: Plan,
  ask: RegistryAsk,
  deed: RegistryDeed,
): Promise<RegistryResult> => decide(plan, await readRegistry(ports, plan, deed), ask, deed)

type Growing = Registry & { firms: Map<CreditCode, Enterprise> }

const decide = (
  { programme }: Plan,
  registry: Growing,
  ask: RegistryAsk,
  { who, at, via }: RegistryDeed,
): RegistryResult => {
  const decision = registryChange(registry, ask)
  if (decision.is === 'refused') return { ask, decision }
  const { before, after, effective } = decision
  registry.firms.set(after.code, after)
  registry.names.put(after)
  const stage = { move: ask.is, effective, by: who.id, at, via, reason: ask.reason.trim() }
  return { ask, decision, change: { is: 'enterprise', programme: programme.id, before, after, stage } }
}

/** The programme's firms with an index of their names, and what `who` may change of them. */
const readRegistry = async (ports: Ports, plan: Plan, { who, at }: RegistryDeed): Promise<Growing> => {
  const { id, city, tiers } = plan.programme
  const [all, officers, next] = await Promise.all([
    ports.store.enterprises(id, city),
    ports.store.people(id, { role: 'officer' }),
    nextRoster(ports, plan, at),
  ])
  const above = plan.units.filter(({ path }) => levelOf(path) !== 'township')
  const names = firmNames<Enterprise>(above.map(({ name }) => name))
  for (const firm of all) names.put(firm)
  return {
    firms: new Map(all.map((firm) => [firm.code, firm])),
    names,
    next,
    scopes: scopeFor(who, id, 'keepRegistry'),
    townships: townshipsUnder(plan.units, city, next).map(({ path }) => path),
    tiers: tiers.map((tier) => tier.id),
    officers,
  }
}

/** The first month whose roster is not frozen: after the newest that was opened, else the one that is over. */
export const nextRoster = async (ports: Ports, plan: Plan, at: Instant): Promise<Month> => {
  const opened = await newestRecord(ports, plan)
  return opened ? nextMonth(opened.month) : previousMonth(Month.parse(dayOf(at).slice(0, 7)))
}
