import type { OpenId } from '../../shared/domain/person.ts'
import type { Push } from '../../shared/domain/push.ts'
import { parentOf, type UnitPath } from '../../shared/domain/unit.ts'
import type { Change } from '../../shared/ports.ts'
import type { Turn } from '../declare.ts'

/** The same sentence to those concerned and to the district's staff, each privately; whoever pressed has seen it. */
export const tellConcerned = async (
  { ports, plan, who, id, at }: Turn,
  township: UnitPath,
  { kind, people, facts }: { kind: string; people: readonly OpenId[]; facts: Push['facts'] },
): Promise<Change[]> => {
  const programme = plan.programme.id
  const unit = parentOf(township)
  const staff = unit ? await ports.store.people(programme, { unit, role: 'district' }) : []
  const all = new Set([...people, ...staff.map(({ person }) => person)])
  return [...all]
    .filter((person) => person !== who.id)
    .map((person) => ({
      is: 'push',
      push: {
        ...{ id: `${kind}:${id}:${person}`, lane: 'bulk', due: at, kind, programme, to: { person }, facts },
        ...{ quiet: true, proactive: false },
      },
    }))
}
