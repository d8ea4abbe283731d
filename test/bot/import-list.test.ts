import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCreditCode } from '../../shared/domain/credit-code.ts'
import type { Push } from '../../shared/domain/push.ts'
import { worker } from '../build/works.ts'
import { buttonsOf, nodesOf, textsOf } from './said-of.ts'
import { aTownship, people } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
let city: ReturnType<typeof worker>
beforeEach(async () => {
  here = await aTownship(5)
  city = worker(here.ports)
})
afterEach(() => here.close())

type Row = readonly (string | number | null)[]
const heads: Row = ['统一社会信用代码', '企业名称', '乡镇', '行业代码', '2022年应税销售（万元）']
const fresh = makeCreditCode('91320612', 'MA1X0001')
const firms = () => here.ports.store.enterprises(here.of.programme, people.city.roles[0]?.unit as never)
const firmOf = async (code: string | undefined) => (await firms()).find((one) => one.code === code)

let messages = 0
const drop = async (rows: readonly Row[], who = people.reviewer, name = '2022年税务名单.xlsx') => {
  const message = `om_list_${++messages}`
  const sheet = { name: '名单', widths: [], rows: rows.map((row) => row.map((value) => ({ value }))) }
  city.keep(message, { file: { is: 'file', bytes: await city.files.writeWorkbook([sheet]) } })
  await here.drop(who, message, name)
  await city.doJobs()
  return { message, ...(await told(/list-preview|table-refused/, message)) }
}
const told = async (kinds: RegExp, about: Push['id'] = '') => {
  const push = (await here.pushed()).findLast(({ kind, id }) => kinds.test(kind) && id.includes(about))
  const says = push && (await here.render(push))
  const texts = says && 'text' in says ? says.text : textsOf(says).join('\n')
  return { push, says, texts, buttons: buttonsOf(says) }
}
const pressed = async (says: unknown, words: string, who = people.reviewer) => {
  const button = nodesOf(says).find(
    ({ tag, text }) => tag === 'button' && (text as { content: string }).content.startsWith(words),
  )
  const [behaviour] = (button?.behaviors ?? []) as { value: unknown }[]
  const answer = await here.press(who, behaviour?.value)
  await city.doJobs()
  return answer
}
const lastFile = async () => {
  const sheets = await city.rowsOf(city.uploaded.at(-1)?.bytes ?? new Uint8Array())
  return sheets.map(({ rows }) => rows.map(({ cells }) => cells.at(-1)?.text ?? ''))
}
/** A new firm, one renamed and in another tier, one whose code is wrong, one with too little, one as it is. */
const list = async (): Promise<Row[]> => {
  const [first, second] = await firms()
  return [
    heads,
    [fresh, '南通新来纺织有限公司', '金沙街道', '17', 1600],
    [first?.code ?? '', '南通改名后的重工', '金沙街道', '34', 600],
    ['91320612MA1X0001AA', '错码厂', '金沙街道', '34', 900],
    [makeCreditCode('91320612', 'MA1X0002'), '很小的厂', '金沙街道', '34', 80],
    [second?.code ?? '', second?.name ?? '', '金沙街道', '34', 1200],
  ]
}

