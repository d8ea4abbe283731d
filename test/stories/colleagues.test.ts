import { describe, expect, it } from 'vitest'
import { acts } from '../build/acts.ts'
import { ears } from '../build/heard.ts'
import { aSmallCity, month, people, programme, unit } from '../build/small-city.ts'

/** The small city with its March asked for; of the three firms of 金沙, the first ones belong to these officers. */
const anOpenMonth = async (owners: readonly string[] = []) => {
  const city = await aSmallCity({ each: 3 })
  const { store } = city.ports
  const jinsha = city.firms.filter((firm) => firm.unit === unit.jinsha)
  for (const [index, officer] of owners.entries()) {
    const before = jinsha.toSorted((a, b) => (a.code < b.code ? -1 : 1))[index]
    if (before)
      await store.commit([
        { is: 'enterprise', programme: programme.id, before, after: { ...before, officer } },
      ])
  }
  const { heard, listen } = ears(city)
  await city.tick('2023-04-07', '09:00')
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
  await listen()
  const at = async (day: string, clock: string) => {
    await city.tick(day, clock)
    return listen()
  }
  const saysTo = (who: string) => heard.findLast((one) => one.who === who)?.says ?? ''
  return { ...city, ...acts(city), at, saysTo }
}
const { zhang, wang } = people

describe('two officers of one township', () => {
  it('who share its firms out: 有困难 of one leaves the other, the head and the district with the rest', async () => {
    const city = await anOpenMonth([wang.id, wang.id, zhang.id])
    await city.difficulty(unit.jinsha, wang, [zhang.id])
    expect(await city.at('2023-04-18', '09:00')).toEqual({ remind: ['ou_li', 'ou_zhang'] })
    expect(city.saysTo('ou_zhang')).toContain('jinsha（差 3 户，其中 2 户已说明困难）')
    expect(await city.at('2023-04-20', '09:00')).toMatchObject({ 'overdue-head': ['ou_head'] })
    await city.at('2023-04-21', '09:00')
    expect(city.saysTo('oc_tongzhou')).toMatch(/尚未报齐：jinsha（差 3 户，其中 2 户已说明困难）/)
    expect(city.saysTo('oc_tongzhou')).not.toMatch(/wang|zhang|试验/)
  })

  it('who share its firms out: once the other has filed, nobody is asked for what is explained', async () => {
    const city = await anOpenMonth([wang.id, wang.id, zhang.id])
    await city.difficulty(unit.jinsha, wang, [zhang.id])
    const of = { programme: programme.id, month, township: unit.jinsha }
    const own = (await city.ports.store.reports(of)).filter(({ officer }) => officer === zhang.id)
    for (const { code } of own) await city.halt(unit.jinsha, zhang, code)
    await city.file(unit.xiting, zhang)
    expect(await city.at('2023-04-18', '09:00')).toEqual({ remind: ['ou_li'] })
    expect(await city.at('2023-04-20', '09:00')).not.toHaveProperty('overdue-head')
    await city.at('2023-04-21', '09:00')
    expect(city.saysTo('ou_tongzhou')).not.toMatch(/jinsha/)
  })

  it('who have the same firms: 有困难 of one stops the reminders of both, and of no other township', async () => {
    const city = await anOpenMonth()
    await city.difficulty(unit.jinsha, wang, [zhang.id])
    expect(await city.at('2023-04-18', '09:00')).toEqual({ remind: ['ou_li', 'ou_zhang'] })
    expect(city.saysTo('ou_zhang')).not.toContain('jinsha')
    expect(await city.at('2023-04-20', '09:00')).not.toHaveProperty('overdue-head')
    expect((await city.ports.store.tallies(programme.id, month)).map(({ shares }) => shares)).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
  })

  it('who had their reminders stopped and brought back are both asked again', async () => {
    const city = await anOpenMonth()
    await city.difficulty(unit.jinsha, wang, [zhang.id])
    await city.resumed(unit.jinsha, zhang, [wang.id])
    expect(await city.at('2023-04-18', '09:00')).toEqual({ remind: ['ou_li', 'ou_wang', 'ou_zhang'] })
  })
})
