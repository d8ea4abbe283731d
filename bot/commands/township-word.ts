import * as z from 'zod'
import { findUnits } from '../../shared/domain/plan.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Turn } from '../declare.ts'
import { townshipsToStaff } from '../flows/township-people.ts'
import { refusals } from '../words/refusals.ts'
import { unitWords } from '../words/units.ts'

/** `金沙街道`, or nothing. */
export const TownshipWord = z.array(z.string()).transform(([name]) => name)

/** The townships that somebody may staff: all of theirs, or the named one; else why there is none. */
export const townshipsAsked = async (
  turn: Turn,
  name: string | undefined,
): Promise<{ is: 'found'; townships: UnitPath[] } | { is: 'refused'; say: string }> => {
  const own = await townshipsToStaff(turn)
  if (name === undefined) return { is: 'found', townships: own }
  const found = findUnits(turn.plan.units, name).map(({ path }) => path)
  const townships = found.filter((path) => own.includes(path))
  if (townships.length > 0) return { is: 'found', townships }
  return { is: 'refused', say: found.length > 0 ? refusals.notAllowed.say : unitWords.notFound(name) }
}
