import { createHash } from 'node:crypto'
import { newId } from '../ids.ts'
import type { Fault } from '../state/model.ts'
import type { State } from '../state/state.ts'

export type Faults = ReturnType<typeof createFaults>
type FaultKind = Fault['kind']

/** Independent faults, each with its own luck; the same seed gives the same misfortune. */
export function createFaults(state: State) {
  const strikes = (fault: Fault) => {
    if (fault.count !== null && fault.fired >= fault.count) return false
    const draw =
      createHash('sha256').update(`${fault.seed}:${fault.draws}`).digest().readUInt32BE(0) / 2 ** 32
    return draw < fault.probability
  }

  return {
    add(given: Pick<Fault, 'kind' | 'probability' | 'count' | 'seed' | 'api'>): Fault {
      const fault: Fault = { ...given, id: newId.short(), draws: 0, fired: 0 }
      state.commit(state.faults.put(fault.id, fault))
      return fault
    },

    /** Whether a fault of this kind strikes now; `subject` is the API's or the event's name. */
    strike(kind: FaultKind, subject: string): boolean {
      const able = state.faults.all().filter((fault) => fault.kind === kind && subject.startsWith(fault.api))
      let struck = false
      for (const fault of able) {
        const hit = strikes(fault)
        state.commit(
          state.faults.put(fault.id, {
            ...fault,
            draws: fault.draws + 1,
            fired: fault.fired + (hit ? 1 : 0),
          }),
        )
        struck ||= hit
      }
      return struck
    },
  }
}
