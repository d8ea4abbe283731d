import type { Change, Settlement } from '../../shared/ports.ts'
import { overriddenIn } from '../../shared/usecases/overridden.ts'
import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import type { Turn } from '../declare.ts'
import { tellPrivately } from './tell-privately.ts'

/**
 * A colleague whose figures gave way hears of it in a message of its own, one for each press, however many firms. It takes
 * none of the five pushes of the month: nobody planned it, it answers what a person did to a figure that the colleague
 * answers for, and neither may it be held back for want of a push, nor cost the colleague a reminder. It is as rare as
 * the conflict: each one takes a press and a written reason. No figure is in it before it is drawn.
 */
export const tellOverridden = (
  turn: Turn,
  results: readonly FirmResult[],
  settlement: Settlement,
): Change[] => {
  const { after } = settlement
  return [...overriddenIn(results, settlement)].map(([person, reports]) =>
    tellPrivately(turn, after, 'overridden', person, {
      township: after.township,
      firms: reports.map(({ code, revision }) => `${code}@${revision}`),
    }),
  )
}
