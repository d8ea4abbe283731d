import { describe, expect, it } from 'vitest'
import { nextMonth } from '../../shared/domain/month.ts'
import { aLiveCity, anOpenCity, figuresFor } from '../build/live-city.ts'
import { people, time, unit } from '../build/small-city.ts'

const MINUTE = 60_000
const wang = people.wang.id
const due = time('2023-04-19', '17:00')

describe('the card with which the city opens a month', () => {
  it('says under way, and when the officers are asked, who opened it, when, and how much', async () => {
    const city = await aLiveCity()
    await city.at(time('2023-04-07', '09:00'))
    await city.agenda()
    await city.deliver()
    expect(await city.press(people.city.id, '开表')).toMatchObject({ code: 0, title: '正在开表' })
    await city.at(time('2023-04-07', '09:05'))
    await city.agenda()
    await city.deliver()
    const [card, ...others] = await city.heardBy(people.city.id)
    expect(others).toEqual([])
    const says = JSON.stringify(card?.card)
    expect(says).toContain('city 4月7日（周五）09:05 已开表：2023年3月名册冻结 4 个报送单位、8 户。')
    expect(says).toContain('已请 3 名经办人填报。')
    expect(says).toContain('没有经办人的单位 1 个：rucheng。')
    expect(says).not.toContain('"button"')
  })
})

describe('clocks ten minutes apart', () => {
  const apart = [
    ['behind', -10 * MINUTE, due + 5 * MINUTE, { onTime: 2, late: 0 }],
    ['ahead of', 10 * MINUTE, due - 5 * MINUTE, { onTime: 0, late: 2 }],
  ] as const

  it.each(apart)(
    'ours %s Feishu’s: a message is answered, a press is refused and stores nothing',
    async (_, ahead, at) => {
      const city = await anOpenCity()
      await city.deliver()
      await city.press(wang, 'start_0')
      await city.at(at)
      city.beAhead(ahead)
      const pressed = await city.press(wang, '提交本页', figuresFor(city.codesOf(unit.jinsha)))
      expect(pressed).toMatchObject({ code: 200_671, title: undefined })
      expect((await city.ports.store.tally(city.of(unit.jinsha)))?.counts.by).toMatchObject({
        expected: 2,
        submitted: 0,
      })
      const before = (await city.titles(wang)).length
      await city.say(wang, '/待办')
      await city.deliver()
      expect(await city.titles(wang)).toHaveLength(before + 1)
    },
  )

  it.each(apart)(
    'ours %s Feishu’s, with a window that allows it: taken, and late by ours',
    async (_, ahead, at, counts) => {
      const city = await anOpenCity({ callbackWindow: 900 })
      await city.deliver()
      await city.at(at)
      city.beAhead(ahead)
      expect(await city.press(wang, 'start_0')).toMatchObject({ code: 0, title: 'jinsha 3月' })
      const pressed = await city.press(wang, '提交本页', figuresFor(city.codesOf(unit.jinsha)))
      expect(pressed).toMatchObject({ code: 0, title: '已收 2 户' })
      expect((await city.ports.store.tally(city.of(unit.jinsha)))?.counts).toMatchObject(counts)
    },
  )
})

describe('the due day', () => {
  it.each([
    ['at the due instant itself is in time', due, { onTime: 2, late: 0 }],
    ['a millisecond later is late, and taken', due + 1, { onTime: 0, late: 2 }],
    ['at 23:59:59 is late, and taken', time('2023-04-19', '23:59') + 59_999, { onTime: 0, late: 2 }],
  ] as const)('%s', async (_, at, counts) => {
    const city = await anOpenCity()
    await city.deliver()
    await city.press(wang, 'start_0')
    await city.at(at)
    expect(await city.press(wang, '提交本页', figuresFor(city.codesOf(unit.jinsha)))).toMatchObject({
      title: '已收 2 户',
    })
    expect((await city.ports.store.tally(city.of(unit.jinsha)))?.counts).toMatchObject(counts)
  })
})

describe('a card that has grown old', () => {
  it('of more than 14 days cannot be pressed; /待办 brings a new one, and the figures of the old are there', async () => {
    const city = await anOpenCity()
    await city.deliver()
    await city.press(wang, 'start_0')
    const [first = '', second = ''] = city.codesOf(unit.jinsha)
    await city.press(wang, '提交本页', figuresFor([first]))
    await city.at(time('2023-04-24', '10:00'))
    expect(await city.press(wang, '提交本页', figuresFor([second]))).toMatchObject({
      status: 409,
      error: expect.stringContaining('14 days'),
    })
    await city.say(wang, '/待办')
    await city.deliver()
    expect(await city.press(wang, 'start_0')).toMatchObject({ code: 0, title: 'jinsha 3月' })
    await city.press(wang, '提交本页', figuresFor([second]))
    const reports = await city.ports.store.reports(city.of(unit.jinsha))
    expect(reports.map(({ code, state, revision }) => [code, state, revision])).toEqual([
      [first, 'submitted', 1],
      [second, 'submitted', 1],
    ])
  })

  it('of last month, pressed while the next month is open: it says so, and nothing is stored in either', async () => {
    const city = await anOpenCity()
    await city.deliver()
    await city.at(time('2023-04-26', '16:30'))
    await city.say(wang, '/待办')
    await city.deliver()
    await city.press(wang, 'start_0')
    const upToMarch = (await city.titles(wang)).length
    await city.at(time('2023-04-27', '09:00'))
    await city.agenda()
    await city.at(time('2023-05-09', '09:00'))
    await city.agenda()
    await city.deliver()
    await city.press(people.city.id, '开表')
    await city.agenda()
    await city.deliver()
    const titles = await city.titles(wang)
    expect(titles.at(-1)).toBe('4月企业数据请报送')

    const typed = figuresFor(city.codesOf(unit.jinsha))
    const pressed = await city.press(wang, '提交本页', typed, titles.length - upToMarch)
    expect(pressed).toMatchObject({
      code: 0,
      toast: expect.stringContaining('3月已于4月26日（周三）17:00结账'),
    })
    const of = city.of(unit.jinsha)
    for (const month of [of.month, nextMonth(of.month)])
      expect((await city.ports.store.tally({ ...of, month }))?.counts.by).toMatchObject({
        expected: 2,
        submitted: 0,
      })
  })
})
