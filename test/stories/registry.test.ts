import { beforeEach, describe, expect, it } from 'vitest'
import { dispatch } from '../../bot/dispatch.ts'
import { renderPush } from '../../bot/notices/index.ts'
import { checkCharacter } from '../../shared/domain/check-character.ts'
import { makeCreditCode } from '../../shared/domain/credit-code.ts'
import { type Month, nextMonth } from '../../shared/domain/month.ts'
import type { Person } from '../../shared/domain/person.ts'
import { ChatId, type Push } from '../../shared/domain/push.ts'
import { keepRegistry, WRITES_A_REGISTRY_CHANGE } from '../../shared/usecases/keep-registry.ts'
import { freezeTownship, prepareOpening } from '../../shared/usecases/open-month.ts'
import { aSmallCity, month, people, plan, programme, type SmallCity, unit } from '../build/small-city.ts'

/** March is open in 金沙, 西亭, 如城 and 九华; April is to come. */
let city: SmallCity
let events = 0
const april: Month = nextMonth(month)

beforeEach(async () => {
  city = await aSmallCity({ each: 3 })
  await city.tick('2023-04-07', '09:00')
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
})

const at = () => city.clock.at
const chat = ChatId.parse('oc_private')
const press = (who: Person, value: unknown, form: Record<string, unknown> = {}) =>
  dispatch(city.ports, {
    ...{ is: 'press', id: `event-${++events}`, at: at(), from: who.id, chat, message: 'om_1' },
    ...{ value, form },
  })
const newest = async (before: readonly Push[]) => {
  const known = new Set(before.map(({ id }) => id))
  return (await city.planned()).filter(({ id }) => !known.has(id))
}
const ask = async (who: Person, text: string) => {
  const before = await city.planned()
  await dispatch(city.ports, {
    ...{ is: 'message', id: `event-${++events}`, at: at(), from: who.id, chat, group: false },
    ...{ toBot: true, message: 'om_2', text },
  })
  const [push] = await newest(before)
  return push && renderPush(city.ports)(push)
}

type Pressed = { name: string; token: unknown }
/** Every button of a card, by what stands on it. */
const buttonsOf = (value: unknown): Pressed[] => {
  if (Array.isArray(value)) return value.flatMap(buttonsOf)
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(buttonsOf)
  if (!('tag' in value) || value.tag !== 'button' || !('behaviors' in value) || !('text' in value))
    return inside
  const [first] = value.behaviors as { value: unknown }[]
  return [{ name: (value.text as { content: string }).content, token: first?.value }]
}
const buttonOf = (card: unknown, name: string): unknown => {
  const found = buttonsOf(card).find((one) => one.name === name)
  if (found === undefined) throw new Error(`no button ${name} in ${JSON.stringify(card)}`)
  return found.token
}
const said = (shown: unknown): string => JSON.stringify(shown) ?? ''

const code = makeCreditCode('91320612', 'X0000001')
const typed = {
  ...{ code, name: '南通华星电子有限公司', unit: unit.xiting, division: '39', tier: 'growth' },
  ...{ from: april, reason: '新建投产' },
}
/** The firm as it is when somebody has taken it in before. */
const takeIn = async () => {
  const deed = { who: people.tongzhou, at: at(), via: 'test' }
  const [done] = await keepRegistry(city.ports, plan, [{ is: 'add', ...typed }], deed)
  if (!done?.change) throw new Error('refused')
  await city.ports.store.commit([done.change], 'taken-in')
}
const stored = async (of: string) =>
  (await city.ports.store.enterprises(programme.id, unit.city)).find((firm) => firm.code === of)
const own = async (index: number) => {
  const all = await city.ports.store.enterprises(programme.id, unit.jinsha)
  const firm = all.toSorted((a, b) => (a.code < b.code ? -1 : 1))[index]
  if (firm === undefined) throw new Error('no such firm')
  return firm
}

