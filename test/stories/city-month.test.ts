import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstration } from '../../infra/local/demonstration.ts'
import type { MonthCounts } from '../../infra/local/month/count.ts'
import { runMonths } from '../../infra/local/month/run.ts'
import type { World } from '../../infra/local/world.ts'
import { Month } from '../../shared/domain/month.ts'

const month = Month.parse('2023-03')
const SEED = 7
const FIRMS = 150

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'liegui-month-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

type Killing = (world: World, filed: number) => void

/** Lives the month on real processes; `kill` is told whenever firms have been filed. */
const live = async (kill: Killing = () => {}): Promise<MonthCounts> => {
  let world: World | undefined
  let filed = 0
  const [lived] = await runMonths({
    dir: join(dir, 'world'),
    city: demonstration(month, { seed: SEED, firms: FIRMS }),
    seed: SEED,
    months: [month],
    onPhase: () => {},
    onFiled: (firms) => {
      filed += firms
      if (world) kill(world, filed)
    },
    onLine: () => {},
    onWorld: (started) => {
      world = started
    },
  })
  if (lived === undefined) throw new Error('no month was lived')
  return lived.counts
}

const nothingWrong = { deadLetters: 0, lost: 0, duplicates: 0, tallyMismatches: 0, auditBreaks: 0 }

describe('a city lives March 2023 over HTTP', { timeout: 480_000 }, () => {
  let first: MonthCounts

  it('asks, files, returns, accepts, reminds, escalates and publishes, and nothing is lost or said twice', async () => {
    first = await live()
    expect(first).toMatchObject({ townships: 116, published: 11, ...nothingWrong })
    expect(first.firms).toBeGreaterThan(FIRMS - 10)
    expect(first.submitted).toBeGreaterThan(first.firms * 0.8)
    expect(first.accepted).toBeGreaterThan(first.submitted * 0.8)
    for (const some of [first.asked, first.returned, first.reminders, first.escalations])
      expect(some).toBeGreaterThan(0)
    expect(first.pushesPerOfficerMax).toBeLessThanOrEqual(5)
    const { byCard, byWorkbook, byPaste, corrections } = first
    for (const some of [byCard, byWorkbook, byPaste, corrections]) expect(some).toBeGreaterThan(0)
    expect(byCard).toBeGreaterThan(byWorkbook)
    // Of a firm that stands still no figures came at all.
    expect(byCard + byWorkbook + byPaste).toBeGreaterThan(first.submitted * 0.95)
    expect(byCard + byWorkbook + byPaste).toBeLessThanOrEqual(first.firms)
  })

  it('bears kill -9 of store, sandbox and bot in the middle of the filing, and ends with the same numbers', async () => {
    const killed = new Set<string>()
    const at = new Map([
      ['store', 20],
      ['sandbox', 50],
      ['bot', 80],
    ])
    const counts = await live((world, filed) => {
      for (const one of world.processes) {
        if (killed.has(one.name) || filed < (at.get(one.name) ?? 0)) continue
        killed.add(one.name)
        one.kill()
      }
    })
    expect([...killed].toSorted()).toEqual(['bot', 'sandbox', 'store'])
    expect(counts).toEqual(first)
  })
})
