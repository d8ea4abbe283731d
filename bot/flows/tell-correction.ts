import type { Correction } from '../../shared/domain/correction.ts'
import type { OpenId } from '../../shared/domain/person.ts'
import { parentOf } from '../../shared/domain/unit.ts'
import type { Change } from '../../shared/ports.ts'
import type { Turn } from '../declare.ts'
import { tellPrivately } from './tell-privately.ts'

/** District staff hear of a request, each in a message of its own: it waits for an answer until a day. */
export const tellCorrection = async (turn: Turn, correction: Correction): Promise<Change[]> => {
  const unit = parentOf(correction.township)
  const people = unit ? await turn.ports.store.people(correction.programme, { unit, role: 'district' }) : []
  return people.map(({ person }) => push(turn, correction, 'correction-asked', person))
}

/** Whoever asked hears the answer. */
export const tellDecided = (turn: Turn, correction: Correction): Change[] => [
  push(turn, correction, 'correction-decided', correction.by),
]

const push = (turn: Turn, correction: Correction, kind: string, person: OpenId): Change => {
  const { township, number } = correction
  return tellPrivately(turn, correction, kind, person, { township, number })
}
