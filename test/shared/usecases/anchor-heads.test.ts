import { expect, it } from 'vitest'
import { tick } from '../../../functions/tick.ts'
import type { Anchor } from '../../../shared/ports.ts'
import { seal } from '../../../shared/store/chain.ts'
import { acts } from '../../build/acts.ts'
import { aSmallCity, month, people, programme, time, townships, unit } from '../../build/small-city.ts'

const anOpenMonth = async () => {
  const city = await aSmallCity()
  const kept: Omit<Anchor, 'hash'>[] = []
  const anchors = { seal, keep: async (anchor: Omit<Anchor, 'hash'>) => void kept.push(anchor) }
  const ports = { ...city.ports, anchors }
  const at = async (day: string, hours: string) => {
    city.clock.at = time(day, hours)
    await tick({ ports })
  }
  await at('2023-04-07', '09:00')
  await city.pressOpening()
  await at('2023-04-07', '09:30')
  return { city, ports, kept, at }
}

it('keeps every head once a day, however often the agenda runs', async () => {
  const { city, kept, at } = await anOpenMonth()
  await acts(city).file(unit.jinsha, people.zhang)
  await at('2023-04-12', '09:00')
  await at('2023-04-12', '18:00')
  await at('2023-04-13', '09:00')
  expect(kept.map(({ day }) => day)).toEqual(['2023-04-07', '2023-04-12', '2023-04-13'])
  const tally = await city.ports.store.tally({ programme: programme.id, month, township: unit.jinsha })
  const { sequence, head } = tally ?? { sequence: 0, head: '' }
  expect(kept.at(-1)?.heads).toContainEqual({ month, of: unit.jinsha, sequence, head })
  expect(
    kept
      .at(-1)
      ?.heads.map(({ of }) => of)
      .toSorted(),
  ).toEqual([...townships, 'record', 'registry'].toSorted())
})

it('two runs at once keep it once', async () => {
  const { city, ports, kept } = await anOpenMonth()
  city.clock.at = time('2023-04-12', '09:00')
  await Promise.all([tick({ ports }), tick({ ports })])
  expect(kept.map(({ day }) => day)).toEqual(['2023-04-07', '2023-04-12'])
})

it('keeps the heads even on a day when the agenda fails', async () => {
  const { city, ports, kept } = await anOpenMonth()
  const failing = { ...ports.store, people: () => Promise.reject(new Error('nobody is found')) }
  city.clock.at = time('2023-04-20', '09:00')
  await expect(tick({ ports: { ...ports, store: failing } })).rejects.toThrow('nobody is found')
  expect(kept.map(({ day }) => day)).toEqual(['2023-04-07', '2023-04-20'])
})
