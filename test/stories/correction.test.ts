import { describe, expect, it } from 'vitest'
import { askToken, decideToken } from '../../bot/flows/correction-token.ts'
import { publicationCard } from '../../bot/flows/publish-month.ts'
import type { CreditCode } from '../../shared/domain/enterprise.ts'
import { Month } from '../../shared/domain/month.ts'
import type { Person } from '../../shared/domain/person.ts'
import { publicationGroups } from '../../shared/usecases/publish-statistics.ts'
import { acts } from '../build/acts.ts'
import { ears } from '../build/heard.ts'
import { presses } from '../build/presses.ts'
import { aSmallCity, month, people, plan, programme, unit } from '../build/small-city.ts'

const of = { programme: programme.id, month, township: unit.jinsha }
const filed = { sales: 1_500_000, tax: 42_000, power: 31_000, staff: 450_000 }

/** The small city with its March filed, accepted and closed. */
const aClosedMonth = async () => {
  const city = await aSmallCity()
  const { heard, listen } = ears(city)
  const { press, say } = presses(city)
  const { file, accept } = acts(city)
  await city.tick('2023-04-07', '09:00')
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
  await file(unit.jinsha, people.wang)
  await accept(unit.jinsha, people.tongzhou)
  await city.tick('2023-04-26', '17:00')
  await city.tick('2023-04-27', '09:10')
  await listen()
  const firm = city.firms.find((one) => one.unit === unit.jinsha)
  if (firm === undefined) throw new Error('two firms')
  const form = (figures: Record<string, string>, reason = '会计把进项算进了销售') => ({
    ...Object.fromEntries(Object.entries(figures).map(([id, value]) => [`${id}_${firm.code}`, value])),
    reason,
  })
  const ask = async (figures: Record<string, string>, who: Person = people.wang, reason?: string) => {
    const report = await city.ports.store.report(of, firm.code)
    return press(
      who,
      askToken(of)('ask', { code: firm.code, seen: report?.revision ?? 0 }),
      form(figures, reason),
    )
  }
  const requests = () => city.ports.store.corrections(programme.id, month, unit.city)
  const answer = async (step: 'approve' | 'refuse', words: string, who: Person = people.tongzhou) => {
    const newest = (await requests()).at(-1)
    if (newest === undefined) throw new Error('nothing was asked')
    return press(who, decideToken(newest)(step), { words })
  }
  const stored = async (code: CreditCode = firm.code) => {
    const report = await city.ports.store.report(of, code)
    if (report === undefined) throw new Error('a firm of the roster')
    return report
  }
  return { ...city, firm, heard, listen, press, say, ask, answer, requests, stored }
}

