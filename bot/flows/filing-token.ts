import type { FilingState, FilingToken } from '../cards/filing-state.ts'

export const filingFlow = { id: 'report-figures', version: 1 }

/** What rides in the buttons of the filing cards: a step, and the state that it starts from. */
export const filingToken =
  (state: FilingState): FilingToken =>
  (step, patch) => ({ flow: filingFlow.id, version: filingFlow.version, step, state: { ...state, ...patch } })
