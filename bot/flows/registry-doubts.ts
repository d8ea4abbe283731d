import { readCreditCode } from '../../shared/domain/credit-code.ts'
import type { Enterprise } from '../../shared/domain/enterprise.ts'
import { keptName } from '../../shared/domain/firm-names.ts'
import { may } from '../../shared/domain/permission.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { Card } from '../cards/kit.ts'
import { doubtCard, existsCard } from '../cards/registry-add.ts'
import type { Turn } from '../declare.ts'
import { registryWords as words } from '../words/registry.ts'
import { type AddState, addToken, changeToken } from './registry-token.ts'

/** Where several officers share a township's firms out, somebody says whose this one is. */
export const sharingOfficers = async ({ ports, plan }: Turn, unit: UnitPath) => {
  const officers = await ports.store.people(plan.programme.id, { unit, role: 'officer' })
  return officers.length > 1 ? officers : []
}

/** Once more, with the reasons to look twice. */
export const askAgain = async (turn: Turn, near: readonly Enterprise[], state: AddState): Promise<Card> => {
  const { code = '', name = '', unit } = state.typed ?? {}
  const reading = readCreditCode(code)
  const innerCheckFails = reading.is === 'code' && reading.innerCheckFails
  const officers = await sharingOfficers(turn, UnitPath.parse(unit))
  return doubtCard(
    turn.plan,
    { name: keptName(name), near, innerCheckFails, officers },
    { confirm: addToken('confirm', state), back: addToken('form', state) },
  )
}

/** The code is a firm's already: where that is, and what may be done there. */
export const taken = ({ plan, who }: Turn, firm: Enterprise, state: AddState): Card => {
  const { programme } = state
  const ways = (['move', 'rename'] as const).map((move) => ({
    say: words.moves[move],
    to: changeToken('form', { programme, code: firm.code, move }),
  }))
  return existsCard(plan, firm, {
    ways: may(who, programme, 'keepRegistry', firm.unit) ? ways : [],
    back: addToken('form', state),
  })
}