describe('新增', () => {
  it('is the district’s and the city’s, and others are told who does it', async () => {
    for (const who of [people.zhang, people.head, people.auditor])
      expect(said(await ask(who, '/企业 新增'))).toContain('由区工信局维护')
    const card = await ask(people.tongzhou, '/企业 新增')
    expect(said(card)).toContain('3月名册已定')
    const add = buttonOf(card, '新增')
    expect((await press(people.zhang, add, typed)).toast?.say).toContain('不在您的权限内')
    expect(await stored(code)).toBeUndefined()
  })

  it('says in a sentence what is wrong, and stores nothing', async () => {
    const add = buttonOf(await ask(people.tongzhou, '/企业 新增'), '新增')
    for (const [wrong, say] of [
      [{ code: '913206' }, '18 位'],
      [{ code: `${code.slice(0, 17)}${code.endsWith('1') ? '2' : '1'}` }, '末位校验码'],
      [{ name: '' }, '企业名称'],
      [{ name: '<at id=all></at>**坏**' }, '请去掉再写'],
      [{ name: '长'.repeat(100) }, '2—60 个字'],
      [{ unit: '' }, '乡镇或园区'],
      [{ unit: unit.rucheng }, '不在您的管辖范围'],
      [{ division: '' }, '行业大类'],
      [{ tier: '' }, '梯队'],
      [{ reason: ' ' }, '原因'],
    ] as const)
      expect((await press(people.tongzhou, add, { ...typed, ...wrong })).toast?.say).toContain(say)
    expect(await stored(code)).toBeUndefined()
  })

  it('comes to the next roster, not to the one that is frozen', async () => {
    const add = buttonOf(await ask(people.tongzhou, '/企业 新增'), '新增')
    const { card } = await press(people.tongzhou, add, { ...typed, from: month })
    expect(card?.header.title.content).toBe('已新增')
    expect(said(card)).toContain('本月名册已定，从2023年4月起生效')
    expect(await stored(code)).toMatchObject({ unit: unit.xiting, from: april, revision: 1 })
    const reports = await city.ports.store.reports({ programme: programme.id, month, township: unit.xiting })
    expect(reports.map((report) => report.code)).not.toContain(code)
    expect((await prepareOpening(city.ports, plan, april)).joined.map((firm) => firm.code)).toEqual([code])
  })

  it('says where a code is that is taken, and leads to what may be done there', async () => {
    await takeIn()
    const here = await ask(people.tongzhou, '/企业 新增')
    const there = await ask(people.rugao, '/企业 新增')
    const ours = await press(people.tongzhou, buttonOf(here, '新增'), typed)
    expect(said(ours.card)).toContain('tongzhouxiting的名册里')
    expect(buttonsOf(ours.card).map(({ name }) => name)).toEqual(['迁移', '更名', '返回修改'])
    const theirs = await press(people.rugao, buttonOf(there, '新增'), { ...typed, unit: unit.jiuhua })
    expect(said(theirs.card)).toContain('市工信局')
    const again = await press(people.rugao, buttonOf(theirs.card, '返回修改'))
    expect(said(again.card)).toContain(`"default_value":"${code}"`)
  })

  it('asks once more about a near name, the inner check and whose it is where officers share', async () => {
    await takeIn()
    const add = buttonOf(await ask(people.tongzhou, '/企业 新增'), '新增')
    const first17 = `91320612X0000002${code.charAt(16) === '1' ? '2' : '1'}`
    const odd = `${first17}${checkCharacter(first17)}`
    const form = { ...typed, code: odd, name: '华星电子有限公司', unit: unit.jinsha }
    const doubt = await press(people.tongzhou, add, form)
    expect(said(doubt.card)).toContain(`南通华星电子有限公司（${code}`)
    expect(said(doubt.card)).toContain('请对照营业执照核对')
    expect(said(doubt.card)).toContain(people.wang.id)
    expect(await stored(odd)).toBeUndefined()
    await press(people.tongzhou, buttonOf(doubt.card, '确是两家，新增'), { officer: people.wang.id })
    expect(await stored(odd)).toMatchObject({ name: form.name, officer: people.wang.id })
  })

  it('of the city begins with the district', async () => {
    const first = await ask(people.city, '/企业 新增')
    const next = buttonOf(first, '下一步')
    expect((await press(people.city, next)).toast?.say).toContain('请先选地区')
    const { card } = await press(people.city, next, { district: unit.rugao })
    expect(said(card)).toContain(unit.jiuhua)
    expect(said(card)).not.toContain(unit.xiting)
  })
})

