import * as z from 'zod'
import type { OpenId } from '../../shared/domain/person.ts'
import type { Change } from '../../shared/ports.ts'
import { areTooMany, heldAs, whoIsGone } from '../../shared/usecases/people-compare.ts'
import { letGo } from '../../shared/usecases/people-left.ts'
import { defineWork, type WorkContext } from '../declare-work.ts'
import { peopleLeft } from '../words/people-left.ts'

/**
 * A programme's people compared with the address book: whoever is gone loses every role. Nothing is changed before all of
 * them have been asked about. `confirmed`: how many at once an administrator has agreed to.
 */
export default defineWork({
  kind: 'compare-people',
  facts: z.object({ confirmed: z.number().optional() }),
  async *run(context, { confirmed = 0 }) {
    const { ports, plan, who, at } = context
    const programme = plan.programme.id
    const found = await whoIsGone(ports, programme, at)
    if (areTooMany(found, confirmed)) {
      const held = { at, gone: found.gone.length, of: found.asked }
      ports.log('warn', 'people-held', { programme, gone: held.gone, of: held.of })
      yield { mark: 'held', changes: () => heldAs(ports, programme, held) }
      return
    }
    // Once the job's own person has left, it is not taken up again.
    const self = found.gone.filter((id) => id === who.id)
    for (const id of [...found.gone.filter((one) => one !== who.id), ...self])
      yield { mark: `left:${id}`, changes: () => changesFor(context, id) }
    yield { mark: 'compared', changes: () => heldAs(ports, programme, undefined) }
  },
  failed: () => peopleLeft.notCompared,
})

const changesFor = async ({ ports }: WorkContext, id: OpenId): Promise<Change[]> => {
  const person = await ports.store.person(id)
  return person ? letGo(ports, person, ports.clock.now()) : []
}
