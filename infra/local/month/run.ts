import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Month } from '../../../shared/domain/month.ts'
import { agenda } from '../../../shared/domain/schedule.ts'
import { dynamoStore } from '../../../shared/store/store.ts'
import { TABLE } from '../app.ts'
import type { City } from '../city/city.ts'
import { clientOf, settleIn } from '../demonstration.ts'
import { ANCHORS, startWorld, type World } from '../world.ts'
import { memoryOf } from './acknowledged.ts'
import { countMonth, type MonthCounts } from './count.ts'
import { lifeOf, liveMonth } from './life.ts'
import { peopleClient } from './people-client.ts'

export type MonthRun = {
  dir: string
  city: City
  seed: number
  months: readonly Month[]
  onPhase: (month: Month, phase: string) => void
  /** So many more firms have been filed. */
  onFiled: (firms: number) => void
  onLine: (name: string, line: string) => void
  /** The processes, for whoever wants to kill one. */
  onWorld?: (world: World) => void
}

/** `seconds`: how long it took to live and count it, the first one with the start of the world. */
export type LivedMonth = { counts: MonthCounts; seconds: number }

const HOUR = 3_600_000

/** Lives months one after the other in a fresh world, on real processes over HTTP, and counts what came of each. */
export const runMonths = async (run: MonthRun): Promise<LivedMonth[]> => {
  let began = performance.now()
  const { dir, city, months } = run
  const [first] = months
  if (first === undefined) return []
  await rm(dir, { recursive: true, force: true })
  const world = await startWorld({
    dir,
    clock: new Date(opens(city, first) - HOUR).toISOString(),
    frozen: true,
    begin: (urls) => settleIn(city, urls),
    onLine: run.onLine,
  })
  run.onWorld?.(world)
  try {
    const lived: LivedMonth[] = []
    for (const month of months) {
      const counts = await runMonth(run, world, month)
      lived.push({ counts, seconds: Math.round((performance.now() - began) / 100) / 10 })
      began = performance.now()
    }
    return lived
  } finally {
    await world.stop()
  }
}

/** Why a month cannot be lived, or undefined. */
export const whyNot = ({ plan }: City, month: Month): string | undefined => {
  const blocked = agenda(plan.programme, month).find((action) => 'blocked' in action)
  return blocked && 'blocked' in blocked
    ? `${blocked.blocked} 年的节假日安排还不知道，${month} 的日期定不下来`
    : undefined
}

const opens = ({ plan }: City, month: Month): number => {
  const opening = agenda(plan.programme, month).find(({ action }) => action === 'confirm-opening')
  if (opening === undefined || !('at' in opening)) throw new Error(`${month} has no opening`)
  return opening.at
}

const runMonth = async (run: MonthRun, { urls }: World, month: Month): Promise<MonthCounts> => {
  const { city, seed, dir } = run
  const people = peopleClient(urls.sandbox)
  const memory = memoryOf(join(dir, `acknowledged-${month}.ndjson`))
  const onPhase = (phase: string) => run.onPhase(month, phase)
  await liveMonth(lifeOf({ city, seed, month, client: people, memory, onFiled: run.onFiled, onPhase }))
  run.onPhase(month, '核对')
  const client = clientOf(urls)
  const store = dynamoStore(client, TABLE, { wall: () => Date.now(), sleep: async () => {} })
  const programme = city.plan.programme.id
  const { counts, faults } = await countMonth({
    store,
    client,
    people,
    programme,
    month,
    acknowledged: memory.all(),
    anchorsFile: join(dir, ANCHORS),
  })
  client.destroy()
  for (const fault of faults) run.onLine('fault', fault)
  return counts
}
