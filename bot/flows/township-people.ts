import { dayOf } from '../../shared/domain/instant.ts'
import { Month } from '../../shared/domain/month.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import type { Enrolled, OpenId } from '../../shared/domain/person.ts'
import { nameOf, townshipsUnder } from '../../shared/domain/plan.ts'
import { levelOf, parentOf, type UnitPath, within } from '../../shared/domain/unit.ts'
import type { Post } from '../../shared/ports.ts'
import { newestRecord } from '../../shared/usecases/progress.ts'
import type { Turn } from '../declare.ts'
import { handoverWords } from '../words/handover.ts'

/** Somebody who can be chosen, and how they are told from others of the same name. */
export type Chosen = { id: OpenId; name: string; as: string }

export type TownshipPeople = {
  officers: readonly Chosen[]
  standIns: readonly Required<Post>[]
  /** Officers and heads of the district, the township's own first. */
  others: readonly Chosen[]
}

/** Who answers for a township, and who of its district could. */
export const townshipPeople = async (
  { ports, plan, at }: Pick<Turn, 'ports' | 'plan' | 'at'>,
  township: UnitPath,
): Promise<TownshipPeople> => {
  const posts = await ports.store.people(plan.programme.id, { at })
  const here = posts.filter(({ unit }) => unit === township)
  const district = parentOf(township) ?? township
  const near = posts.filter(({ unit, standIn }) => within(unit, district) && standIn === undefined)
  const candidates = [...near.filter(({ unit }) => unit === township), ...near].flatMap((post) => {
    const { person: id, name, unit, role } = post
    if (role !== 'officer' && role !== 'head') return []
    return [{ id, name, as: handoverWords.candidate(name, nameOf(plan.units, unit), role) }]
  })
  return {
    officers: here
      .filter(({ role, standIn }) => role === 'officer' && standIn === undefined)
      .map(({ person: id, name }) => ({ id, name, as: name })),
    standIns: here.flatMap(({ standIn, ...post }) => (standIn ? [{ ...post, standIn }] : [])),
    others: candidates.filter(({ id }, index) => candidates.findIndex((one) => one.id === id) === index),
  }
}

/** Everybody who stands in there for this officer, as they are stored. */
export const standInsFor = async (
  { ports }: Pick<Turn, 'ports'>,
  { standIns }: TownshipPeople,
  officer: OpenId,
): Promise<Enrolled[]> => {
  const some = standIns.filter(({ standIn }) => standIn.for === officer)
  const found = await Promise.all(some.map(({ person }) => ports.store.person(person)))
  return found.flatMap((one) => one ?? [])
}

/** The townships whose people the person may change, in the order of the plan. */
export const townshipsToStaff = async ({ ports, plan, who, at }: Turn): Promise<UnitPath[]> => {
  const { id: programme } = plan.programme
  const month = (await newestRecord(ports, plan))?.month ?? Month.parse(dayOf(at).slice(0, 7))
  return scopeFor(who, programme, 'handOver').flatMap((scope) =>
    levelOf(scope) === 'township'
      ? [scope]
      : townshipsUnder(plan.units, scope, month).map(({ path }) => path),
  )
}
