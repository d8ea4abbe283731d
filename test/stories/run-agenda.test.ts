import { describe, expect, it } from 'vitest'
import { Month } from '../../shared/domain/month.ts'
import type { Plan } from '../../shared/ports.ts'
import { brokenAt } from '../../shared/store/chain.ts'
import { nextDue, runAgenda } from '../../shared/usecases/run-agenda.ts'
import { untilKilled } from '../build/crash.ts'
import { ears } from '../build/heard.ts'
import {
  aSmallCity,
  month,
  people,
  plan,
  programme,
  type SmallCity,
  time,
  townships,
} from '../build/small-city.ts'

/** A month's ticks in which something happens; 开表 is pressed after the first. */
const ticks = [
  ['2023-04-07', '09:00'],
  ['2023-04-10', '09:00'],
  ['2023-04-18', '09:00'],
  ['2023-04-19', '14:00'],
  ['2023-04-20', '09:00'],
  ['2023-04-21', '09:00'],
  ['2023-04-23', '09:00'],
  ['2023-04-26', '17:00'],
  ['2023-04-27', '09:00'],
] as const

type Go = (city: SmallCity, day: string, hours: string) => Promise<void>

/** Lives the month tick by tick, and says what came of it. */
const live = async (go: Go, times: readonly (readonly [string, string])[] = ticks) => {
  const city = await aSmallCity({ each: 1 })
  for (const [day, hours] of times) {
    await go(city, day, hours)
    if ((await city.ports.store.month(programme.id, month))?.state === 'confirming') await city.pressOpening()
  }
  return outcome(city)
}

const outcome = async ({ ports: { store }, planned }: SmallCity) => ({
  pushes: (await planned()).map(({ id, due, to }) => ({ id, due, to })),
  record: await store.month(programme.id, month),
  statistics: await store.statistics(programme.id, month, 1),
  snapshot: await store.snapshot(programme.id, month, 1),
  chains: await Promise.all(
    townships.map(async (township) => {
      const of = { programme: programme.id, month, township }
      const [tally, entries] = await Promise.all([store.tally(of), store.audit(of)])
      const broken = brokenAt(entries, tally?.head ?? '')
      return { counts: tally?.counts, closed: tally?.closed, moves: entries.map(({ move }) => move), broken }
    }),
  ),
})

const once: Go = (city, day, hours) => city.tick(day, hours)

describe('the agenda', () => {
  it('opens, chases, closes and prepares the publication, each once', async () => {
    const { pushes, record, chains, snapshot } = await live(once)
    const kinds = pushes.map(({ id }) => id.split(':')[0])
    expect(
      Object.fromEntries(kinds.map((kind) => [kind, kinds.filter((one) => one === kind).length])),
    ).toEqual({
      opening: 1,
      ask: 3,
      opened: 1,
      remind: 6,
      overdue: 3,
      'overdue-head': 1,
      'overdue-district': 2,
      'overdue-reviewer': 3,
      'overdue-city': 1,
      'month-closed': 4,
      publication: 1,
    })
    expect(record).toMatchObject({ state: 'closed', snapshot: 1, openedBy: people.city.id })
    expect(snapshot).toHaveLength(4)
    for (const chain of chains)
      expect(chain).toMatchObject({ closed: true, moves: ['open', 'close'], broken: undefined })
  })

  it('does the same when every tick comes twice', async () => {
    const twice: Go = async (city, day, hours) => {
      await city.tick(day, hours)
      await city.tick(day, hours)
    }
    expect(await live(twice)).toEqual(await live(once))
  })

  it('does the same when two runs are at it at once', async () => {
    const overlapping: Go = async (city, day, hours) => {
      await Promise.all([city.tick(day, hours), city.tick(day, hours), city.tick(day, hours)])
      await city.tick(day, hours)
    }
    expect(await live(overlapping)).toEqual(await live(once))
  })

  it('does the same when it is killed after any of its writes, and begun again when the lease has lapsed', async () => {
    const whole = await live(once)
    let points = 0
    let most = 0
    for (let killed = true; killed; most++) {
      killed = false
      const dying: Go = async (city, day, hours) => {
        const died = await untilKilled(city.ports, most, (ports) => city.tick(day, hours, ports))
        if (!died) return
        points++
        killed = true
        city.clock.wall += 16_000
        await city.tick(day, hours)
      }
      expect(await live(dying), `killed after ${most} writes`).toEqual(whole)
    }
    console.info(`the agenda was killed at ${points} points`)
    expect(points).toBeGreaterThan(60)
  }, 120_000)

  it('sends the newest reminder alone when a tick comes late, and the rungs of others each once', async () => {
    const late = [...ticks.slice(0, 2), ['2023-04-20', '10:00']] as const
    const { pushes } = await live(once, late)
    const reminders = pushes
      .filter(({ id }) => /^(remind|overdue)/.test(id))
      .map(({ id }) => id.split(':')[1])
    expect([...new Set(reminders)]).toEqual(['overdue-1'])
  })

  it('asks for nothing any more when the first tick comes after the close', async () => {
    expect(await live(once, [['2023-05-04', '09:00']])).toMatchObject({ pushes: [], record: undefined })
  })

  it('lets one month that cannot go on hold up no other, and says that it could not', async () => {
    const city = await aSmallCity()
    const { store } = city.ports
    const february = Month.parse('2023-02')
    const broken = {
      ...store,
      month: async (id: string, some: Month) => {
        if (some === february) throw new Error('an item that cannot be read')
        return store.month(id, some)
      },
    }
    const tick = city.tick('2023-04-07', '09:00', { ...city.ports, store: broken })
    await expect(tick).rejects.toThrow('an item that cannot be read')
    expect((await city.planned()).map(({ id }) => id)).toEqual(['opening:2023-03:ou_city'])
  })

  it('knows when it has something to do next', () => {
    const until = time('2023-05-31', '00:00')
    expect(nextDue(plan, time('2023-04-18', '09:00'), until)).toBe(time('2023-04-19', '14:00'))
    expect(nextDue(plan, time('2023-04-18', '09:00'), time('2023-04-19', '13:00'))).toBeUndefined()
  })
})

describe('a year that the holiday table does not know', () => {
  const december = Month.parse('2026-12')
  const given: Plan = { ...plan, programme: { ...programme, years: [2026, 2027] } }

  it('is said to the city and the administrator, once, until an override is given', async () => {
    const city = await aSmallCity({ begin: time('2027-01-04', '09:00') })
    const { listen, heard } = ears(city)
    for (let hour = 0; hour < 2; hour++) {
      await runAgenda(city.ports, given)
      city.clock.at += 3_600_000
    }
    expect(await listen()).toEqual({ blocked: ['ou_administrator', 'ou_city'] })
    expect(heard[0]?.says).toMatch(/12月/)
    expect(heard[0]?.says).toContain('2027')
    expect(await city.ports.store.month(programme.id, december)).toBeUndefined()

    const calendar = { years: [2027], rest: [], work: [] }
    await city.tick('2027-01-08', '09:00')
    await runAgenda(city.ports, { ...given, programme: { ...given.programme, calendar } })
    expect(await city.ports.store.month(programme.id, december)).toMatchObject({ state: 'confirming' })
    expect(await listen()).toMatchObject({ opening: ['ou_city'] })
  })
})
