import type { Month } from '../../shared/domain/month.ts'
import { ownerOf, type Role } from '../../shared/domain/person.ts'
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
import { withoutOfficer } from '../../shared/usecases/whom-to-ask.ts'
import type { NoticeContext } from '../declare.ts'
import { owedOf } from '../words/owed.ts'
import type { Owing } from '../words/reminders.ts'

/** The townships that somebody answers for in a role, as they stand when the notice is sent. */
export const talliesFor = (context: NoticeContext, push: Push, roles: readonly Role[]): Promise<Tally[]> =>
  scoped(context, push, roles, openTallies)

/** The townships that somebody is to file for: an officer's, and a head's that has no officer. */
export const talliesToFile = async (context: NoticeContext, push: Push): Promise<Tally[]> => {
  const tallies = await talliesFor(context, push, ['officer', 'head'])
  const roles = context.person?.roles ?? []
  const headed = tallies.filter(
    ({ programme, township }) =>
      !roles.some(
        (one) => one.programme === programme && one.role === 'officer' && within(township, one.unit),
      ),
  )
  const unstaffed = await unstaffedIn(context, headed)
  return tallies.filter((tally) => !headed.includes(tally) || unstaffed(tally.township))
}

/** 暂无经办人: whether a township has neither an officer nor somebody who stands in for one. */
export const unstaffedIn = async (
  { ports, plan, at }: NoticeContext,
  tallies: readonly Tally[],
): Promise<(unit: UnitPath) => boolean> =>
  tallies.length === 0
    ? () => false
    : withoutOfficer(await ports.store.people(plan.programme.id, { role: 'officer', at }))

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

export const owingOf = (
  { plan }: Pick<NoticeContext, 'plan'>,
  tallies: readonly Tally[],
  isUnstaffed: (unit: UnitPath) => boolean = () => false,
): Owing[] =>
  tallies
    .filter((tally) => openCount(tally.counts) > 0)
    .map((tally) => ({
      name: nameOf(plan.units, tally.township),
      ...owedOf(tally.counts),
      explained: explainedCount(tally),
      difficulty: kindsOf(tally),
      ...(isUnstaffed(tally.township) && { unstaffed: true }),
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
  const tallies = unexplained(await talliesToFile(context, push))
  return tallies.filter(
    (tally) => person !== undefined && !hasExplained(tally, ownerOf(person, push.programme, tally.township)),
  )
}

export const below = (tallies: readonly Tally[], unit: UnitPath): Tally[] =>
  tallies.filter(({ township }) => within(township, unit))
