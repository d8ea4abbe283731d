import { describe, expect, it } from 'vitest'
import { filingToken } from '../../bot/flows/filing-token.ts'
import { reviewToken } from '../../bot/flows/review-token.ts'
import type { CreditCode } from '../../shared/domain/enterprise.ts'
import type { Person } from '../../shared/domain/person.ts'
import { acts } from '../build/acts.ts'
import { ears } from '../build/heard.ts'
import { presses } from '../build/presses.ts'
import { aSmallCity, month, people, programme, unit } from '../build/small-city.ts'

const of = { programme: programme.id, month, township: unit.jiuhua }
const [STOCK, UNIT, VAGUE] = ['与上月、去年相差较大，请说明', '单位疑似有误，请核对', '说明不够具体']
const whole = { sales: '150', tax: '4.2', power: '3.1', staff: '45' }

/** 九华 has filed its two firms, on 17 April at nine. */
const aFiledTownship = async () => {
  const city = await aSmallCity()
  const { heard, listen } = ears(city)
  const { press, say } = presses(city)
  await city.tick('2023-04-07', '09:00')
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
  await listen()
  await city.tick('2023-04-17', '09:00')
  const { file } = acts(city)
  await file(unit.jiuhua, people.li)
  const codes = city.firms.flatMap((firm) => (firm.unit === unit.jiuhua ? [firm.code] : []))
  const [first, second] = codes
  if (first === undefined || second === undefined) throw new Error('two firms')
  const tally = async () => {
    const found = await city.ports.store.tally(of)
    if (found === undefined) throw new Error('the township is open')
    return found
  }
  const sendBack = async (firm: CreditCode, reason: string) =>
    press(people.rugao, reviewToken(await tally())('return'), { firm, reason })
  /** Files a firm from a card drawn at `seen`, now where nothing is said. */
  const refile = async (code: CreditCode, form: Record<string, string>, seen?: number) => {
    const state = { ...of, codes: [code], seen: seen ?? (await tally()).sequence }
    const named = Object.fromEntries(Object.entries(form).map(([name, value]) => [`${name}_${code}`, value]))
    return press(people.li, filingToken(state)('submit'), named)
  }
  const at = async (day: string, clock: string) => {
    await city.tick(day, clock)
    return listen()
  }
  const answerTo = async (who: Person, text: string) => {
    await say(who, text)
    await listen()
    return heard.findLast(({ push }) => push.startsWith('answer'))?.says ?? ''
  }
  const report = (code: CreditCode) => city.ports.store.report(of, code)
  return { ...city, file, heard, listen, at, first, second, tally, sendBack, refile, answerTo, report }
}
const explained = { why_returned: '新增订单、客户', say_returned: '4月新接了两台机床的订单' }

describe('firms that were sent back', () => {
  it('are called so wherever an officer, the district or the city reads counts', async () => {
    const city = await aFiledTownship()
    await city.sendBack(city.first, STOCK)
    await city.at('2023-04-17', '10:00')
    const home = await city.answerTo(people.li, '/待办')
    expect(home).toContain('已报 1 户，被退回待改 1 户')
    expect(home).toContain('改被退回的（1 户）')
    expect(await city.at('2023-04-18', '09:00')).toMatchObject({ remind: ['ou_li', 'ou_wang', 'ou_zhang'] })
    const reminder = city.heard.findLast(({ push }) => push.startsWith('remind') && push.endsWith('ou_li'))
    expect(reminder?.says).toContain('被退回待改 1 户，下个工作日截止')
    expect(reminder?.says).toContain('jiuhua（被退回待改 1 户）还没有改好')
    expect(`${home}${reminder?.says}`).not.toMatch(/未报 |差 1 户|未报齐/)
    const progress = await city.answerTo(people.city, '/进度')
    expect(progress).toContain('未报 6 户，被退回待改 1 户')
    const missing = await city.answerTo(people.rugao, '/未报')
    expect(missing).toContain('还差 2 户，被退回待改 1 户')
  })

  it('are a line of their own in the district’s group, which changes when one is sent back', async () => {
    const city = await aFiledTownship()
    await city.at('2023-04-20', '09:00')
    await city.at('2023-04-21', '09:00')
    const said = () => city.heard.findLast(({ who }) => who === 'oc_rugao')?.says
    expect(said()).not.toContain('被退回')
    await city.sendBack(city.first, STOCK)
    expect(await city.at('2023-04-21', '09:30')).toMatchObject({
      'overdue-district (changed)': ['oc_rugao'],
    })
    expect(said()).toContain('尚未报齐：rucheng（暂无经办人，差 2 户）。')
    expect(said()).toContain('已报、有被退回待改：jiuhua（被退回待改 1 户）。')
    await city.at('2023-04-23', '09:00')
    const city3 = city.heard.findLast(({ who }) => who === 'ou_city')?.says
    expect(city3).toContain('rugao 2 个（其中 1 个只剩被退回的待改）')
  })

  it('that come again unchanged stay so, and the officer reads who sent them back and why', async () => {
    const city = await aFiledTownship()
    await city.sendBack(city.first, STOCK)
    const answer = await city.refile(city.first, whole)
    const said = JSON.stringify(answer.card)
    expect(said).toContain('1 户是区里退回的，数没有变，还没有重新报送：请改数，或选原因并写明说明再提交')
    expect(said).toMatch(new RegExp(`退回，原因：${STOCK}`))
    expect(said).not.toContain('已经收到过')
    expect((await city.report(city.first))?.state).toBe('returned')
    await city.refile(city.first, { ...whole, ...explained })
    expect((await city.report(city.first))?.state).toBe('resubmitted')
  })
})

