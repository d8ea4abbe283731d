import { basename } from 'node:path'
import type { Enrolment } from '../../../shared/domain/enrolment.ts'
import { readPeople, roleNames } from '../../../shared/domain/import-people.ts'
import { nameOf } from '../../../shared/domain/plan.ts'
import type { Plan } from '../../../shared/ports.ts'
import { enrolmentChanges, findPeople, importPeople } from '../../../shared/usecases/import-people.ts'
import { OPERATOR } from '../operator.ts'
import { addressBook } from './address-book.ts'
import type { Decided, Importing } from './importing.ts'
import { noTable, type Row } from './preview.ts'
import { peopleRefusals } from './refusals.ts'

export const decidePeople = async ({
  ports,
  plan,
  sheets,
  file,
  by = OPERATOR,
  at,
}: Importing): Promise<Decided> => {
  const lines = readPeople(sheets) ?? noTable(file, 'people')
  const found = await findPeople(await addressBook(), lines)
  const decided = await importPeople(ports, plan, found, { giver: undefined, at })
  const changed = decided.filter(({ is }) => is !== 'refused' && is !== 'same')
  const deed = { by, at, via: 'admin:people', reason: basename(file) }
  return {
    rows: decided.map((one) => rowOf(plan, one)),
    steps: changed.length,
    async write(onStep) {
      let left = 0
      for (const [index, one] of changed.entries()) {
        const done = await ports.store.commit(await enrolmentChanges(ports, plan, one, deed))
        left += done.is === 'conflict' ? 1 : 0
        onStep(index + 1)
      }
      return left
    },
  }
}

const rowOf = ({ units }: Plan, one: Enrolment): Row => {
  const { rows, name, is } = one
  if (is === 'refused')
    return { rows, name, is, say: [...new Set(one.refusals.map(({ why }) => peopleRefusals[why]))].join('') }
  const post = ({ role, unit }: (typeof one.given)[number]) => `${nameOf(units, unit)}${roleNames[role]}`
  return {
    rows,
    name,
    is,
    say: [
      ...one.given.map((given) => `＋${post(given)}`),
      ...one.taken.map((taken) => `－${post(taken)}`),
    ].join('，'),
  }
}