describe('a closed month', () => {
  it('is corrected where the township asks with its own figures and the district agrees, and keeps both values', async () => {
    const city = await aClosedMonth()
    const sent = await city.ask({ sales: '152.3' })
    expect(sent.card?.header.title.content).toBe('更正申请已提交')
    expect((await city.stored()).figures).toEqual(filed)
    expect(await city.listen()).toEqual({ 'correction-asked': ['ou_both', 'ou_tongzhou'] })
    expect(city.heard.at(-1)?.says).toContain('应税销售：150.00 → **152.30** 万元')
    const approved = await city.answer('approve', '已看发票清单')
    expect(approved.card?.header.title.content).toBe('已同意更正')
    expect(await city.stored()).toMatchObject({
      state: 'accepted',
      figures: { ...filed, sales: 1_523_000 },
      filedBy: 'ou_wang',
      corrected: { by: 'ou_tongzhou' },
    })
    const history = await city.ports.store.history(programme.id, city.firm.code)
    expect(history?.versions.at(-1)).toMatchObject({
      move: 'correct',
      by: 'ou_tongzhou',
      before: filed,
      after: { ...filed, sales: 1_523_000 },
      reason: '会计把进项算进了销售；同意：已看发票清单',
    })
    expect(await city.listen()).toEqual({ 'correction-decided': ['ou_wang'] })
    expect(city.heard.at(-1)?.says).toContain('已同意，已更正')
  })

  it('stays as it is where the district refuses, and the officer reads why and may ask again', async () => {
    const city = await aClosedMonth()
    await city.ask({ sales: '152.3' })
    expect((await city.answer('refuse', ' ')).toast?.say).toContain('理由')
    await city.answer('refuse', '发票清单对不上')
    expect((await city.stored()).figures).toEqual(filed)
    await city.listen()
    expect(city.heard.at(-1)?.says).toContain('发票清单对不上')
    expect((await city.answer('approve', '改主意')).toast?.say).toContain('已经答复或撤回')
    expect((await city.ask({ sales: '151' })).card?.header.title.content).toBe('更正申请已提交')
  })

  it.each([
    ['a second request for the same firm', { sales: '153' }, undefined, '已有一份申请'],
    ['figures that are the same', { sales: '150' }, undefined, '没有要更正的'],
    ['no reason', { sales: '151' }, ' ', '更正的原因'],
  ])('takes no request with %s', async (_, figures, reason, says) => {
    const city = await aClosedMonth()
    if (says === '已有一份申请') await city.ask({ sales: '152' })
    const before = (await city.requests()).length
    expect((await city.ask(figures, people.wang, reason)).toast?.say).toContain(says)
    expect(await city.requests()).toHaveLength(before)
  })

  it('has what was typed refused beside its input, as at filing', async () => {
    const city = await aClosedMonth()
    const { card } = await city.ask({ sales: '一百五' })
    expect(JSON.stringify(card)).toContain('一百五')
    expect(JSON.stringify(card)).toContain('请填数字')
    expect(await city.requests()).toEqual([])
  })

  it('is asked for by its township alone, and answered by its district alone', async () => {
    const city = await aClosedMonth()
    for (const who of [people.li, people.tongzhou, people.city, people.leader, people.auditor])
      expect((await city.ask({ sales: '152' }, who)).card).toBeUndefined()
    await city.ask({ sales: '152' })
    for (const who of [people.wang, people.head, people.rugao, people.city, people.auditor, people.leader])
      expect((await city.answer('approve', '同意', who)).toast?.say).toContain('权限')
    expect((await city.stored()).figures).toEqual(filed)
  })

  it('lets an unanswered request lapse, and one that was taken back', async () => {
    const city = await aClosedMonth()
    await city.ask({ sales: '152' })
    const [asked] = await city.requests()
    const taken = askToken(of)('withdraw', { code: city.firm.code, number: asked?.number ?? 0 })
    expect((await city.press(people.wang, taken)).card?.header.title.content).toBe('更正申请已撤回')
    await city.ask({ sales: '153' })
    await city.tick('2023-05-04', '10:00')
    expect((await city.answer('approve', '同意')).toast?.say).toContain('已过期')
    await city.say(people.tongzhou, '/更正')
    await city.listen()
    expect(city.heard.at(-1)?.says).toContain('没有待答复的')
    expect((await city.stored()).figures).toEqual(filed)
  })

  it('does not take a yes to what was asked of other figures', async () => {
    const city = await aClosedMonth()
    await city.ask({ sales: '152' })
    const [first] = await city.requests()
    await city.answer('approve', '同意')
    await city.ask({ sales: '153' })
    const second = (await city.requests()).at(-1)
    expect(second?.revision).toBe((first?.revision ?? 0) + 1)
    await city.answer('approve', '再次同意')
    const { versions = [] } = (await city.ports.store.history(programme.id, city.firm.code)) ?? {}
    expect(versions.slice(-2).map(({ before, after }) => [before.sales, after.sales])).toEqual([
      [1_500_000, 1_520_000],
      [1_520_000, 1_530_000],
    ])
  })

  it('is never changed by the way that a running month is', async () => {
    const city = await aClosedMonth()
    const open = await aSmallCity()
    await open.tick('2023-04-07', '09:00')
    await open.pressOpening()
    await open.tick('2023-04-10', '09:00')
    const { press } = presses(open)
    expect((await press(people.wang, askToken(of)('choose'))).toast?.say).toContain('还没有结账')
    await city.say(people.wang, `/更正 ${city.firm.code}`)
    await city.listen()
    expect(city.heard.at(-1)?.says).toContain('申请更正')
  })
})

