import { healthOf } from '../../shared/usecases/operations-health.ts'
import type { Card } from '../cards/kit.ts'
import { type NameOf, operateCard } from '../cards/operate.ts'
import type { Turn } from '../declare.ts'
import { operate as words } from '../words/operate.ts'
import { operateTokens as tokens } from './operate-token.ts'

/** How the system runs, as it is drawn when `/运维` is answered: it needs the calendar, which no webhook carries. */
export const healthCard = async ({ ports, plan }: Turn): Promise<Card> => {
  const health = await healthOf(ports, plan)
  const ids = new Set(health.dead.flatMap(({ push }) => ('person' in push.to ? [push.to.person] : [])))
  const known = await Promise.all([...ids].map((person) => ports.store.person(person)))
  const names = new Map(known.flatMap((person) => (person ? [[person.id, person.name]] : [])))
  const nameOf: NameOf = (to) => ('person' in to ? (names.get(to.person) ?? words.somebody) : words.group)
  return operateCard(plan, health, ports.clock.now(), { tokens, nameOf })
}