describe('the message of a return', () => {
  it('takes in firms that follow while the first still waits, and is a new one once that was mended', async () => {
    const city = await aFiledTownship()
    await city.sendBack(city.first, STOCK)
    expect(await city.listen()).toEqual({ returned: ['ou_li'] })
    city.clock.at += 60_000
    await city.sendBack(city.second, UNIT)
    expect(await city.listen()).toEqual({ 'returned (changed)': ['ou_li'] })
    expect(city.heard.at(-1)?.says).toMatch(new RegExp(`${STOCK}.*${UNIT}`, 's'))
    city.clock.at += 60_000
    for (const code of [city.first, city.second]) await city.refile(code, { ...whole, ...explained })
    await city.listen()
    await city.sendBack(city.first, VAGUE)
    expect(await city.listen()).toEqual({ returned: ['ou_li'] })
  })

  it('comes anew when a firm is sent back once more before the officer acted, with the newest reason', async () => {
    const city = await aFiledTownship()
    await city.sendBack(city.first, STOCK)
    await city.listen()
    city.clock.at += 60_000
    const again = await city.sendBack(city.first, UNIT)
    expect(again.toast?.tone).toBe('success')
    expect(await city.listen()).toEqual({ returned: ['ou_li'] })
    const said = city.heard.at(-1)?.says ?? ''
    expect(said).toContain('再次被退回，原因有更新')
    expect(said).toContain(UNIT)
    expect(said).not.toContain(STOCK)
    const reasons = (await city.ports.store.audit(of)).flatMap(({ move, reason }) =>
      move === 'return' ? [reason] : [],
    )
    expect(reasons).toEqual([STOCK, UNIT])
    const same = await city.sendBack(city.first, UNIT)
    expect(same.toast?.say).toContain('已按这个原因退回过')
    expect(await city.listen()).toEqual({})
  })

  it('is one message where both returns came in quiet hours', async () => {
    const city = await aFiledTownship()
    await city.at('2023-04-17', '21:00')
    await city.sendBack(city.first, STOCK)
    city.clock.at += 60_000
    await city.sendBack(city.first, UNIT)
    expect(await city.listen()).toEqual({})
    expect(await city.at('2023-04-18', '09:00')).toMatchObject({ returned: ['ou_li'] })
    expect(city.heard.filter(({ push }) => push.startsWith('returned'))).toHaveLength(1)
  })
})

describe('a card that was drawn before the newest return', () => {
  const returnedTwice = async () => {
    const city = await aFiledTownship()
    await city.sendBack(city.first, STOCK)
    const seen = (await city.tally()).sequence
    city.clock.at += 60_000
    await city.sendBack(city.first, UNIT)
    return { ...city, seen }
  }

  it('does not answer the newest reason: it is shown beside the words, and the next press counts', async () => {
    const city = await returnedTwice()
    const answer = await city.refile(city.first, { ...whole, ...explained }, city.seen)
    const said = JSON.stringify(answer.card)
    expect(said).toContain('区里又退回了一次，请先看上面新的原因')
    expect(said).toContain(UNIT)
    expect(said).toContain(explained.say_returned)
    expect((await city.report(city.first))?.state).toBe('returned')
    await city.refile(city.first, { ...whole, ...explained })
    expect((await city.report(city.first))?.state).toBe('resubmitted')
  })

  it('keeps the officer’s own correction beside the newest reason, calls it no conflict, and takes the next press', async () => {
    const city = await returnedTwice()
    const mended = { ...whole, sales: '151' }
    const said = JSON.stringify((await city.refile(city.first, mended, city.seen)).card)
    expect(said).not.toContain('与同事报的不同')
    expect(said).toContain(UNIT)
    expect(said).toContain('"default_value":"151"')
    expect((await city.report(city.first))?.state).toBe('returned')
    await city.refile(city.first, mended)
    expect(await city.report(city.first)).toMatchObject({
      state: 'resubmitted',
      figures: { sales: 1_510_000 },
    })
  })
})
