import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type City, makeCity } from '../../infra/local/city/city.ts'
import { nantong, settleIn } from '../../infra/local/demonstration.ts'
import { memoryOf } from '../../infra/local/month/acknowledged.ts'
import { askWhatToDo, type Desk, press } from '../../infra/local/month/desk.ts'
import { peopleClient } from '../../infra/local/month/people-client.ts'
import { officesOf } from '../../infra/local/month/shares.ts'
import { type TableInHand, tableInHand } from '../../infra/local/month/table-entries.ts'
import { startWorld, type World } from '../../infra/local/world.ts'
import { Month, previousMonth } from '../../shared/domain/month.ts'
import type { OpenId } from '../../shared/domain/person.ts'
import { agenda } from '../../shared/domain/schedule.ts'
import { levelOf, parentOf } from '../../shared/domain/unit.ts'

const MONTH = Month.parse('2023-03')
const HOUR = 3_600_000
const SEED = 1

/** More than are asked for: some firms are new or gone in the month. */
const SPARE = 1.1

/** The people of one township and of what is above it, and in it so many of the whole city's firms. */
const cityOf = (firms: number): City => {
  const township = nantong.units.find(({ path }) => levelOf(path) === 'township')
  if (township === undefined) throw new Error('the plan has no township')
  const above = [nantong.programme.city, parentOf(township.path)]
  const units = nantong.units.filter(({ path }) => path === township.path || above.includes(path))
  const given = { seed: SEED, lastMonth: previousMonth(MONTH), unitsWithoutOfficer: 0 }
  const small = makeCity({ ...given, plan: { ...nantong, units }, firms: 1 })
  const large = makeCity({ ...given, plan: nantong, firms: Math.ceil(firms * SPARE) })
  const { figures } = large.truth(MONTH)
  const some = large.enterprises.filter(({ code }) => figures.has(code)).slice(0, firms)
  if (some.length < firms) throw new Error(`only ${some.length} firms have figures`)
  const codes = new Set(some.map(({ code }) => code))
  const enterprises = some.map(({ officer: _, ...firm }) => ({ ...firm, unit: township.path }))
  const years = large.years.filter(({ code }) => codes.has(code))
  return { ...small, enterprises, years, totals: large.totals, truth: large.truth }
}

/** The one who has the township's table in hand, in a world of real processes. */
export type Filer = { world: World; desk: Desk; officer: OpenId; table: TableInHand }

/** Lives a month of such a township up to the filing, and takes the world down afterwards. */
export const withTownship = async <Found>(
  firms: number,
  measure: (filer: Filer) => Promise<Found>,
): Promise<Found> => {
  const dir = await mkdtemp(join(tmpdir(), 'bench-workbook-'))
  const city = cityOf(firms)
  const opening = agenda(city.plan.programme, MONTH).find(({ action }) => action === 'confirm-opening')
  if (opening === undefined || !('at' in opening)) throw new Error(`${MONTH} has no opening`)
  const clock = new Date(opening.at - HOUR).toISOString()
  const begin = (urls: World['urls']) => settleIn(city, urls)
  const world = await startWorld({ dir, clock, frozen: true, begin, onLine: () => {} })
  try {
    const client = peopleClient(world.urls.sandbox)
    const truth = city.truth(MONTH)
    const codes = city.enterprises.map(({ code }) => code)
    const knowledge = {
      seed: SEED,
      truth: truth.figures,
      typed: new Set(codes),
      filed: new Map<never, never>(),
    }
    const desk = { client, memory: memoryOf(join(dir, 'told.ndjson')), knowledge, onFiled: () => {} }
    await client.clock(opening.at)
    await open(desk, city)
    await client.clock(opening.at + 2 * HOUR)
    const [share] = officesOf(city, SEED)[0]?.shares ?? []
    if (share === undefined) throw new Error('nobody files for the township')
    const table = tableInHand(city, { truth, month: MONTH }, { ...share, isMine: () => true })
    return await measure({ world, desk, officer: share.officer, table })
  } finally {
    await world.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

const open = async (desk: Desk, { people }: City): Promise<void> => {
  const person = people.find(({ roles }) => roles.some(({ role }) => role === 'city'))
  const held = person && (await askWhatToDo(desk, person.id))
  if (held) await press(desk, held, { flow: 'open-month', step: 'open' })
}
