import type { Enterprise } from '../../shared/domain/enterprise.ts'
import { peopleIn, withNames } from '../../shared/domain/person.ts'
import type { Ports } from '../../shared/ports.ts'
import type { NamedStage } from '../cards/enterprise-stages.ts'

/** The changes of a firm's entry, oldest first; read only where it was ever changed. */
export const stagesOf = async (
  { store }: Ports,
  programme: string,
  { code, revision }: Enterprise,
): Promise<NamedStage[]> => {
  if (revision === undefined) return []
  const stages = (await store.history(programme, code))?.stages ?? []
  const ids = new Set(stages.flatMap(({ by, reason }) => [by, ...peopleIn(reason)]))
  const people = await Promise.all([...ids].map((id) => store.person(id)))
  const nameOf = (id: string) => people.find((person) => person?.id === id)?.name ?? ''
  return stages.map((stage) => ({
    stage: { ...stage, reason: withNames(stage.reason, nameOf) },
    by: nameOf(stage.by),
  }))
}
