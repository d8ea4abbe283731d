import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import { dayOf } from '../../../shared/domain/instant.ts'
import { Month } from '../../../shared/domain/month.ts'
import type { RegistryAsk } from '../../../shared/domain/registry.ts'
import type { Change } from '../../../shared/ports.ts'
import { passFirms } from '../../../shared/usecases/handover.ts'
import { keepRegistry } from '../../../shared/usecases/keep-registry.ts'
import { recordListing } from '../../../shared/usecases/record-listing.ts'
import { people, plan, programme, type SmallCity, unit } from '../../build/small-city.ts'

const may = Month.parse('2023-05')
const via = 'card:test@1'

/** Firms change while March is filed: one is renamed and one moves. */
export const somebodyMoves = async (city: SmallCity): Promise<void> => {
  const [first, second] = firmsAt(city, unit.jinsha)
  await asked(city, [
    { is: 'rename', code: first.code, name: '大江重工制造', distinct: true, reason: '股改' },
    { is: 'move', code: second.code, unit: unit.xiting, from: may, reason: '搬入园区' },
  ])
}

/** Later one is new, one ends, the renamed one has another tier; one is listed, and two are somebody else's. */
export const somebodyComes = async (city: SmallCity): Promise<void> => {
  const [first, , third, fourth] = firmsAt(city, unit.jinsha)
  const [last] = firmsAt(city, unit.jiuhua)
  const code = makeCreditCode('91320612', 'X0000001')
  const is = { tier: 'growth', division: '34', unit: unit.xiting, from: may, reason: '新建投产' }
  await asked(city, [
    { is: 'add', code, name: '华星电子有限公司', ...is },
    { is: 'deregister', code: last.code, from: may, reason: '注销登记' },
    { is: 'tier', code: first.code, tier: 'sprint', reason: '名单调整' },
  ])
  const at = city.clock.at
  const listed = recordListing(programme.id, fourth, dayOf(at), { by: people.tongzhou.id, at, via })
  if (listed.is !== 'recorded') throw new Error(listed.is)
  await kept(city, listed.changes, 'listed')
  // 分片: two firms become somebody's, and then somebody else's.
  const deed = { by: people.tongzhou.id, at, via, reason: 'zhang → wang' }
  const shared = [third, listed.after].map((before) => {
    const after = { ...before, officer: people.zhang.id, revision: (before.revision ?? 0) + 1 }
    return {
      is: 'enterprise',
      programme: programme.id,
      before,
      after,
      stage: { move: 'handover', ...deed },
    } as const
  })
  await kept(city, shared, 'shared')
  const given = { tally: undefined, reports: [], firms: shared.map(({ after }) => after) }
  const ends = { from: people.zhang.id, to: people.wang.id }
  await kept(city, passFirms(given, ends, { programme: programme.id, deed }), 'passed')
}

const kept = async ({ ports }: SmallCity, changes: readonly Change[], mark: string): Promise<void> => {
  const done = await ports.store.commit(changes, mark)
  if (done.is !== 'committed') throw new Error(`${mark}: ${done.is}`)
}

const firmsAt = ({ firms }: SmallCity, place: string) => {
  const [a, b, c, d] = firms.filter((firm) => firm.unit === place)
  if (!a || !b || !c || !d) throw new Error('there are too few firms')
  return [a, b, c, d] as const
}

const asked = async (city: SmallCity, asks: readonly RegistryAsk[]): Promise<void> => {
  const { ports, clock } = city
  const results = await keepRegistry(ports, plan, asks, { who: people.city, at: clock.at, via })
  const changes = results.map(({ decision, change }) => {
    if (!change) throw new Error(JSON.stringify(decision))
    return change
  })
  await kept(city, changes, `asked-${clock.at}`)
}
