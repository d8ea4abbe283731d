import type { Tally } from '../../shared/domain/tally.ts'
import { filingHome } from '../cards/filing-home.ts'
import type { Card } from '../cards/kit.ts'
import type { Turn } from '../declare.ts'
import { sharedOut } from './shared-out.ts'
import { standingIn } from './standing-in.ts'

/** Where an officer begins, with every township of these that is theirs; undefined where none is. */
export const homeOf = async (turn: Turn, tallies: readonly Tally[]): Promise<Card | undefined> => {
  const { plan, ports, who, at } = turn
  const units = who.roles
    .filter(
      ({ programme, role }) => programme === plan.programme.id && (role === 'officer' || role === 'head'),
    )
    .map(({ unit }) => unit)
  const [first, ...others] = tallies.filter(({ township, closed }) => !closed && units.includes(township))
  if (first === undefined) return undefined
  const own = [first, ...others] as const
  return filingHome({
    ...{ plan, tallies: own, at, shared: await sharedOut(ports, own, who) },
    standingIn: await standingIn(ports, own, who),
  })
}
