import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OpenId } from '../../shared/domain/person.ts'
import { worker } from '../build/works.ts'
import { buttonsOf, nodesOf, textsOf } from './said-of.ts'
import { aTownship, people, township } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
let city: ReturnType<typeof worker>
beforeEach(async () => {
  here = await aTownship(3)
  city = worker(here.ports)
})
afterEach(() => here.close())

type Row = readonly (string | null)[]
const heads: Row = ['姓名', '手机号', '单位', '角色', '状态', '飞书账号']
const unitHeads: Row = ['单位名称', '上级单位', '代码', '起始月份', '截止月份', '状态', '编号']
const fresh = OpenId.parse('ou_fresh')
const number = '13800001234'

const told = async (kinds: RegExp) => {
  const push = (await here.pushed()).findLast(({ kind }) => kinds.test(kind))
  const says = push && (await here.render(push))
  return {
    push,
    says,
    texts: says && 'text' in says ? says.text : textsOf(says).join('\n'),
    buttons: buttonsOf(says),
  }
}
let messages = 0
const drop = async (rows: readonly Row[], who = people.reviewer) => {
  const message = `om_roster_${++messages}`
  const sheet = { name: '表', widths: [], rows: rows.map((row) => row.map((value) => ({ value }))) }
  city.keep(message, { file: { is: 'file', bytes: await city.files.writeWorkbook([sheet]) } })
  await here.drop(who, message, '人员.xlsx')
  await city.doJobs()
  return told(/roster-preview|table-refused/)
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
const lastRows = async () => {
  const [sheet] = await city.rowsOf(city.uploaded.at(-1)?.bytes ?? new Uint8Array())
  return (sheet?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text))
}
const person = (id: string) => here.ports.store.person(OpenId.parse(id))
const rolesOf = async (id: string) => (await person(id))?.roles.map(({ role, unit }) => `${role} ${unit}`)

describe('a table of people', () => {
  it('changes nothing before it is confirmed; then each has what it says, on the township’s chain', async () => {
    city.mobiles.set(number, { id: fresh, name: '周新' })
    const { says, texts, buttons } = await drop([
      heads,
      ['周新', number, '金沙街道', '经办人', '', ''],
      ['ou_colleague名', '', '金沙街道', '分管负责人', '', 'ou_colleague'],
      ['ou_officer名', '', '金沙街道', '经办人', '离任', 'ou_officer'],
      ['查无', '13900009999', '金沙街道', '经办人', '', ''],
    ])
    expect(texts).toContain('新增 1 行 · 改动 1 行 · 离任或撤销 1 行 · 没有收 1 行')
    expect(texts).toContain('第 5 行：手机号在本单位飞书通讯录里没有找到')
    expect(buttons.slice(0, 2)).toEqual(['确认修改 3 处', '不改'])
    expect(await person('ou_fresh')).toBeUndefined()
    expect(await rolesOf('ou_officer')).toHaveLength(1)

    const before = await here.ports.store.tally(here.of)
    await pressed(says, '确认修改')
    expect(await rolesOf('ou_fresh')).toEqual([`officer ${township}`])
    expect(await rolesOf('ou_colleague')).toEqual([`head ${township}`])
    expect(await rolesOf('ou_officer')).toEqual([])
    expect((await here.ports.store.tally(here.of))?.sequence).toBe((before?.sequence ?? 0) + 3)
    expect((await told(/roster-filed/)).texts).toContain('表格 4 行：3 行已和名册一致。')
    const rows = await lastRows()
    expect(rows.at(-1)?.at(-1)).toContain('没有找到')
    expect(JSON.stringify([rows, await here.pushed(), await person('ou_fresh')])).not.toContain(number)

    const after = await here.ports.store.tally(here.of)
    await pressed(says, '确认修改')
    expect((await here.ports.store.tally(here.of))?.sequence).toBe(after?.sequence)
  })

  it('gives no role outside the sender’s units or above, none to oneself, and none to a wrong name', async () => {
    city.mobiles.set(number, { id: fresh, name: '周新' })
    const refused = async (...row: string[]) => {
      const { texts, buttons } = await drop([heads, row])
      expect(buttons).toEqual([])
      return texts
    }
    expect(await refused('周新', number, '如城街道', '经办人', '', '')).toContain('不在您的范围内')
    expect(await refused('周新', number, '南通市', '市工信', '', '')).toContain('不在您的范围内')
    expect(await refused('周新', number, '南通市', '系统管理员', '', '')).toContain('不能在表里给')
    expect(await refused('周新', number, '通州区', '经办人', '', '')).toContain('这一级没有')
    expect(await refused('王老五', number, '金沙街道', '经办人', '', '')).toContain('不是这个姓名')
    expect(await refused('我', '', '通州区', '领导', '', 'ou_reviewer')).toContain('不能改自己的角色')
    expect(await person('ou_fresh')).toBeUndefined()
    expect(await rolesOf('ou_reviewer')).toEqual(['district nt/tongzhou'])
  })

  it('leaves what is beyond the sender’s units, and is nobody’s to bring who keeps no people', async () => {
    const { says } = await drop([heads, ['ou_neighbour名', '', '金沙街道', '经办人', '', 'ou_neighbour']])
    await pressed(says, '确认修改', people.leader)
    expect(await rolesOf('ou_neighbour')).toEqual(['officer nt/rugao/320682001'])
    await pressed(says, '确认修改')
    expect(await rolesOf('ou_neighbour')).toEqual(['officer nt/rugao/320682001', `officer ${township}`])
  })

  it('is downloaded without a number, and dropped back it changes nothing', async () => {
    await here.say(people.reviewer, '/人员')
    const { says, texts } = await told(/answer/)
    expect(texts).toContain('officer名')
    expect(texts).not.toContain('neighbour名')
    await pressed(says, '下载表格')
    const rows = await lastRows()
    expect(rows.some((row) => row.includes('ou_officer'))).toBe(true)
    const back = await drop(rows.filter((row) => row.length > 1))
    expect(back.buttons).toEqual([])
    expect(back.texts).toContain('一致')
  })
})

