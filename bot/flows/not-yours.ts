import { handedOverAt, type Person } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Toast, Turn } from '../declare.ts'
import { handoverWords } from '../words/handover.ts'
import { refusals } from '../words/refusals.ts'

type Asked = Pick<Turn, 'ports' | 'plan' | 'who'>

/** Why somebody who may not file for the township cannot: it has passed to a colleague, or was never theirs. */
export const notYours = async (asked: Asked, township: UnitPath): Promise<Toast> => {
  const { plan, who } = asked
  const passed = handedOverAt(who, plan.programme.id, township)
  return passed ? said(asked, passed) : refusals.notYours(nameOf(plan.units, township))
}

/** The same to somebody without any role left. */
export const passedOn = async (asked: Asked): Promise<Toast> => {
  const passed = asked.who.handedOver?.find(({ programme }) => programme === asked.plan.programme.id)
  return passed ? said(asked, passed) : refusals.outsider
}

const said = async (
  { ports, plan }: Asked,
  { unit, to, at }: NonNullable<Person['handedOver']>[number],
): Promise<Toast> => {
  const name = (await ports.store.person(to))?.name ?? handoverWords.colleague
  return handoverWords.passed({ township: nameOf(plan.units, unit), to: name, at })
}
