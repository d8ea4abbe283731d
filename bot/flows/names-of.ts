import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import type { Turn } from '../declare.ts'

/** Names of the colleagues whose figures were there first; read only when somebody was. */
export const namesOf = async (
  turn: Turn,
  results: readonly FirmResult[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = results.flatMap((result) =>
    result.is === 'superseded' && result.report.filedBy ? [result.report.filedBy] : [],
  )
  const people = await Promise.all([...new Set(ids)].map((id) => turn.ports.store.person(id)))
  return new Map(people.flatMap((person) => (person ? [[person.id, person.name]] : [])))
}