describe('a table of units', () => {
  const plan = () => here.ports.store.plan(here.of.programme)
  const unitOf = async (name: string) => (await plan())?.units.find((unit) => unit.name === name)

  it('makes a new version of the plan; a unit with firms neither goes nor ends before they move', async () => {
    const version = (await plan())?.programme.version ?? 0
    const { says, texts, buttons } = await drop([
      unitHeads,
      ['滨江园区', '通州区', '320612199', '2023-06', '', '', ''],
      ['金沙街道', '通州区', '', '', '', '撤销', ''],
      ['甲', '乙', '1', '', '', '', ''],
      ['乙', '甲', '2', '', '', '', ''],
      ['无主园区', '无此区', '3', '', '', '', ''],
      ['如皋新园', '如皋市', '320682199', '', '', '', ''],
    ])
    expect(buttons[0]).toBe('确认修改 1 处')
    for (const said of ['还有 3 户企业在这里报送', '绕回了自己', '没有找到上级单位“无此区”', '不归您管'])
      expect(texts).toContain(said)
    expect(await unitOf('滨江园区')).toBeUndefined()
    await pressed(says, '确认修改')
    expect(await unitOf('滨江园区')).toEqual({
      ...{ path: 'nt/tongzhou/320612199', name: '滨江园区', code: '320612199', from: '2023-06' },
    })
    expect((await plan())?.programme.version).toBe(version + 1)
    expect(await unitOf('金沙街道')).toMatchObject({ path: township })
    await pressed(says, '确认修改')
    expect((await plan())?.programme.version).toBe(version + 1)
  })

  it('lets a unit go that nobody was ever in, and ends another at a month', async () => {
    const made = await drop([unitHeads, ['滨江园区', '通州区', '320612199', '2023-06', '', '', '']])
    await pressed(made.says, '确认修改')
    const gone = await drop([unitHeads, ['滨江园区', '通州区', '', '2023-06', '', '撤销', '']])
    expect(gone.texts).toContain('离任或撤销 1 行')
    await pressed(gone.says, '确认修改')
    expect(await unitOf('滨江园区')).toBeUndefined()
    const ended = await drop([unitHeads, ['如城街道', '如皋市', '', '', '', '撤销', '']], people.city)
    await pressed(ended.says, '确认修改', people.city)
    expect(await unitOf('如城街道')).toMatchObject({ until: '2023-04' })
  })
})
