import type { UnitLine } from '../../shared/domain/import-units.ts'
import type { UnitDecision } from '../../shared/domain/unit-changes.ts'
import { importUnits, unitsChange } from '../../shared/usecases/import-units.ts'
import type { WorkContext } from '../declare-work.ts'
import { unitSentence, unitsTable } from '../words/units-table.ts'
import type { RosterDeed, RosterKind, RosterRead } from './roster-reading.ts'

/** A table of units: decided on the tree as it would be, and done at once as the plan's next version. */
export const unitsRead = async (
  { ports, plan, who }: WorkContext,
  lines: readonly UnitLine[],
  { via }: RosterDeed,
): Promise<RosterRead> => {
  const programme = plan.programme.id
  const decide = () => importUnits(ports, programme, lines, { giver: who, at: ports.clock.now() })
  const { decisions } = await decide()
  const of = new Map(decisions.map((one) => [one.row, one]))
  const changes = decisions.filter(({ is }) => is !== 'same' && is !== 'refused').length
  return {
    ...{ is: 'roster', what: 'units', changes, absent: [] },
    rows: lines.flatMap((line) => {
      const one = of.get(line.row)
      if (one === undefined) return []
      return [{ row: line.row, cells: cellsOf(line), kind: kindOf(one), sentence: unitSentence(one) }]
    }),
    remarks: [unitsTable.basis],
    steps:
      changes === 0
        ? []
        : [
            {
              mark: 'plan',
              changes: async () => {
                const now = await decide()
                ports.log('info', 'plan-version', { programme, version: now.plan.programme.version, via })
                return unitsChange(now, who.id)
              },
            },
          ],
  }
}

/** Nothing is to be done for a unit that goes and is not in the plan. */
const kindOf = (one: UnitDecision): RosterKind => {
  if (one.is !== 'refused') return one.is
  return one.refusal.why === 'going-new' ? 'same' : 'refused'
}

const cellsOf = ({ name, parent, code, from = '', until = '', state, path }: UnitLine): string[] => [
  ...[name, parent, code, from, until, state, path],
]
