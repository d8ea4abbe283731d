import type { OpenId } from '../../shared/domain/person.ts'
import type { Push } from '../../shared/domain/push.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Change } from '../../shared/ports.ts'
import type { Turn } from '../declare.ts'

/**
 * A private message that answers what somebody did, once for each turn and person. It waits for the end of the quiet
 * hours and takes none of the five pushes of the month.
 */
export const tellPrivately = (
  { id, at }: Pick<Turn, 'id' | 'at'>,
  { programme, month }: Pick<Tally, 'programme' | 'month'>,
  kind: string,
  person: OpenId,
  facts: Push['facts'],
): Change => ({
  is: 'push',
  push: {
    id: `${kind}:${month}:${id}:${person}`,
    lane: 'bulk',
    due: at,
    kind,
    programme,
    month,
    to: { person },
    facts,
    quiet: true,
    proactive: false,
  },
})
