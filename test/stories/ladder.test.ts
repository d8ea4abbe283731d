import { describe, expect, it } from 'vitest'
import { openCount } from '../../shared/domain/tally.ts'
import { acts } from '../build/acts.ts'
import { ears } from '../build/heard.ts'
import { aSmallCity, month, people, programme, unit } from '../build/small-city.ts'

/** The small city with its March asked for. 如城 has no officer. */
const anOpenMonth = async () => {
  const city = await aSmallCity()
  const { heard, listen, resultOf } = ears(city)
  await city.tick('2023-04-07', '09:00')
  await listen()
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
  /** The agenda runs at this time, and whatever may be sent arrives. */
  const at = async (day: string, clock: string) => {
    await city.tick(day, clock)
    return listen()
  }
  const saysTo = (who: string) => heard.findLast((one) => one.who === who)?.says ?? ''
  return { ...city, ...acts(city), heard, listen, resultOf, at, saysTo }
}

describe('the ladder', () => {
  it('is climbed rung by rung while everybody is silent: each rung its people, each person one digest', async () => {
    const city = await anOpenMonth()
    const officers = ['ou_li', 'ou_wang', 'ou_zhang']
    const reviewers = ['ou_both', 'ou_rugao', 'ou_tongzhou']
    expect(await city.listen()).toEqual({ ask: officers, 'opened (changed)': ['ou_city'] })
    expect(await city.at('2023-04-17', '09:00')).toEqual({})
    expect(await city.at('2023-04-18', '09:00')).toEqual({ remind: officers })
    expect(await city.at('2023-04-19', '13:59')).toEqual({})
    expect(await city.at('2023-04-19', '14:00')).toEqual({ remind: officers })
    expect(await city.at('2023-04-20', '09:00')).toEqual({ overdue: officers, 'overdue-head': ['ou_head'] })
    expect(await city.at('2023-04-21', '09:00')).toEqual({
      'overdue-district': ['oc_rugao', 'oc_tongzhou'],
      'overdue-reviewer': reviewers,
    })
    expect(await city.at('2023-04-23', '09:00')).toEqual({ 'overdue-city': ['ou_city'] })
    expect(await city.at('2023-04-24', '09:00')).toEqual({})
    const mine = city.heard.filter(({ who }) => who === 'ou_zhang')
    expect(mine).toHaveLength(4)
  })

  it('names both townships of an officer in one message, and to the group units only, in the plan’s order', async () => {
    const city = await anOpenMonth()
    await city.at('2023-04-18', '09:00')
    expect(city.saysTo('ou_zhang')).toMatch(/jinsha.*xiting/s)
    expect(city.saysTo('ou_li')).not.toMatch(/jinsha|xiting|rucheng/)
    await city.at('2023-04-21', '09:00')
    expect(city.saysTo('oc_tongzhou')).toMatch(/jinsha.*xiting/s)
    expect(city.saysTo('oc_tongzhou')).not.toMatch(/zhang|wang|试验|jiuhua/)
    expect(city.saysTo('ou_both')).toMatch(/jinsha.*xiting.*rucheng.*jiuhua/s)
  })

  it('leaves alone who has filed, and lets nobody off for the other township', async () => {
    const city = await anOpenMonth()
    await city.listen()
    await city.file(unit.jinsha, people.wang)
    expect(await city.at('2023-04-18', '09:00')).toEqual({ remind: ['ou_li', 'ou_zhang'] })
    expect(city.saysTo('ou_zhang')).not.toContain('jinsha')
    await city.file(unit.xiting, people.zhang)
    expect(await city.at('2023-04-19', '14:00')).toEqual({ remind: ['ou_li'] })
    // The township of 如城, which has no officer, reaches its district and the city.
    await city.file(unit.jiuhua, people.li)
    const reviewed = { review: ['ou_both', 'ou_rugao', 'ou_tongzhou'] }
    expect(await city.at('2023-04-20', '09:00')).toEqual(reviewed)
    expect(await city.at('2023-04-21', '09:00')).toMatchObject({
      'overdue-district': ['oc_rugao'],
      'overdue-reviewer': ['ou_both', 'ou_rugao'],
    })
    expect(await city.at('2023-04-23', '09:00')).toMatchObject({ 'overdue-city': ['ou_city'] })
  })

  it('stops at 说明困难 for that township, and tells its district group so', async () => {
    const city = await anOpenMonth()
    await city.at('2023-04-19', '14:00')
    await city.difficulty(unit.jiuhua, people.li)
    expect(await city.at('2023-04-20', '09:00')).toEqual({
      overdue: ['ou_wang', 'ou_zhang'],
      'overdue-head': ['ou_head'],
    })
    await city.at('2023-04-21', '09:00')
    expect(city.saysTo('oc_rugao')).toMatch(/尚未报齐.*rucheng/s)
    expect(city.saysTo('oc_rugao')).toMatch(/已说明困难.*jiuhua（差 2 户，企业失联）|已说明困难.*jiuhua/s)
    expect(city.saysTo('oc_rugao')).not.toMatch(/尚未报齐[^。]*jiuhua/)
  })

  it('says nothing at all where everybody is in and reviewed', async () => {
    const city = await anOpenMonth()
    await city.listen()
    for (const [place, who, reviewer] of [
      [unit.jinsha, people.wang, people.tongzhou],
      [unit.xiting, people.zhang, people.tongzhou],
      [unit.rucheng, people.city, people.rugao],
      [unit.jiuhua, people.li, people.rugao],
    ] as const) {
      await city.file(place, who)
      await city.accept(place, reviewer)
    }
    for (const [day, clock] of [
      ['2023-04-18', '09:00'],
      ['2023-04-19', '14:00'],
      ['2023-04-20', '09:00'],
      ['2023-04-21', '09:00'],
      ['2023-04-23', '09:00'],
      ['2023-04-25', '09:00'],
    ] as const)
      expect(await city.at(day, clock)).toEqual({})
  })

  it('chases reviewers each working day, and on the second their district’s leader, never the city’s', async () => {
    const city = await anOpenMonth()
    await city.at('2023-04-19', '14:00')
    await city.file(unit.jinsha, people.wang)
    const waiting = ['ou_both', 'ou_tongzhou']
    expect(await city.at('2023-04-20', '09:00')).toMatchObject({ review: waiting })
    expect(await city.at('2023-04-21', '09:00')).toMatchObject({
      review: waiting,
      'review-leader': ['ou_leader'],
    })
    expect(city.saysTo('ou_leader')).not.toMatch(/jinsha|试验/)
    expect(await city.at('2023-04-23', '09:00')).toMatchObject({ review: waiting })
    await city.accept(unit.jinsha, people.tongzhou)
    expect(await city.at('2023-04-24', '09:00')).toEqual({})
  })

  it('says to nobody what stopped being true between the plan and the sending', async () => {
    const city = await anOpenMonth()
    await city.listen()
    await city.tick('2023-04-20', '09:00')
    await city.file(unit.jiuhua, people.li)
    expect(await city.listen()).toEqual({ overdue: ['ou_wang', 'ou_zhang'], 'overdue-head': ['ou_head'] })
    expect(await city.resultOf('overdue:overdue-1:2023-03:ou_li')).toMatchObject({ is: 'dropped' })
  })

  it('never disturbs anybody in quiet hours', async () => {
    const city = await anOpenMonth()
    await city.listen()
    expect(await city.at('2023-04-20', '12:30')).toEqual({})
    expect(await city.at('2023-04-20', '14:00')).toMatchObject({ overdue: ['ou_li', 'ou_wang', 'ou_zhang'] })
    expect(await city.at('2023-04-21', '21:00')).toEqual({})
    expect(await city.at('2023-04-22', '10:00')).toEqual({})
    expect(await city.at('2023-04-23', '09:00')).toMatchObject({
      'overdue-reviewer': ['ou_both', 'ou_rugao', 'ou_tongzhou'],
    })
  })

  it('sends an officer five pushes of its own accord in a month, and no sixth', async () => {
    const city = await anOpenMonth()
    const { store } = city.ports
    for (const other of ['a', 'b', 'c'])
      await store.takeAllowance(programme.id, month, people.zhang.id, other, 5)
    await city.listen()
    expect(await city.at('2023-04-18', '09:00')).toMatchObject({ remind: ['ou_li', 'ou_wang', 'ou_zhang'] })
    expect(await city.at('2023-04-19', '14:00')).toEqual({ remind: ['ou_li', 'ou_wang'] })
    expect(await city.at('2023-04-20', '09:00')).toMatchObject({ overdue: ['ou_li', 'ou_wang'] })
  })
})

