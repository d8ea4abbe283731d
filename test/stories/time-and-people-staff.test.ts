import { describe, expect, it } from 'vitest'
import { nextMonth } from '../../shared/domain/month.ts'
import { Person } from '../../shared/domain/person.ts'
import { prepareOpening } from '../../shared/usecases/open-month.ts'
import { anOpenCity, figuresFor } from '../build/live-city.ts'
import { month, people, plan, programme, time, unit } from '../build/small-city.ts'
import { reassign } from '../build/staff.ts'

const wang = people.wang.id
const officerOf = (township: string): Person['roles'] =>
  Person.shape.roles.parse([{ programme: programme.id, role: 'officer', unit: township }])

describe('an officer who has left between the opening and the sending', () => {
  it('gets no card, and the city reads that the township has nobody', async () => {
    const city = await anOpenCity()
    await reassign(city, people.li, [])
    await city.deliver()
    expect(await city.titles(people.li.id)).toEqual([])
    expect(await city.ports.store.ledger(`ask:${month}:${people.li.id}`)).toMatchObject({
      result: { is: 'dropped' },
    })
    const [opened] = await city.heardBy(people.city.id)
    expect(JSON.stringify(opened?.card)).toContain('没有经办人的单位 2 个：rucheng、jiuhua。')
    expect(
      (await prepareOpening(city.ports, plan, nextMonth(month))).withoutOfficer.map(({ path }) => path),
    ).toEqual([unit.rucheng, unit.jiuhua])
  })

  it('whose successor says /待办 files instead', async () => {
    const city = await anOpenCity()
    await reassign(city, people.li, [])
    await reassign(city, people.wang, officerOf(unit.jiuhua))
    await city.deliver()
    await city.say(wang, '/待办')
    await city.deliver()
    await city.press(wang, 'start_0')
    expect(await city.press(wang, '提交本页', figuresFor(city.codesOf(unit.jiuhua)))).toMatchObject({
      title: '已收 2 户',
    })
    expect((await city.ports.store.tally(city.of(unit.jiuhua)))?.counts.by.submitted).toBe(2)
  })

  it('to another township gets the card of the new one alone', async () => {
    const city = await anOpenCity()
    await reassign(city, people.wang, officerOf(unit.jiuhua))
    await city.deliver()
    const says = JSON.stringify(await city.heardBy(wang))
    expect(says).toContain('**jiuhua** 本月应报 2 户')
    expect(says).not.toContain('jinsha')
  })
})

describe('an officer who moves while the card is open', () => {
  it('can file nothing there any more, learns nothing of it, and finds the new township by /待办', async () => {
    const city = await anOpenCity()
    await city.deliver()
    await city.press(wang, 'start_0')
    await reassign(city, people.wang, officerOf(unit.jiuhua))

    const pressed = await city.press(wang, '提交本页', figuresFor(city.codesOf(unit.jinsha)))
    expect(pressed).toMatchObject({
      code: 0,
      title: undefined,
      toast: expect.stringContaining('您不在该处名单'),
    })
    expect((await city.ports.store.tally(city.of(unit.jinsha)))?.counts.by.submitted).toBe(0)

    await city.say(wang, '/待办')
    await city.deliver()
    expect(await city.press(wang, 'start_0')).toMatchObject({ title: 'jiuhua 3月' })
    await city.press(wang, '提交本页', figuresFor(city.codesOf(unit.jiuhua)))
    expect((await city.ports.store.tally(city.of(unit.jiuhua)))?.counts.by.submitted).toBe(2)
  })

  it('who has left altogether is answered like anybody outside', async () => {
    const city = await anOpenCity()
    await city.deliver()
    await city.press(wang, 'start_0')
    await reassign(city, people.wang, [])
    const pressed = await city.press(wang, '提交本页', figuresFor(city.codesOf(unit.jinsha)))
    expect(pressed).toMatchObject({ code: 0, toast: expect.stringContaining('您不在本系统的名单里') })
    expect((await city.ports.store.tally(city.of(unit.jinsha)))?.counts.by.submitted).toBe(0)
  })
})

describe('a firm renamed and moved while its month is open', () => {
  it('is filed once, where and as it was frozen, and next month stands in the new township under the new name', async () => {
    const city = await anOpenCity()
    await city.deliver()
    const [before] = city.firms.filter((firm) => firm.unit === unit.jinsha)
    if (before === undefined) throw new Error('金沙 has no firm')
    const after = { ...before, unit: unit.jiuhua, name: '新名机械' }
    await city.ports.store.commit([{ is: 'enterprise', programme: programme.id, before, after }])
    await city.press(wang, 'start_0')
    await city.press(wang, '提交本页', figuresFor(city.codesOf(unit.jinsha)))
    const of = city.of(unit.jinsha)
    expect(await city.ports.store.report(of, before.code)).toMatchObject({
      name: before.name,
      state: 'submitted',
    })
    expect(await city.ports.store.report(city.of(unit.jiuhua), before.code)).toBeUndefined()

    for (const day of ['2023-04-27', '2023-05-09']) {
      await city.at(time(day, '09:00'))
      await city.agenda()
      await city.deliver()
    }
    expect(await city.press(people.city.id, '开表')).toMatchObject({ title: '正在开表' })
    await city.agenda()
    const april = nextMonth(month)
    expect(await city.ports.store.report({ ...of, month: april }, before.code)).toBeUndefined()
    expect(
      await city.ports.store.report({ ...city.of(unit.jiuhua), month: april }, before.code),
    ).toMatchObject({ name: '新名机械', state: 'expected' })
  })

  it('and entered a second time is refused, so that it is asked for once', async () => {
    const city = await anOpenCity()
    const [firm] = city.firms
    if (firm === undefined) throw new Error('there is no firm')
    const twice = {
      is: 'enterprise',
      programme: programme.id,
      before: undefined,
      after: { ...firm, unit: unit.jiuhua },
    } as const
    expect(await city.ports.store.commit([twice])).toEqual({ is: 'conflict' })
    const lists = await Promise.all(
      [unit.jinsha, unit.jiuhua].map((place) => city.ports.store.enterprises(programme.id, place)),
    )
    expect(lists.flat().filter(({ code }) => code === firm.code)).toHaveLength(1)
  })
})
