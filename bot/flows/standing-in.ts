import { inPlaceOf, type Person } from '../../shared/domain/person.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Ports } from '../../shared/ports.ts'
import { handoverWords } from '../words/handover.ts'
import { standInWords } from '../words/stand-in.ts'

/** By township what a stand-in reads above the firms: in whose place, and until when. */
export const standingIn = async (
  { store }: Pick<Ports, 'store'>,
  tallies: readonly Tally[],
  who: Person,
): Promise<ReadonlyMap<UnitPath, string>> => {
  const lines = tallies.map(async ({ programme, township }) => {
    const standIn = inPlaceOf(who, programme, township)
    if (standIn === undefined) return []
    const name = (await store.person(standIn.for))?.name ?? handoverWords.colleague
    return [[township, standInWords.home(name, standIn.until)] as const]
  })
  return new Map((await Promise.all(lines)).flat())
}
