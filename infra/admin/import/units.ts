import { readUnits } from '../../../shared/domain/import-units.ts'
import type { UnitDecision } from '../../../shared/domain/unit-changes.ts'
import { importUnits, unitsChange } from '../../../shared/usecases/import-units.ts'
import { OPERATOR } from '../operator.ts'
import type { Decided, Importing } from './importing.ts'
import { noTable, type Row } from './preview.ts'
import { unitRefusals } from './refusals.ts'

export const decideUnits = async ({
  ports,
  plan,
  sheets,
  file,
  by = OPERATOR,
  at,
}: Importing): Promise<Decided> => {
  const lines = readUnits(sheets) ?? noTable(file, 'units')
  const imported = await importUnits(ports, plan.programme.id, lines, { giver: undefined, at })
  const changes = unitsChange(imported, by)
  return {
    rows: imported.decisions.map(rowOf),
    steps: changes.length,
    async write(onStep) {
      if (changes.length === 0) return 0
      const done = await ports.store.commit(changes)
      onStep(changes.length)
      return done.is === 'conflict' ? 1 : 0
    },
  }
}

const rowOf = (one: UnitDecision): Row => {
  const { row, name, is } = one
  const rows = [row]
  if (is === 'refused') return { rows, name, is, say: unitRefusals[one.refusal.why] }
  if (is === 'gone') return { rows, name, is, say: one.before.path }
  const { path, from, until } = one.after
  const say = `${path}${from ? `，从 ${from} 起` : ''}${until ? `，到 ${until} 止` : ''}`
  return { rows, name, is: is === 'ended' ? 'gone' : is, say }
}
