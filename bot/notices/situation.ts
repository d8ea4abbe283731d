import type { Month } from '../../shared/domain/month.ts'
import type { Role } from '../../shared/domain/person.ts'
import { inPlanOrder, nameOf } from '../../shared/domain/plan.ts'
import type { Push } from '../../shared/domain/push.ts'
import {
  chasedCount,
  explainedCount,
  hasExplained,
  openCount,
  type Tally,
} from '../../shared/domain/tally.ts'
import { type UnitPath, within } from '../../shared/domain/unit.ts'
import type { NoticeContext } from '../declare.ts'
import { owedOf } from '../words/owed.ts'
import type { Owing } from '../words/reminders.ts'

/** The townships that somebody answers for in a role, as they stand when the notice is sent. */
export const talliesFor = (context: NoticeContext, push: Push, roles: readonly Role[]): Promise<Tally[]> =>
  scoped(context, push, roles, openTallies)

/** The same of a month that is closed: the townships that left firms unfiled. */
export const leftUnfiled = (context: NoticeContext, push: Push, roles: readonly Role[]): Promise<Tally[]> =>
  scoped(context, push, roles, async (of, month) =>
    (await inOrder(of, month)).filter(({ closed, counts }) => closed && openCount(counts) > 0),
  )

const scoped = async (
  context: NoticeContext,
  push: Push,
  roles: readonly Role[],
  read: (context: NoticeContext, month: Month) => Promise<Tally[]>,
): Promise<Tally[]> => {
  if (push.month === undefined || context.person === undefined) return []
  const scopes = context.person.roles
    .filter(({ programme, role }) => programme === push.programme && roles.includes(role))
    .map(({ unit }) => unit)
  const tallies = await read(context, push.month)
  return tallies.filter(({ township }) => scopes.some((scope) => within(township, scope)))
}

/** Tallies of a month that is not closed, in the plan's order; after the close every reminder of it is untrue. */
export const openTallies = async (context: NoticeContext, month: Month): Promise<Tally[]> =>
  (await inOrder(context, month)).filter(({ closed }) => !closed)

const inOrder = async ({ ports, plan }: NoticeContext, month: Month): Promise<Tally[]> => {
  const compare = inPlanOrder(plan.units)
  return (await ports.store.tallies(plan.programme.id, month)).toSorted((a, b) =>
    compare(a.township, b.township),
  )
}

export const owingOf = ({ plan }: Pick<NoticeContext, 'plan'>, tallies: readonly Tally[]): Owing[] =>
  tallies
    .filter((tally) => openCount(tally.counts) > 0)
    .map((tally) => ({
      name: nameOf(plan.units, tally.township),
      ...owedOf(tally.counts),
      explained: explainedCount(tally),
      difficulty: kindsOf(tally),
    }))

/** The kinds of difficulty that were chosen, without anybody's own words. */
const kindsOf = ({ difficulties = [] }: Tally): string | undefined =>
  difficulties.length === 0
    ? undefined
    : [...new Set(difficulties.map(({ reason }) => reason.split('：')[0] ?? ''))].join('、')

/** Owing something that nobody has explained: the ones that are chased. */
export const unexplained = (tallies: readonly Tally[]): Tally[] =>
  tallies.filter((tally) => chasedCount(tally) > 0)

/** An officer's townships of which there is still something to remind that person of. */
export const remindedOf = async (context: NoticeContext, push: Push): Promise<Tally[]> => {
  const { person } = context
  const tallies = unexplained(await talliesFor(context, push, ['officer']))
  return tallies.filter((tally) => person !== undefined && !hasExplained(tally, person.id))
}

export const below = (tallies: readonly Tally[], unit: UnitPath): Tally[] =>
  tallies.filter(({ township }) => within(township, unit))
