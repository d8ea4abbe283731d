import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Month } from '../../../shared/domain/month.ts'
import type { Store } from '../../../shared/ports.ts'
import { dynamoStore } from '../../../shared/store/store.ts'
import { TABLE } from '../app.ts'
import { clientOf, demonstration, settleIn } from '../demonstration.ts'
import { memoryOf } from '../month/acknowledged.ts'
import { countMonth } from '../month/count.ts'
import { peopleClient } from '../month/people-client.ts'
import { ANCHORS, startWorld, type World } from '../world.ts'
import { botPress } from './bot-press.ts'
import { drive } from './drive.ts'
import { watchMemory } from './memory.ts'
import { openedOffices } from './offices.ts'
import { type Soaked, soakedOf } from './report.ts'
import { takeTurn } from './turn.ts'

type Soak = {
  minutes: number
  rate: number
  firms: number
  dir: string
  onStep: (phase: string, done: number, all: number) => void
  onLine: (name: string, line: string) => void
}

const MONTH = Month.parse('2023-03')
/** Before the month opens. */
const BEGIN = '2023-04-03T08:00:00+08:00'
const SETTLE_MS = 120_000

/** A city on real processes files as fast as it is told to, over HTTP; then everything is counted. */
export const runSoak = async (soak: Soak): Promise<Soaked> => {
  const { minutes, rate, firms, dir, onStep, onLine } = soak
  const city = demonstration(MONTH, { firms })
  const begin = (urls: World['urls']) => settleIn(city, urls)
  const world = await startWorld({ dir, clock: BEGIN, frozen: true, begin, onLine })
  const { urls } = world
  const dynamo = clientOf(urls)
  try {
    const client = peopleClient(urls.sandbox)
    const memory = memoryOf(join(dir, 'acknowledged.ndjson'))
    const onOffice = (ready: number, all: number) => onStep('开表', ready, all)
    const held = await openedOffices({ city, month: MONTH, client, memory, onOffice })
    const pressing = botPress(urls.bot, await flowing(urls.sandbox))
    const watched = watchMemory(world.processes)
    let done = 0
    const driven = await drive({
      ...{ rate, seconds: minutes * 60, all: held },
      take: (one) => takeTurn(pressing, one, memory),
      onTurn: () => onStep('提交', ++done, rate * minutes * 60),
    })
    const used = watched.stop()
    onStep('核对', 0, 1)
    const store = dynamoStore(dynamo, TABLE, { wall: () => Date.now(), sleep: (ms) => sleep(ms) })
    const waitingPushes = await settled(store)
    const { counts, faults } = await countMonth({
      ...{ store, client: dynamo, people: client, programme: city.plan.programme.id, month: MONTH },
      ...{ acknowledged: memory.all(), anchorsFile: join(dir, ANCHORS) },
    })
    for (const fault of faults) onLine('fault', fault)
    onStep('核对', 1, 1)
    return soakedOf({ driven, memory: used, counts, waitingPushes })
  } finally {
    dynamo.destroy()
    await world.stop()
  }
}

/** Time flows from here on; Feishu's clock, for whoever presses. */
const flowing = async (sandbox: string): Promise<() => number> => {
  const before = await peopleClient(sandbox).now()
  const began = performance.now()
  await fetch(`${sandbox}/sandbox/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode: 'flowing' }),
  })
  return () => Math.round(before + performance.now() - began)
}

/** Waits until what was planned is sent; how much still waits after a while. */
const settled = async (store: Store): Promise<number> => {
  const waiting = async () =>
    (
      await Promise.all(
        (['answer', 'bulk'] as const).map((lane) => store.pending(lane, Number.MAX_SAFE_INTEGER / 10, 1000)),
      )
    ).flat().length
  const until = performance.now() + SETTLE_MS
  for (;;) {
    const left = await waiting()
    if (left === 0 || performance.now() > until) return left
    await sleep(500)
  }
}