describe('迁移, 更名 and 注销', () => {
  it('a firm that moves is filed where it was until the month before, and both townships hear of it', async () => {
    const firm = await own(0)
    const card = await ask(people.tongzhou, `/企业 ${firm.code}`)
    const form = await press(people.tongzhou, buttonOf(card, '迁移'))
    const before = await city.planned()
    const move = buttonOf(form.card, '迁移')
    const done = await press(people.tongzhou, move, { unit: unit.xiting, from: april, reason: '搬入园区' })
    expect(done.card?.header.title.content).toBe('已迁移')
    const told = await newest(before)
    expect(told.map(({ to }) => 'person' in to && to.person).toSorted()).toEqual([
      people.wang.id,
      people.zhang.id,
    ])
    for (const push of told) {
      const notice = said(await renderPush(city.ports)(push))
      expect(notice).toContain('3月及以前由tongzhoujinsha填报，从2023年4月起由tongzhouxiting填报')
    }
    const opening = await prepareOpening(city.ports, plan, april)
    expect(opening.moved.map((one) => [one.firm.code, one.from, one.to])).toEqual([
      [firm.code, unit.jinsha, unit.xiting],
    ])
    const record = await city.ports.store.month(programme.id, month)
    if (record === undefined) throw new Error('March is gone')
    for (const path of [unit.jinsha, unit.xiting])
      await freezeTownship(city.ports, { ...record, month: april }, { path, name: '' }, at())
    const codesOf = async (township: typeof unit.jinsha, of: Month) =>
      (await city.ports.store.reports({ programme: programme.id, month: of, township })).map(
        (one) => one.code,
      )
    expect(await codesOf(unit.jinsha, month)).toContain(firm.code)
    expect(await codesOf(unit.jinsha, april)).not.toContain(firm.code)
    expect(await codesOf(unit.xiting, april)).toContain(firm.code)
  })

  it('from district to district is the city’s', async () => {
    const firm = await own(1)
    const way = buttonOf(await ask(people.tongzhou, `/企业 迁移 ${firm.code}`), '迁移')
    const form = { unit: unit.jiuhua, from: april, reason: '迁往如皋' }
    expect((await press(people.tongzhou, way, form)).toast?.say).toContain('由市工信局办理')
    expect((await stored(firm.code))?.unit).toBe(unit.jinsha)
    const card = await ask(people.city, `/企业 迁移 ${firm.code}`)
    const rugao = await press(people.city, buttonOf(card, '下一步'), { district: unit.rugao })
    await press(people.city, buttonOf(rugao.card, '迁移'), form)
    expect((await stored(firm.code))?.unit).toBe(unit.jiuhua)
    expect(
      (await city.ports.store.enterprises(programme.id, unit.city)).filter((one) => one.code === firm.code),
    ).toHaveLength(1)
    expect(said(await ask(people.wang, `/企业 ${firm.code}`))).toContain(firm.name)
    expect(said(await ask(people.wang, `/企业 更名 ${firm.code}`))).toContain('由区工信局维护')
  })

  it('the firm’s card tells who changed what and why, and the old name still finds it', async () => {
    await takeIn()
    const firm = await own(2)
    const rename = buttonOf(await ask(people.tongzhou, `/企业 更名 ${firm.name}`), '更名')
    const doubt = await press(people.tongzhou, rename, { name: '华星电子股份有限公司', reason: '股改' })
    expect(said(doubt.card)).toMatch(/名称相近的企业：\\n- .+\\n\\n请核对/)
    const done = await press(people.tongzhou, buttonOf(doubt.card, '确是两家，更名'))
    expect(done.card?.header.title.content).toBe('已更名')
    const end = buttonOf(await ask(people.tongzhou, `/企业 注销 ${firm.name}`), '注销')
    const from = nextMonth(april)
    await press(people.tongzhou, end, { from, reason: '注销登记' })
    const card = said(await ask(people.tongzhou, `/企业 ${firm.name}`))
    expect(card).toContain(
      `2023年4月起更名（${firm.name}→华星电子股份有限公司）：股改（tongzhou，2023年4月10日）`,
    )
    expect(card).toContain('2023年5月起注销：注销登记')
    expect(card).toContain('2023年4月后移出名册')
    const trail = said(await ask(people.tongzhou, `/留痕 ${firm.code}`))
    expect(trail).toContain('还没有变动')
    expect(trail).toMatch(
      /2023年4月10日　tongzhou　更名（.+→华星电子股份有限公司）.+通过卡片（registry.+change/,
    )
    expect(trail).toMatch(/从2023年4月起.+原因：股改/)
    const history = await city.ports.store.history(programme.id, firm.code)
    expect(history?.stages.map(({ number, move, via, by }) => [number, move, via, by])).toEqual([
      [1, 'rename', 'card:registry-change@1', people.tongzhou.id],
      [2, 'deregister', 'card:registry-change@1', people.tongzhou.id],
    ])
    expect(history?.stages[0]).toMatchObject({ before: firm, after: { name: '华星电子股份有限公司' } })
  })

  it('a new name with little of the old one is asked about once, and then it is the firm’s', async () => {
    const firm = await own(2)
    const rename = buttonOf(await ask(people.tongzhou, `/企业 更名 ${firm.name}`), '更名')
    const form = { name: '天宇航空器材有限公司', reason: '股权变更' }
    const doubt = await press(people.tongzhou, rename, form)
    expect(said(doubt.card)).toContain('和原名差别很大')
    expect(said(doubt.card)).toContain(firm.name)
    expect((await stored(firm.code))?.name).toBe(firm.name)
    const back = await press(people.tongzhou, buttonOf(doubt.card, '返回修改'))
    expect(said(back.card)).toContain(form.name)
    await press(people.tongzhou, buttonOf(doubt.card, '确是这一户，更名'))
    expect((await stored(firm.code))?.name).toBe(form.name)
  })

  it('a new name that is near the old one is taken at once', async () => {
    const firm = await own(2)
    const rename = buttonOf(await ask(people.tongzhou, `/企业 更名 ${firm.name}`), '更名')
    const name = `${firm.name.replace(/有限公司$/, '')}股份有限公司`
    const done = await press(people.tongzhou, rename, { name, reason: '股改' })
    expect(done.card?.header.title.content).toBe('已更名')
  })

  it('a form that was drawn before another change overwrites nothing, nor a roster that was frozen meanwhile', async () => {
    await takeIn()
    const { store } = city.ports
    const firm = await stored(code)
    if (firm === undefined) throw new Error('no firm')
    const deed = { who: people.tongzhou, at: at(), via: 'test' }
    const ask = { is: 'rename', code: firm.code, reason: '更名' } as const
    const [one] = await keepRegistry(city.ports, plan, [{ ...ask, name: '海达纺织厂' }], deed)
    const [two] = await keepRegistry(city.ports, plan, [{ ...ask, name: '大江物流设备' }], deed)
    if (!one?.change || !two?.change) throw new Error('refused')
    expect(await store.commit([one.change], 'one')).toEqual({ is: 'committed' })
    expect(await store.commit([two.change], 'two')).toEqual({ is: 'conflict' })
    expect((await stored(code))?.name).toBe('海达纺织厂')
    const [late] = await keepRegistry(city.ports, plan, [{ ...ask, name: '大江物流设备' }], deed)
    const record = await store.month(programme.id, month)
    if (!late?.change || !record) throw new Error('refused')
    await store.commit([
      { is: 'month', before: undefined, after: { ...record, month: april, state: 'opening' } },
    ])
    expect(await store.commit([late.change], 'late')).toEqual({ is: 'conflict' })
  })

  it('a list is decided in its order, and its changes fit into transactions', async () => {
    const list = [1, 2, 3].map((index) => ({
      ...{
        is: 'add',
        code: makeCreditCode('91320612', `Y000000${index}`),
        name: `${'甲乙丙'.charAt(index - 1)}江重工`,
      },
      ...{ division: '34', tier: 'growth', unit: unit.xiting, from: april, reason: '导入' },
    })) as Parameters<typeof keepRegistry>[2]
    const deed = { who: people.tongzhou, at: at(), via: 'import' }
    const results = await keepRegistry(city.ports, plan, [...list, ...list.slice(0, 1)], deed)
    expect(
      results.map(({ decision }) => (decision.is === 'refused' ? decision.why : decision.effective)),
    ).toEqual(['2023-04', '2023-04', '2023-04', 'exists'])
    const changes = results.flatMap(({ change }) => change ?? [])
    expect(changes.length * WRITES_A_REGISTRY_CHANGE).toBeLessThan(100)
    expect(await city.ports.store.commit(changes, 'list')).toEqual({ is: 'committed' })
  })
})
