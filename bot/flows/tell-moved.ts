import { placeIn } from '../../shared/domain/enterprise.ts'
import { previousMonth } from '../../shared/domain/month.ts'
import type { RegistryChange } from '../../shared/domain/registry.ts'
import type { Change } from '../../shared/ports.ts'
import type { Turn } from '../declare.ts'
import { tellPrivately } from './tell-privately.ts'

/** The officers of the township that a firm leaves and of the one where it goes hear of it, each once. */
export const tellMoved = async (
  turn: Turn,
  { before, after, effective }: RegistryChange,
): Promise<Change[]> => {
  const { ports, plan, at } = turn
  const programme = plan.programme.id
  const from = placeIn(before ?? after, previousMonth(effective)).unit
  const officers = await Promise.all(
    [from, after.unit].map((unit) => ports.store.people(programme, { unit, role: 'officer', at })),
  )
  const facts = { code: after.code, from, to: after.unit }
  return [...new Set(officers.flat().map(({ person }) => person))].map((person) =>
    tellPrivately(turn, { programme, month: effective }, 'firm-moved', person, facts),
  )
}