describe('the message in a district’s group', () => {
  it('is one message, changed in place whenever what it says has changed', async () => {
    const city = await anOpenMonth()
    await city.at('2023-04-21', '09:00')
    expect(await city.at('2023-04-21', '09:10')).toEqual({})
    await city.file(unit.jinsha, people.wang, 1)
    expect(await city.at('2023-04-21', '09:20')).toEqual({ 'overdue-district (changed)': ['oc_tongzhou'] })
    expect(await city.at('2023-04-21', '09:30')).toEqual({})
    await city.difficulty(unit.xiting, people.zhang)
    expect(await city.at('2023-04-21', '09:40')).toEqual({ 'overdue-district (changed)': ['oc_tongzhou'] })
    await city.file(unit.jinsha, people.wang)
    await city.file(unit.xiting, people.zhang)
    // Changing a message disturbs nobody: it is done in quiet hours too.
    expect(await city.at('2023-04-21', '21:00')).toEqual({ 'overdue-district (changed)': ['oc_tongzhou'] })
    expect(city.saysTo('oc_tongzhou')).toContain('已报齐')
    expect(city.saysTo('oc_tongzhou')).not.toContain('尚未报齐')
    const messages = city.heard.filter(({ who, changes }) => who === 'oc_tongzhou' && changes === undefined)
    expect(messages).toHaveLength(1)
  })

  it('is changed for somebody who filed between its sending and the next tick', async () => {
    const city = await anOpenMonth()
    await city.at('2023-04-21', '09:00')
    await city.file(unit.jinsha, people.wang)
    expect(await city.at('2023-04-21', '09:01')).toEqual({
      'overdue-district (changed)': ['oc_tongzhou'],
    })
  })

  it('is not sent by a change alone: a group whose district was in hears of nothing', async () => {
    const city = await anOpenMonth()
    await city.listen()
    await city.file(unit.jinsha, people.wang)
    await city.file(unit.xiting, people.zhang)
    await city.at('2023-04-21', '09:00')
    await city.sendBack(unit.jinsha)
    const tally = await city.ports.store.tally({ programme: programme.id, month, township: unit.jinsha })
    expect(tally && openCount(tally.counts)).toBe(1)
    await city.at('2023-04-21', '10:00')
    expect(city.heard.filter(({ who }) => who === 'oc_tongzhou')).toEqual([])
  })
})
