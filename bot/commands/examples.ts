import { dayOf } from '../../shared/domain/instant.ts'
import { Month, previousMonth, shortMonth } from '../../shared/domain/month.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import { districtsAt, nameOf } from '../../shared/domain/plan.ts'
import { levelOf } from '../../shared/domain/unit.ts'
import type { Command, Turn } from '../declare.ts'

/** How somebody writes a command: about a unit of their own (for the city its first district) and the month just over. */
export const examplesFor = (
  { plan, who, at }: Pick<Turn, 'plan' | 'who' | 'at'>,
  { examples, may = 'seeProgress' }: Command,
): readonly string[] => {
  const month = previousMonth(Month.parse(dayOf(at).slice(0, 7)))
  const [scope = plan.programme.city] = scopeFor(who, plan.programme.id, may)
  const district = levelOf(scope) === 'city' ? districtsAt(plan.units, month)[0]?.path : undefined
  return examples({ unit: nameOf(plan.units, district ?? scope), month: shortMonth(month) })
}
