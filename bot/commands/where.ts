import type { Month } from '../../shared/domain/month.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import { findUnits } from '../../shared/domain/plan.ts'
import { type UnitPath, within } from '../../shared/domain/unit.ts'
import type { MonthRecord } from '../../shared/ports.ts'
import { newestRecord } from '../../shared/usecases/progress.ts'
import type { Place, Turn } from '../declare.ts'
import { refusals } from '../words/refusals.ts'
import { unitWords } from '../words/units.ts'
import type { UnitAndMonth } from './words.ts'

export type Where =
  | { is: 'found'; unit: UnitPath; month: Month; record?: MonthRecord }
  | { is: 'refused'; say: string }

/** Which unit and month a question means: as asked, else the group's unit where the asker may see it, else the asker's own; never beyond what the asker may see. */
export const whereOf = async (turn: Turn, asked: UnitAndMonth, place: Place): Promise<Where> => {
  const { programme, units } = turn.plan
  const scopes = scopeFor(turn.who, programme.id, 'seeProgress')
  const newest = await newestRecord(turn.ports, turn.plan)
  if (newest === undefined) return { is: 'refused', say: unitWords.noMonth }
  const month = asked.month?.(newest.month) ?? newest.month
  const found =
    asked.unit === undefined
      ? [scopes.some((scope) => place.unit && within(place.unit, scope)) ? place.unit : scopes[0]]
      : findUnits(units, asked.unit).map(({ path }) => path)
  const [unit, ...others] = found.filter((path) => path !== undefined)
  if (unit === undefined) return { is: 'refused', say: unitWords.notFound(asked.unit ?? '') }
  if (others.length > 0) {
    const names = units.filter(({ path }) => found.includes(path)).map(({ name }) => name)
    return { is: 'refused', say: unitWords.several(names) }
  }
  if (!scopes.some((scope) => within(unit, scope))) return { is: 'refused', say: refusals.notAllowed.say }
  return { is: 'found', unit, month, ...(month === newest.month && { record: newest }) }
}
