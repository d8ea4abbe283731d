import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { demonstration, settleIn } from '../../infra/local/demonstration.ts'
import { peopleClient } from '../../infra/local/month/people-client.ts'
import { startWorld, type World } from '../../infra/local/world.ts'
import { Day, instantOf } from '../../shared/domain/instant.ts'
import { Month } from '../../shared/domain/month.ts'

const MORNING = instantOf(Day.parse('2023-03-09'), '09:00')
const city = demonstration(Month.parse('2023-02'), { seed: 3, firms: 120 })
const staff = city.people.filter(({ roles }) => roles.some(({ role }) => role === 'city'))

/** Every city officer's messages, as ids. */
const heard = async ({ urls }: World): Promise<string[][]> => {
  const people = peopleClient(urls.sandbox)
  await people.clock(MORNING)
  return Promise.all(
    staff.map(async ({ id }) => (await people.heardBy(id)).map(({ message_id }) => message_id)),
  )
}

it('asks the city whether to open on the first morning, and a restart neither forgets it nor asks again', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'liegui-restart-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  let begun = 0
  const start = () =>
    startWorld({
      dir,
      clock: new Date(MORNING - 60_000).toISOString(),
      frozen: true,
      begin: async (urls) => {
        begun++
        await settleIn(city, urls)
      },
      onLine: () => {},
    })
  const first = await start()
  const asked = await heard(first)
  await first.stop()
  expect(asked.map(({ length }) => length)).toEqual(staff.map(() => 1))

  const again = await start()
  expect(await heard(again)).toEqual(asked)
  await again.stop()
  expect(begun).toBe(1)
}, 90_000)
