import * as z from 'zod'
import { ImportedTable } from './import-state.ts'

/** Whom or what a table keeps: a programme's people or its units. */
export const Roster = z.enum(['people', 'units'])
export type Roster = z.infer<typeof Roster>

export const RosterState = z.object({
  programme: z.string(),
  what: Roster,
  table: ImportedTable.optional(),
  /** How many lines of the list were shown before. */
  from: z.number().int().nonnegative().optional(),
})
export type RosterState = z.infer<typeof RosterState>
