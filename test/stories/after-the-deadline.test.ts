import { describe, expect, it } from 'vitest'
import { filingToken } from '../../bot/flows/filing-token.ts'
import { reviewToken } from '../../bot/flows/review-token.ts'
import type { Person } from '../../shared/domain/person.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import { acts } from '../build/acts.ts'
import { ears } from '../build/heard.ts'
import { presses } from '../build/presses.ts'
import { aSmallCity, month, people, programme, unit } from '../build/small-city.ts'

/** The small city with its March asked for, due on 19 April and closed on the 26th. */
const anOpenMonth = async () => {
  const city = await aSmallCity()
  const { heard, listen } = ears(city)
  const { press, say } = presses(city)
  await city.tick('2023-04-07', '09:00')
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
  await listen()
  const at = async (day: string, clock: string) => {
    await city.tick(day, clock)
    return listen()
  }
  const tallyOf = async (township: UnitPath) => {
    const tally = await city.ports.store.tally({ programme: programme.id, month, township })
    if (tally === undefined) throw new Error(`${township} is not open`)
    return tally
  }
  /** What `/待办` answers. */
  const todo = async (who: Person) => {
    await say(who, '/待办')
    await listen()
    return heard.findLast(({ push }) => push.startsWith('answer'))?.says ?? ''
  }
  return { ...city, ...acts(city), heard, at, press, tallyOf, todo }
}

describe('after the due day', () => {
  it('says on the officer’s own card that it is late, since when, and till when it can be filed', async () => {
    const city = await anOpenMonth()
    await city.at('2023-04-19', '14:00')
    expect(await city.todo(people.li)).not.toContain('已逾期')
    await city.at('2023-04-20', '09:00')
    const said = await city.todo(people.li)
    expect(said).toContain('已逾期，4月26日（周三）17:00 结账')
    expect(said).toContain('4月19日（周三）17:00 已截止，4月26日（周三）17:00 结账前仍可补报')
    // The words for the firms name no day that is over.
    expect(said).toContain('请尽快回复贵公司')
    await city.file(unit.jiuhua, people.li)
    expect(await city.todo(people.li)).not.toContain('已逾期')
  })

  it('says so on the receipt of what is filed then', async () => {
    const city = await anOpenMonth()
    await city.at('2023-04-20', '09:00')
    const [firm] = city.firms.filter((one) => one.unit === unit.jiuhua)
    if (firm === undefined) throw new Error('two firms')
    const codes = [firm.code]
    const state = { programme: programme.id, month, township: unit.jiuhua, codes, seen: 1 }
    const form = Object.fromEntries(
      Object.entries({ sales: '150', tax: '4.2', power: '3.1', staff: '45' }).map(([id, value]) => [
        `${id}_${firm.code}`,
        value,
      ]),
    )
    const answer = await city.press(people.li, filingToken(state)('submit'), form)
    const said = JSON.stringify(answer.card)
    expect(said).toContain('**已报 1** · 未报 1')
    expect(said).toContain('**已逾期**：4月19日（周三）17:00 已截止，4月26日（周三）17:00 结账前仍可补报')
  })
})

describe('the close with firms unfiled', () => {
  it('is said once and privately to the officers and the heads of those townships', async () => {
    const city = await anOpenMonth()
    await city.at('2023-04-20', '09:00')
    await city.file(unit.jinsha, people.wang)
    await city.file(unit.xiting, people.zhang, 1)
    await city.difficulty(unit.jiuhua, people.li)
    await city.at('2023-04-26', '16:59')
    expect(await city.at('2023-04-26', '17:00')).toEqual({ 'month-closed': ['ou_li', 'ou_zhang'] })
    const said = city.heard.findLast(({ who }) => who === 'ou_zhang')?.says ?? ''
    expect(said).toContain('3月已结账，未报 1 户')
    expect(said).toContain('xiting：未报 1 户，统计里按缺报计')
    expect(said).toContain('点“申请更正”，由区工信局审核')
    expect(said).not.toMatch(/jinsha|试验/)
    expect(await city.at('2023-04-26', '17:10')).toEqual({})
    expect(await city.at('2023-04-27', '09:00')).not.toHaveProperty('month-closed')
  })

  it('reaches a head, and calls what was sent back by its name', async () => {
    const city = await anOpenMonth()
    await city.file(unit.jinsha, people.wang)
    await city.sendBack(unit.jinsha)
    await city.at('2023-04-26', '16:59')
    expect(await city.at('2023-04-26', '17:00')).toMatchObject({
      'month-closed': ['ou_head', 'ou_li', 'ou_wang', 'ou_zhang'],
    })
    const said = city.heard.findLast(({ who }) => who === 'ou_head')?.says ?? ''
    expect(said).toContain('3月已结账，被退回待改 1 户')
    expect(said).not.toContain('未报')
  })

  it('is the fifth push of an officer at most', async () => {
    const city = await anOpenMonth()
    const { store } = city.ports
    for (const [day, clock] of [
      ['2023-04-18', '09:00'],
      ['2023-04-19', '14:00'],
      ['2023-04-20', '09:00'],
    ] as const)
      await city.at(day, clock)
    await store.takeAllowance(programme.id, month, people.li.id, 'another', 5)
    await city.at('2023-04-26', '16:59')
    expect(await city.at('2023-04-26', '17:00')).toMatchObject({
      'month-closed': ['ou_head', 'ou_wang', 'ou_zhang'],
    })
  })

  it('is what /待办 says until the next month is asked for, and to nobody who owes nothing', async () => {
    const city = await anOpenMonth()
    await city.file(unit.jinsha, people.wang)
    await city.at('2023-04-26', '17:00')
    const said = await city.todo(people.li)
    expect(said).toContain('3月已结账，未报 2 户')
    expect(said).not.toContain('没有要办的事')
    expect(await city.todo(people.wang)).toContain('没有要办的事')
    expect(await city.todo(people.tongzhou)).toContain('没有要办的事')
  })

  it('sends an officer to the district, and the district not to itself', async () => {
    const city = await anOpenMonth()
    await city.file(unit.jiuhua, people.li)
    await city.at('2023-04-26', '17:00')
    const tally = await city.tallyOf(unit.jiuhua)
    const state = { programme: programme.id, month, township: unit.jiuhua, codes: [], seen: tally.sequence }
    const officer = await city.press(people.li, filingToken(state)('rest'))
    expect(officer.toast?.say).toContain('发“/更正”，由区工信局审核')
    const reviewer = await city.press(people.rugao, reviewToken(tally)('show'))
    expect(reviewer.toast?.say).toMatch(
      /已于4月26日（周三）17:00结账.*请乡镇在单聊里发“\/更正”提出申请，由您答复/,
    )
    expect(reviewer.toast?.say).not.toContain('由区工信局审核')
  })
})
