import { describe, expect, it } from 'vitest'
import { flows } from '../../bot/flows/index.ts'
import { type Person, Person as PersonShape } from '../../shared/domain/person.ts'
import { acts } from '../build/acts.ts'
import { presses } from '../build/presses.ts'
import { aSmallCity, month, people, programme, unit } from '../build/small-city.ts'

type City = Awaited<ReturnType<typeof aSmallCity>>
const of = { programme: programme.id, month, township: unit.jinsha }

/** Nobody of the township: everybody whose work is to look at figures that others answer for. */
const staff: readonly Person[] = [
  people.tongzhou,
  people.both,
  people.city,
  people.leader,
  people.auditor,
  people.administrator,
]
const loaded = await Promise.all([...flows].map(async ([id, load]) => ({ id, flow: (await load()).default })))
const steps = loaded.flatMap(({ flow: { id, steps, version } }) =>
  steps.map((step) => ({ flow: id, step, version })),
)

const open = async (city: City) => {
  await city.tick('2023-04-07', '09:00')
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
  await acts(city).file(unit.jinsha, people.wang)
}
const figures = async ({ ports }: City) =>
  (await ports.store.reports(of)).map(({ code, figures }) => ({ code, figures }))

/** A press with whatever any button could carry, and other figures typed in every input. */
const pressEverything = async (city: City, who: Person) => {
  const codes = city.firms.filter((firm) => firm.unit === unit.jinsha).map(({ code }) => code)
  const [code] = codes
  const typed = codes.flatMap((one) => programme.indicators.map(({ id }) => [`${id}_${one}`, '7']))
  const form = {
    ...Object.fromEntries(typed),
    ...{ firm: code, field: 'sales', condition: 'normal', kind: '企业失联', on: '2023-04-20' },
    ...{ reason: '试一试', words: '试一试能不能改', override: '以我的为准', source: 'tax' },
  }
  const { press } = presses(city)
  const said: unknown[] = []
  for (const { flow, step, version } of steps) {
    const state = {
      ...{ ...of, codes, code, seen: 99, number: 3, snapshot: 1 },
      contested: { codes, seen: 99 },
    }
    said.push(await press(PersonShape.parse({ ...who }), { flow, version, step, state }, form))
  }
  return said
}

describe.each(['open', 'closed'] as const)('a month that is %s', (state) => {
  const aMonth = async () => {
    const city = await aSmallCity()
    await open(city)
    if (state === 'closed') await city.tick('2023-04-26', '17:00')
    return city
  }

  it('has no figure that anybody but its township can change', async () => {
    const city = await aMonth()
    const before = await figures(city)
    for (const who of staff) {
      expect(await pressEverything(city, who)).toHaveLength(steps.length)
      expect({ who: who.id, figures: await figures(city) }).toEqual({ who: who.id, figures: before })
    }
  })

  it('has figures that its officer can change by the same presses, while it is open', async () => {
    const city = await aMonth()
    const before = await figures(city)
    await pressEverything(city, people.wang)
    expect(JSON.stringify(await figures(city)) !== JSON.stringify(before)).toBe(state === 'open')
  })
})
