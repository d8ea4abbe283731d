import type { Enrolment } from '../../shared/domain/enrolment.ts'
import { type PeopleLine, roleNames } from '../../shared/domain/import-people.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import {
  enrolmentChanges,
  findPeople,
  importPeople,
  notInTable,
} from '../../shared/usecases/import-people.ts'
import type { WorkContext } from '../declare-work.ts'
import { enrolmentSentence, peopleTable } from '../words/people-table.ts'
import type { RosterDeed, RosterKind, RosterRead } from './roster-reading.ts'

/** A table of people: each found in the address book, decided by the sender's own scope, and done in a commit of its own. */
export const peopleRead = async (
  context: WorkContext,
  lines: readonly PeopleLine[],
  deed: RosterDeed,
): Promise<RosterRead> => {
  const { ports, plan, who } = context
  const given = { giver: who, at: ports.clock.now() }
  const found = await findPeople(ports.contacts, lines)
  const decided = await importPeople(ports, plan, found, given)
  const absent = await notInTable(ports, plan, found, who)
  const of = new Map(decided.flatMap((one) => one.rows.map((row) => [row, one] as const)))
  const changed = decided.filter(({ is }) => is !== 'same' && is !== 'refused')
  const losesFirms = changed.some((one) => 'taken' in one && one.taken.some(({ role }) => role === 'officer'))
  const people = new Set(absent.map(({ person }) => person)).size
  return {
    ...{ is: 'roster', what: 'people' },
    rows: lines.flatMap((line) => {
      const one = of.get(line.row)
      if (one === undefined) return []
      const sentence = enrolmentSentence(plan, one, line.row)
      return [{ row: line.row, cells: cellsOf(line), kind: kindOf(one), sentence }]
    }),
    absent: absent.map(({ name, unit, role }) => [
      ...[name, '', nameOf(plan.units, unit), roleNames[role], '', ''],
    ]),
    changes: changed.length,
    remarks: [
      peopleTable.basis,
      ...(losesFirms ? [peopleTable.handover] : []),
      ...(people > 0 ? [peopleTable.absent(people)] : []),
    ],
    steps: changed.map((one) => ({
      mark: `person-${one.rows.join('.')}`,
      changes: async () => {
        const own = found.filter(({ line }) => one.rows.includes(line.row))
        const [now] = await importPeople(ports, plan, own, given)
        return now ? enrolmentChanges(ports, plan, now, { by: who.id, at: ports.clock.now(), ...deed }) : []
      },
    })),
  }
}

/** Nothing is to be done for somebody who leaves and is not on the list. */
const kindOf = (one: Enrolment): RosterKind => {
  if (one.is !== 'refused') return one.is
  return one.refusals.every(({ why }) => why === 'not-enrolled') ? 'same' : 'refused'
}

/** The number is not written again. */
const cellsOf = ({ name, unit, role, state, id }: PeopleLine): string[] => [name, '', unit, role, state, id]
