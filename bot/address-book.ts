import type { Instant } from '../shared/domain/instant.ts'
import type { OpenId } from '../shared/domain/person.ts'
import type { Change, Incoming, Ports } from '../shared/ports.ts'
import { comparison } from '../shared/usecases/people-compare.ts'
import { letGo } from '../shared/usecases/people-left.ts'

/** Somebody has left the organisation; about somebody whom we do not know nothing is kept. */
export const leftChanges = async (ports: Ports, left: OpenId, at: Instant): Promise<Change[]> => {
  const person = await ports.store.person(left)
  return person ? letGo(ports, person, at) : []
}

const HOUR_MS = 3_600_000

/** Departments move by dozens: at the next full hour everybody is compared once. */
export const planComparisons = async (
  ports: Ports,
  { id }: Extract<Incoming, { is: 'departments-moved' }>,
): Promise<void> => {
  const due = (Math.floor(ports.clock.now() / HOUR_MS) + 1) * HOUR_MS
  const programmes = await ports.store.programmes()
  const jobs = await Promise.all(
    programmes.map((programme) => comparison(ports, programme, { key: `departments:${due}`, due })),
  )
  const changes = jobs.filter((job) => job !== undefined)
  // Where it is planned already, there is nothing to plan.
  for (const change of changes) await ports.store.commit([change], `${id}:${change.push.programme}`)
}
