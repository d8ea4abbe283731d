import { describe, expect, it } from 'vitest'
import { Month } from '../../../shared/domain/month.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'
import { newestMonth, progress } from '../../../shared/usecases/progress.ts'
import { acts } from '../../build/acts.ts'
import { aSmallCity, month, people, plan, unit } from '../../build/small-city.ts'

const anOpenMonth = async () => {
  const city = await aSmallCity()
  await city.tick('2023-04-07', '09:00')
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
  return { ...city, ...acts(city) }
}

describe('progress', () => {
  it('is by district for the city, by township for a district, alone for a township, in the plan’s order', async () => {
    const { ports, file, difficulty } = await anOpenMonth()
    await file(unit.jinsha, people.wang)
    await file(unit.xiting, people.zhang, 1)
    await difficulty(unit.jiuhua, people.li)
    const city = await progress(ports, plan, unit.city, month)
    expect(city?.total).toMatchObject({
      name: 'city',
      townships: 4,
      complete: 1,
      difficulty: true,
      counts: { firms: 8 },
    })
    expect(city?.rows).toMatchObject([
      {
        name: 'tongzhou',
        townships: 2,
        complete: 1,
        difficulty: false,
        counts: { by: { submitted: 3, expected: 1 } },
      },
      { name: 'rugao', townships: 2, complete: 0, difficulty: true, counts: { by: { expected: 4 } } },
    ])
    const district = await progress(ports, plan, unit.tongzhou, month)
    expect(district?.rows.map(({ name, complete }) => [name, complete])).toEqual([
      ['jinsha', 1],
      ['xiting', 0],
    ])
    expect(district?.record.state).toBe('open')
    const township = await progress(ports, plan, unit.xiting, month)
    expect(township).toMatchObject({ name: 'xiting', rows: [], total: { counts: { firms: 2 } } })
  })

  it('of a unit without townships is empty, of a month that is not open nothing', async () => {
    const { ports, tick } = await aSmallCity()
    await tick('2023-04-07', '09:00')
    expect(await progress(ports, plan, unit.city, month)).toBeUndefined()
    expect(await progress(ports, plan, unit.city, Month.parse('2023-02'))).toBeUndefined()
    const open = await anOpenMonth()
    const nowhere = await progress(open.ports, plan, UnitPath.parse('nt/gone'), month)
    expect(nowhere).toMatchObject({
      name: 'nt/gone',
      rows: [],
      total: { townships: 0, counts: { firms: 0 } },
    })
  })

  it('takes the newest month that was opened, not one that waits for the press', async () => {
    const { ports, tick } = await anOpenMonth()
    expect(await newestMonth(ports, plan)).toBe(month)
    await tick('2023-05-09', '09:00')
    expect((await ports.store.months(plan.programme.id)).map(({ state }) => state)).toEqual([
      'confirming',
      'closed',
    ])
    expect(await newestMonth(ports, plan)).toBe(month)
    expect(await newestMonth((await aSmallCity()).ports, plan)).toBeUndefined()
  })
})
