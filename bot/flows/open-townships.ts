import type { Month } from '../../shared/domain/month.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import type { Person } from '../../shared/domain/person.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Plan, Ports } from '../../shared/ports.ts'
import { newestMonth } from '../../shared/usecases/progress.ts'

type Asking = { ports: Ports; plan: Plan; who: Person }

/** The townships that somebody files for, of the newest month if none is given; a closed one is among them. */
export const ownTownships = async (
  { ports, plan, who }: Asking,
  given?: Month,
): Promise<{ month: Month; tallies: Tally[] } | undefined> => {
  const { id } = plan.programme
  const month = given ?? (await newestMonth(ports, plan))
  if (month === undefined) return undefined
  const own = scopeFor(who, id, 'file').map((township) =>
    ports.store.tally({ programme: id, month, township }),
  )
  return { month, tallies: (await Promise.all(own)).filter((tally) => tally !== undefined) }
}
