import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { worker } from '../build/works.ts'
import { buttonsOf, nodesOf, textsOf } from './said-of.ts'
import { aTownship, people } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
let city: ReturnType<typeof worker>
beforeAll(async () => {
  here = await aTownship()
  city = worker(here.ports)
})
afterAll(() => here.close())

let messages = 0
/** What somebody is told who sends a file with these bytes; without any, Feishu does not give it. */
const told = async (who: typeof people.officer, bytes?: Uint8Array, name = '4月.csv') => {
  const message = `om_file_${++messages}`
  if (bytes) city.keep(message, { file: { is: 'file', bytes } })
  await here.drop(who, message, name)
  const [job] = await city.jobs()
  await city.doJobs()
  const push = (await here.pushed()).find(
    ({ id, kind }) => id.endsWith(message) && /workbook-preview|table-refused/.test(kind),
  )
  const says = push && (await here.render(push))
  return { job, push, says, texts: textsOf(says).join('\n'), buttons: buttonsOf(says) }
}
const rows = (...lines: string[][]) =>
  new TextEncoder().encode(lines.map((line) => line.join(',')).join('\r\n'))
const heading = ['企业名称', '本月销售（万元）', '本月税收（万元）', '本月用电（万千瓦时）', '从业人数（人）']
const firm = ['南通第一试验机械', '80.5', '7.1', '6.2', '44']

describe('a file', () => {
  it('that is no template of ours is read by its headings and names, in GBK too', async () => {
    const { push, texts, buttons } = await told(people.officer, rows(heading, firm))
    expect(push).toMatchObject({ to: { person: people.officer.id }, replyTo: expect.any(String) })
    expect(texts).toContain('新报 1 户')
    expect(buttons[0]).toBe('确认提交 1 户')
    // 企业名称,本月销售 and one firm, as Excel saves it in a Chinese Windows.
    const gbk = Buffer.from(
      'c6f3d2b5c3fbb3c62cb1bed4c2cffacadb0d0ac4cfcda8b5dad2bbcad4d1e9bbfad0b52c38302e350d0a',
      'hex',
    )
    expect((await told(people.officer, gbk)).texts).toContain('新报 1 户')
  })

  it('names the rows that are not taken by their numbers, whatever is written in them', async () => {
    const hostile = ['<at id=all></at>公司', '1', '1', '1', '1']
    const { says, texts } = await told(
      people.officer,
      rows(heading, firm, hostile, ['没有这个厂', '5', '', '', '']),
    )
    expect(JSON.stringify(says)).not.toContain('<at')
    expect(texts).toContain('第 3 行')
    expect(texts).toContain('第 4 行')
    expect(texts).toContain('没有收 2 行')
  })

  it.each([
    ['with figures in 元', rows([heading[0] ?? '', '本月销售（元）'], firm), '系统不替您换算'],
    ['of another month', rows([heading[0] ?? '', '3月销售（万元）'], firm), '不是本月的'],
    ['without headings', rows(['甲', '1'], ['乙', '2']), '没有找到表头'],
    ['without a firm', rows(['本月销售（万元）', '本月税收（万元）'], ['1', '2']), '认不出是哪户企业'],
    ['without anything', rows(['']), '没有内容'],
    ['that is .xls', Buffer.from([9, 4, 6, 0, 0, 0, 16, 0]), '另存为'],
    ['that is a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '不是表格'],
  ])('%s is refused with a sentence that says what to do', async (_what, bytes, says) => {
    const { texts, buttons } = await told(people.officer, bytes, bytes[0] === 9 ? 'x.xls' : 'x.csv')
    expect(texts).toContain(says)
    expect(buttons[0]).toBe('接着填（7 户）')
  })

  it('that Feishu does not give is refused in the same way', async () => {
    expect((await told(people.officer)).texts).toContain('可能已经撤回')
  })

  it('of who has nothing to file is not taken', async () => {
    const { says } = await told(people.leader, rows(heading, firm))
    expect(says).toEqual({ text: expect.stringContaining('没有要填报的企业') })
  })

  it('keeps job and preview small, however long the names and however many the rows', async () => {
    const many = Array.from({ length: 200 }, (_, index) => [`没有的企业${'长'.repeat(90)}${index}公司`, '1'])
    const { job, push, texts } = await told(
      people.officer,
      rows(heading, ...many),
      `${'很长的名字'.repeat(200)}.csv`,
    )
    expect(Buffer.byteLength(JSON.stringify(job?.facts))).toBeLessThan(1024)
    expect(Buffer.byteLength(JSON.stringify(push?.facts))).toBeLessThan(5 * 1024)
    expect(texts).toMatch(/另有 19\d 行/)
  })
})

it('a file that a work has made goes to a person, and to no group', async () => {
  const { push } = await told(people.officer, rows(heading, firm))
  if (push === undefined) throw new Error('nothing was told')
  const made = { ...push, id: 'made', kind: 'attachment', facts: { file: 'file_2' } }
  expect(await here.render(made)).toEqual({ file: 'file_2' })
  const [group] = await here.ports.store.chats(here.of.programme)
  expect(group).toBeUndefined()
  expect(nodesOf(await here.render({ ...made, to: { chat: push.id as never } }))).toEqual([])
})
