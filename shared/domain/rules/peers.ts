import { SCALE } from '../amount.ts'
import { hidiroglouBerthelot, type Judgement } from '../statistics/hidiroglou-berthelot.ts'
import { type UnitPath, within } from '../unit.ts'
import { findingOf, type GroupFinding, type Peer, type RuleOf, rulesOf } from './group.ts'

type Rule = RuleOf<'peers'>

/** A peer whose change can be told: both months above zero. */
type Changed = { peer: Peer; now: number; before: number }

/**
 * Whose change from last month is unlike that of its peers, among the firms of one district. Peers are the firms of its
 * division in the district; where fewer than the rule asks for changed, those of the division in the city; then all.
 * `city` holds every firm that is known, the district's among them: with fewer, the rule abstains sooner.
 */
export const peerFindings = (city: readonly Peer[], district: UnitPath): GroupFinding[] =>
  rulesOf('peers').flatMap((rule) => {
    const changed = city.flatMap((peer) => changeOf(rule, peer))
    const here = changed.filter(({ peer }) => within(peer.township, district))
    const divisions = [...new Set(here.map(({ peer }) => peer.division))]
    return divisions.flatMap((division) => {
      const own = here.filter(({ peer }) => peer.division === division)
      const stratum = stratumOf(rule, own, changed, division)
      return stratum === undefined ? [] : unlike(rule, own, stratum)
    })
  })

const changeOf = ({ on }: Rule, peer: Peer): Changed[] => {
  const [now = 0, before = 0] = [peer.figures[on], peer.last?.[on]]
  return now > 0 && before > 0 ? [{ peer, now: now / SCALE, before: before / SCALE }] : []
}

type Stratum = { is: 'district' | 'city' | 'all'; firms: readonly Changed[] }

const stratumOf = (
  { atLeast }: Rule,
  own: readonly Changed[],
  all: readonly Changed[],
  division: string,
): Stratum | undefined => {
  const strata: Stratum[] = [
    { is: 'district', firms: own },
    { is: 'city', firms: all.filter(({ peer }) => peer.division === division) },
    { is: 'all', firms: all },
  ]
  return strata.find(({ firms }) => firms.length >= atLeast)
}

const unlike = (rule: Rule, own: readonly Changed[], { is, firms }: Stratum): GroupFinding[] => {
  const judged = hidiroglouBerthelot(firms, rule)
  return own.flatMap((firm) =>
    isOutside(judged, firms.indexOf(firm))
      ? [
          findingOf(rule, [firm.peer.code], {
            value: firm.peer.figures[rule.on],
            last: firm.peer.last?.[rule.on],
            middle: judged?.middle,
            firms: firms.length,
            stratum: is,
          }),
        ]
      : [],
  )
}

const isOutside = (judged: Judgement | undefined, index: number): boolean => judged?.outside[index] === true
