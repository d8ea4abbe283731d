import type { Month } from '../../shared/domain/month.ts'
import type { Role } from '../../shared/domain/person.ts'
import { inPlanOrder, nameOf } from '../../shared/domain/plan.ts'
import type { Push } from '../../shared/domain/push.ts'
import { openCount, type Tally } from '../../shared/domain/tally.ts'
import { type UnitPath, within } from '../../shared/domain/unit.ts'
import type { NoticeContext } from '../declare.ts'
import type { Owing } from '../words/reminders.ts'

/** The townships that somebody answers for in a role, as they stand when the notice is sent. */
export const talliesFor = async (
  context: NoticeContext,
  push: Push,
  roles: readonly Role[],
): Promise<Tally[]> => {
  if (push.month === undefined || context.person === undefined) return []
  const scopes = context.person.roles
    .filter(({ programme, role }) => programme === push.programme && roles.includes(role))
    .map(({ unit }) => unit)
  const tallies = await openTallies(context, push.month)
  return tallies.filter(({ township }) => scopes.some((scope) => within(township, scope)))
}

/** Tallies of a month that is not closed, in the plan's order; after the close every reminder of it is untrue. */
export const openTallies = async ({ ports, plan }: NoticeContext, month: Month): Promise<Tally[]> => {
  const compare = inPlanOrder(plan.units)
  return (await ports.store.tallies(plan.programme.id, month))
    .filter(({ closed }) => !closed)
    .toSorted((a, b) => compare(a.township, b.township))
}

export const owingOf = ({ plan }: NoticeContext, tallies: readonly Tally[]): Owing[] =>
  tallies
    .filter((tally) => openCount(tally.counts) > 0)
    .map((tally) => ({
      name: nameOf(plan.units, tally.township),
      open: openCount(tally.counts),
      difficulty: tally.difficulty?.reason.split('：')[0],
    }))

/** Owing and not explained: the ones that are reminded. */
export const unexplained = (tallies: readonly Tally[]): Tally[] =>
  tallies.filter((tally) => openCount(tally.counts) > 0 && tally.difficulty === undefined)

export const below = (tallies: readonly Tally[], unit: UnitPath): Tally[] =>
  tallies.filter(({ township }) => within(township, unit))
