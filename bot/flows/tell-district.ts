import type { Tally } from '../../shared/domain/tally.ts'
import { parentOf } from '../../shared/domain/unit.ts'
import type { Change } from '../../shared/ports.ts'
import type { Turn } from '../declare.ts'

/** District staff hear what a township has told; a later telling changes the message that the first one sent. */
export const tellDistrict = async (
  turn: Turn,
  { programme, month, township }: Pick<Tally, 'programme' | 'month' | 'township'>,
): Promise<Change[]> => {
  const unit = parentOf(township)
  const people = unit ? await turn.ports.store.people(programme, { unit, role: 'district' }) : []
  return people.map(({ person }) => ({
    is: 'push',
    push: {
      id: `news:${month}:${turn.id}:${person}`,
      lane: 'bulk',
      due: turn.at,
      kind: 'township-news',
      programme,
      month,
      to: { person },
      facts: { township },
      quiet: true,
      proactive: false,
      thread: `news:${month}:${township}:${person}`,
    },
  }))
}