describe('the way to a correction', () => {
  const answerTo = async (city: Awaited<ReturnType<typeof aClosedMonth>>, who: Person, text: string) => {
    await city.say(who, text)
    await city.listen()
    return city.heard.findLast(({ push }) => push.startsWith('answer'))?.says ?? ''
  }

  it('is on the firm’s card, in /更正 and, for the district, in /待办', async () => {
    const city = await aClosedMonth()
    expect(await answerTo(city, people.wang, `/企业 ${city.firm.code}`)).toContain('申请更正')
    expect(await answerTo(city, people.wang, '/更正')).toContain('jinsha 3月 申请更正')
    expect(await answerTo(city, people.zhang, '/更正')).toMatch(/先选是哪个单位.*jinsha.*xiting/)
    expect(await answerTo(city, people.tongzhou, '/待办')).toContain('没有要办的事')
    await city.ask({ sales: '152' })
    expect(await answerTo(city, people.tongzhou, '/待办')).toContain('3月更正申请：1 份待答复')
    expect(await answerTo(city, people.rugao, '/待办')).toContain('没有要办的事')
    expect(await answerTo(city, people.wang, '/更正')).toContain('待区里答复')
  })
})

describe('a correction', () => {
  it('is in a snapshot of its own, and what was published stays until somebody publishes again', async () => {
    const city = await aClosedMonth()
    const { store } = city.ports
    const record = () => store.month(programme.id, month)
    const publish = async () => {
      const { snapshot = 0 } = (await record()) ?? {}
      const statistics = await store.statistics(programme.id, month, snapshot)
      const groups = publicationGroups(await store.chats(programme.id)).length
      const card = statistics && publicationCard(plan, statistics, groups)
      return city.press(people.city, tokenOf(card, 'publish'))
    }
    await publish()
    await city.listen()
    expect(await record()).toMatchObject({ state: 'published', snapshot: 1, publications: [1] })
    await city.ask({ sales: '152.3' })
    await city.answer('approve', '已看发票清单')
    await city.listen()
    await city.tick('2023-04-27', '10:00')
    expect(await city.listen()).toEqual({ publication: ['ou_city'] })
    expect(city.heard.at(-1)?.says).toMatch(/第 2 号快照.*结账后更正 1 家，已进入这一号快照，可再发布/)
    expect(await record()).toMatchObject({ state: 'published', snapshot: 2, publications: [1] })
    const salesIn = async (number: number) =>
      (await store.snapshot(programme.id, month, number))
        .flatMap(({ rows }) => rows)
        .find(({ code }) => code === city.firm.code)?.figures.sales
    expect([await salesIn(1), await salesIn(2)]).toEqual([1_500_000, 1_523_000])
    expect(await store.years(programme.id, [city.firm.code], [2023])).toMatchObject([
      { months: { 3: { ...filed, sales: 1_523_000 } } },
    ])
    await city.tick('2023-04-27', '10:10')
    expect(await city.listen()).toEqual({})
    await publish()
    expect(await record()).toMatchObject({ state: 'published', snapshot: 2, publications: [1, 2] })
    expect(await city.listen()).toEqual({ statistics: ['oc_city', 'oc_rugao', 'oc_tongzhou'] })
    expect(city.heard.at(-1)?.says).toMatch(/第 2 号快照.*结账后更正 1 家/)
    expect((await publish()).toast?.say).toContain('没有再发一次')
  })

  it('stands on the month’s face', async () => {
    const city = await aClosedMonth()
    await city.ask({ sales: '152.3' })
    await city.answer('approve', '已看发票清单')
    await city.say(people.city, '/进度 3月')
    await city.listen()
    expect(city.heard.findLast(({ push }) => push.startsWith('answer'))?.says).toContain('结账后更正 1 家')
  })
})

