import { inPlaceOf } from '../../shared/domain/person.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Deed } from '../../shared/usecases/settle.ts'
import type { Turn } from '../declare.ts'

/** Who does it, when and through what; of a stand-in (代班) also in whose place. */
export const deedOf = (
  { who, at, via, plan }: Pick<Turn, 'who' | 'at' | 'via' | 'plan'>,
  township: UnitPath,
): Omit<Deed, 'move' | 'reason'> => {
  const standIn = inPlaceOf(who, plan.programme.id, township)
  return { by: who.id, at, via, ...(standIn && { for: standIn.for }) }
}
