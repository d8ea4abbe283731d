import { type Tally, unreviewedCount } from '../../shared/domain/tally.ts'
import { within } from '../../shared/domain/unit.ts'
import type { Turn } from '../declare.ts'

/** Those of the tallies that wait for this reviewer. */
export const waitingFor = ({ who, plan }: Turn, tallies: readonly Tally[]): Tally[] => {
  const units = who.roles
    .filter(({ programme, role }) => programme === plan.programme.id && role === 'district')
    .map(({ unit }) => unit)
  return tallies.filter(
    ({ township, counts, closed }) =>
      !closed && unreviewedCount(counts) > 0 && units.some((unit) => within(township, unit)),
  )
}
