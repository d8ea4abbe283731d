import type { ImportedTable } from '../cards/import-state.ts'
import type { RosterState } from '../cards/roster-state.ts'
import type { Token } from '../declare.ts'

export const rosterFlow = { id: 'roster', version: 1 }

type Of = Pick<RosterState, 'programme' | 'what'>

const tokenOf = (step: string, state: RosterState): Token => ({
  flow: rosterFlow.id,
  version: rosterFlow.version,
  step,
  state,
})

/** 确认修改 and 不改, of a table that was shown. */
export const rosterTokens = (
  { programme, what }: Of,
  table: ImportedTable,
): { confirm: Token; drop: Token } => ({
  confirm: tokenOf('confirm', { programme, what, table }),
  drop: tokenOf('drop', { programme, what }),
})

/** The list from a place in its order, and its workbook. */
export const rosterPageToken = ({ programme, what }: Of, from: number): Token =>
  tokenOf('page', { programme, what, from })
export const rosterDownloadToken = ({ programme, what }: Of): Token =>
  tokenOf('download', { programme, what })
