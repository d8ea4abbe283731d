import { expect, it } from 'vitest'
import { runAction } from '../../../shared/usecases/run-action.ts'
import { aSmallCity, month, plan, unit } from '../../build/small-city.ts'

const anOpenMonth = async () => {
  const city = await aSmallCity()
  await city.tick('2023-04-07', '09:00')
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
  const reminders = async () => (await city.planned()).filter(({ kind }) => kind === 'remind').length
  const run = (action: string) => runAction(city.ports, plan, { month, action })
  return { ...city, reminders, run }
}

it('does a reminder before its time, once, also when its time comes', async () => {
  const city = await anOpenMonth()
  expect(await city.reminders()).toBe(0)
  expect(await city.run('remind-before')).toEqual({ is: 'done' })
  const planned = await city.reminders()
  expect(planned).toBeGreaterThan(0)
  expect(await city.run('remind-before')).toEqual({ is: 'done' })
  await city.tick('2023-04-18', '09:00')
  expect(await city.reminders()).toBe(planned)
})

it('closes no month before its time, and catches up with one whose time has come', async () => {
  const city = await anOpenMonth()
  expect(await city.run('close')).toMatchObject({ is: 'early' })
  expect(await city.run('dance')).toMatchObject({ is: 'unknown' })
  expect((await city.ports.store.tally({ programme: 'nt22', month, township: unit.jinsha }))?.closed).toBe(
    false,
  )
  city.clock.at += 30 * 24 * 3_600_000
  expect(await city.run('close')).toEqual({ is: 'done' })
  expect((await city.ports.store.tally({ programme: 'nt22', month, township: unit.jinsha }))?.closed).toBe(
    true,
  )
})
