import { readPeople } from '../../shared/domain/import-people.ts'
import { readUnits } from '../../shared/domain/import-units.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import { MOST_ROWS } from '../../shared/domain/table/rows.ts'
import type { Step } from '../../shared/usecases/run-steps.ts'
import type { Roster } from '../cards/roster-state.ts'
import type { WorkContext } from '../declare-work.ts'
import { rosterWords } from '../words/roster.ts'
import { peopleRead } from './people-table.ts'
import { unitsRead } from './units-table.ts'
import type { Content } from './workbook-content.ts'

/** What a row is counted as. */
export type RosterKind = keyof typeof rosterWords.counted

/** A table of people or units with what it leads to: a sentence for every row, and the commits that do it. */
export type RosterRead = {
  is: 'roster'
  what: Roster
  rows: readonly { row: number; cells: readonly string[]; kind: RosterKind; sentence: string }[]
  /** What the lists have and the table has not. */
  absent: readonly (readonly string[])[]
  /** How many people or units would change. */
  changes: number
  remarks: readonly string[]
  steps: readonly Step[]
}

type Sheets = Extract<Content, { is: 'sheets' }>
/** For the record: through which message, and from which file. */
export type RosterDeed = { via: string; reason: string }

/** Reads a table of people or units; undefined where the workbook is neither, or not the sender's to bring. */
export const readRoster = async (
  context: WorkContext,
  { sheets }: Sheets,
  deed: RosterDeed,
): Promise<RosterRead | { is: 'refused'; say: string } | undefined> => {
  const { who, plan } = context
  const keeps = (action: 'keepPeople' | 'keepUnits') => scopeFor(who, plan.programme.id, action).length > 0
  const people = keeps('keepPeople') ? readPeople(sheets) : undefined
  const units = people === undefined && keeps('keepUnits') ? readUnits(sheets) : undefined
  const rows = people?.length ?? units?.length ?? 0
  if (rows > MOST_ROWS) return { is: 'refused', say: rosterWords.tooMany(rows, MOST_ROWS) }
  if (people) return peopleRead(context, people, deed)
  return units && unitsRead(context, units, deed)
}
