import type { OpenId } from '../../shared/domain/person.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Change } from '../../shared/ports.ts'
import type { Turn } from '../declare.ts'
import { tellPrivately } from './tell-privately.ts'

/** The township's other officers. */
export const colleaguesOf = async (
  { ports, who, at }: Turn,
  { programme, township }: Pick<Tally, 'programme' | 'township'>,
): Promise<{ person: OpenId; name: string }[]> => {
  const officers = await ports.store.people(programme, { unit: township, role: 'officer', at })
  return officers.filter(({ person }) => person !== who.id)
}

/**
 * Colleagues hear whose word stopped their reminders, or brought them back. It takes none of the five pushes of the
 * month: it answers what a person did, it stands in the place of reminders that will not come, and it must not be held
 * back for want of them.
 */
export const tellColleagues = (
  turn: Turn,
  of: Pick<Tally, 'programme' | 'month' | 'township'>,
  said: 'explained' | 'resumed',
  people: readonly OpenId[],
): Change[] =>
  people.map((person) =>
    tellPrivately(turn, of, 'colleague', person, { township: of.township, by: turn.who.id, said }),
  )