describe('the tax bureau’s list', () => {
  it('is shown first with a sentence for every row, and changes nothing before 确认改名册', async () => {
    const before = await firms()
    const { texts, buttons } = await drop(await list())
    expect(texts).toContain(
      '新增 1 户 · 更名 1 户 · 调梯队 1 户 · 和名册一致 1 户 · 不在筛选范围 1 户 · 没有收 1 行',
    )
    expect(texts).toContain('第 4 行')
    expect(texts).toContain('按 2022 年应税销售筛选')
    expect(texts).toContain('名册里有、名单里没有的 3 户不会动')
    expect(buttons.slice(0, 2)).toEqual(['确认改名册 3 处', '不改'])
    const [rows, absent] = await lastFile()
    expect(rows?.[2]).toContain('新增：金沙街道，冲刺，从2023年5月起报送')
    expect(rows?.[3]).toMatch(/更名：.* → 南通改名后的重工。梯队：成长 → 苗圃。/)
    expect(rows?.[5]).toContain('不进培育库')
    expect(absent).toHaveLength(2 + 3)
    expect(await firms()).toEqual(before)
  })

  it('is done by one press, a firm’s changes one after the other, with its history', async () => {
    const [first] = await firms()
    const rows = await list()
    const { message, says } = await drop(rows)
    const answer = await pressed(says, '确认改名册')
    expect(answer.card?.header.title.content).toBe('企业名单：正在改名册')
    expect(await firmOf(fresh)).toMatchObject({ tier: 'sprint', from: '2023-05', division: '17' })
    expect(await firmOf(first?.code)).toMatchObject({
      name: '南通改名后的重工',
      tier: 'nursery',
      revision: 2,
    })
    const stages = (await here.ports.store.history(here.of.programme, first?.code as never))?.stages
    expect(stages?.map(({ via, reason, by }) => [via, reason, by])).toEqual([
      [`import:list:${message}`, '名单：2022年税务名单.xlsx', people.reviewer.id],
      [`import:list:${message}`, '名单：2022年税务名单.xlsx', people.reviewer.id],
    ])
    const { texts } = await told(/list-filed/)
    expect(texts).toContain('名单 5 行：3 户已和名册一致，1 户不在筛选范围')
    expect(texts).toContain('1 行没有收')
    const after = await firms()
    await pressed(says, '确认改名册')
    expect(await firms()).toEqual(after)
    expect((await drop(rows)).buttons.some((button) => button.startsWith('确认'))).toBe(false)
  })

  it('of hundreds of firms is done in as many commits as it takes', async () => {
    const many = Array.from({ length: 40 }, (_, index): Row => {
      const code = makeCreditCode('91320612', `MA2Y${String(index).padStart(4, '0')}`)
      return [
        code,
        `${String.fromCodePoint(0x4e00 + 40 * index)}${String.fromCodePoint(0x5e00 + 30 * index)}厂`,
        '金沙街道',
        '34',
        700,
      ]
    })
    const { says, buttons } = await drop([heads, ...many])
    expect(buttons[0]).toBe('确认改名册 40 处')
    await pressed(says, '确认改名册')
    expect(await firms()).toHaveLength(45)
  })

  it('that names a firm much like another is asked about, and taken when it is said to be two', async () => {
    const [first] = await firms()
    const near: Row = [fresh, `${first?.name}厂`, '金沙街道', '34', 700]
    expect((await drop([heads, near])).texts).toContain('可能是同一户')
    const sure = await drop([
      [...heads, '确是两家'],
      [...near, '是'],
    ])
    expect(sure.buttons[0]).toBe('确认改名册 1 处')
  })

  it('is refused in another unit, of a year that is not over, and to who may not keep the registry', async () => {
    const other = heads.with(4, '2022年应税销售（元）')
    expect((await drop([other, [fresh, '甲', '金沙街道', '34', 1]])).texts).toContain('单位是元')
    const now = heads.with(4, '2023年应税销售')
    expect((await drop([now, [fresh, '甲', '金沙街道', '34', 1]])).texts).toContain('2023 年还没有过完')
    const { says } = await drop(await list())
    expect((await pressed(says, '确认改名册', people.leader)).toast?.tone).toBe('warning')
    expect((await pressed(says, '不改')).card?.header.title.content).toContain('名册没有动')
    expect(await firmOf(fresh)).toBeUndefined()
  })
})

it('is told of to those who may bring one in', async () => {
  const helped = async (who = people.reviewer) => {
    await here.say(who, '/帮助')
    return (await told(/answer/)).texts
  }
  expect(await helped()).toContain('企业名单：把表格直接发到单聊里')
  expect(await helped(people.officer)).not.toContain('企业名单')
})

describe('a move on a list', () => {
  const moved = async (): Promise<Row[]> => {
    const [first] = await firms()
    return [heads, [first?.code ?? '', first?.name ?? '', '如城街道', '34', 1200]]
  }
  it('to another district is the city’s', async () => {
    expect((await drop(await moved())).texts).toContain('跨区迁移由市工信局办理')
    const { says } = await drop(await moved(), people.city)
    await pressed(says, '确认改名册', people.city)
    const heard = (await here.pushed()).filter(({ kind }) => kind === 'firm-moved').map(({ to }) => to)
    expect(heard).toContainEqual({ person: people.officer.id })
    expect(heard).toContainEqual({ person: people.neighbour.id })
  })
})

it('the statistics bureau’s list of firms that left brings them into a tier of their own', async () => {
  const [first] = await firms()
  const { texts, says } = await drop(
    [
      ['统一社会信用代码', '单位名称', '乡镇', '行业', '退统年份'],
      [fresh, '南通退统的化纤厂', '金沙街道', '28', '2021年'],
      [makeCreditCode('91320612', 'MA1X0002'), '早就退统的纸厂', '金沙街道', '22', 2015],
      [first?.code ?? '', first?.name ?? '', '', '', 2022],
    ],
    people.reviewer,
    '退统.xlsx',
  )
  expect(texts).toContain('新增 1 户 · 和名册一致 1 户 · 不在筛选范围 1 户')
  expect(texts).toContain('近 3 年退统的进培育库')
  await pressed(says, '确认改名册')
  expect(await firmOf(fresh)).toMatchObject({ tier: 'delisted' })
})