describe('an exception', () => {
  const give = async (city: Awaited<ReturnType<typeof aClosedMonth>>, who: Person, form: object) => {
    const token = { flow: 'permit-corrections', version: 1, step: 'give', state: of }
    return city.press(who, token, { ...form })
  }
  const form = { days: '1', reason: '市局会议纪要5号' }

  it('is given by the city alone, with a reason and an end, and heard of by the township and its district', async () => {
    const city = await aClosedMonth()
    for (const who of [people.wang, people.head, people.tongzhou, people.auditor, people.administrator])
      expect((await give(city, who, form)).toast?.say).toContain('权限')
    expect((await give(city, people.city, { ...form, days: '' })).toast?.say).toContain('给多久')
    expect((await give(city, people.city, { ...form, days: '30' })).toast?.say).toContain('给多久')
    expect((await give(city, people.city, { ...form, reason: ' ' })).toast?.say).toContain('依据和原因')
    const given = await give(city, people.city, form)
    expect(given.card?.header.title.content).toBe('3月可以直接更正')
    expect((await give(city, people.city, form)).toast?.say).toContain('已经给过例外')
    expect(await city.listen()).toEqual({
      'corrections-permitted': ['ou_both', 'ou_head', 'ou_tongzhou', 'ou_wang', 'ou_zhang'],
    })
  })

  it('lets the township correct directly until its end, on the record as such, and is listed', async () => {
    const city = await aClosedMonth()
    await give(city, people.city, form)
    const done = await city.ask({ sales: '152.3' })
    expect(done.card?.header.title.content).toBe('已更正')
    expect(await city.stored()).toMatchObject({
      figures: { ...filed, sales: 1_523_000 },
      corrected: { by: 'ou_city' },
      filedBy: 'ou_wang',
    })
    const { versions = [] } = (await city.ports.store.history(programme.id, city.firm.code)) ?? {}
    expect(versions.at(-1)).toMatchObject({
      ...{ move: 'correct', by: 'ou_wang', before: filed },
      reason: '会计把进项算进了销售；例外：市局会议纪要5号',
    })
    await city.tick('2023-04-27', '09:20')
    expect((await city.ports.store.month(programme.id, month))?.snapshot).toBe(2)
    await city.tick('2023-04-28', '10:00')
    expect((await city.ask({ sales: '153' })).card?.header.title.content).toBe('更正申请已提交')
    for (const [text, says] of [
      ['/进度 3月', '更正例外 1 个单位：jinsha'],
      ['/例外', '3月更正例外：1 个单位'],
    ] as const) {
      await city.say(people.city, text)
      await city.listen()
      expect(city.heard.findLast(({ push }) => push.startsWith('answer'))?.says).toContain(says)
    }
  })

  it('is not for a month that is open, nor for one whose next month is closed', async () => {
    const city = await aClosedMonth()
    const april = await city.ports.store.month(programme.id, month)
    if (april === undefined) throw new Error('the month is closed')
    const closes = april.closes + 86_400_000 / 2
    const next = { ...april, month: Month.parse('2023-04'), state: 'open' as const, closes }
    await city.ports.store.commit([{ is: 'month', before: undefined, after: next }])
    expect((await give(city, people.city, { ...form, days: '3' })).toast?.say).toContain('下一个月也已结账')
    expect((await city.ask({ sales: '152' })).toast?.say).toContain('下一个月也已结账')
  })
})

/** The token of the button of that name. */
const tokenOf = (card: unknown, name: string): unknown => {
  if (typeof card !== 'object' || card === null) return undefined
  if ('name' in card && card.name === name && 'behaviors' in card && Array.isArray(card.behaviors))
    return card.behaviors[0].value
  return Object.values(card)
    .map((part) => tokenOf(part, name))
    .find((token) => token !== undefined)
}
