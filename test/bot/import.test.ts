import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foldReports } from '../../shared/domain/tally.ts'
import type { WrittenSheet } from '../../shared/ports.ts'
import { supplied } from '../build/imported.ts'
import { worker } from '../build/works.ts'
import { buttonsOf, nodesOf, textsOf } from './said-of.ts'
import { aTownship, clean, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
let city: ReturnType<typeof worker>
beforeEach(async () => {
  here = await aTownship(5, [], supplied.indicators)
  city = worker(here.ports)
})
afterEach(() => here.close())

type Row = readonly (string | number | null)[]
const bytesOf = (rows: readonly Row[]): Promise<Uint8Array> => {
  const sheet: WrittenSheet = {
    ...{ name: '税务', widths: [] },
    rows: rows.map((row) => row.map((value) => ({ value }))),
  }
  return city.files.writeWorkbook([sheet])
}
const heads: Row = ['统一社会信用代码', '纳税人名称', '应税销售（万元）', '入库税收（万元）']
/** What the bureau has of the township's firms: 100 and 4.2, save where the test says otherwise. */
const bureau = (some: Readonly<Record<number, Row>> = {}): Row[] => [
  ['2023年4月税收情况'],
  heads,
  ...here.codes.map((code, index) => [code, `第${index}户`, ...(some[index] ?? [100, 4.2])]),
]

let messages = 0
const drop = async (rows: readonly Row[], who = people.reviewer) => {
  const message = `om_bureau_${++messages}`
  city.keep(message, { file: { is: 'file', bytes: await bytesOf(rows) } })
  await here.drop(who, message, '4月税务.xlsx')
  await city.doJobs()
  return { message, ...(await told(/import-preview|table-refused|workbook-preview/, message)) }
}
const told = async (kinds: RegExp, about = '') => {
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
const reports = () => here.ports.store.reports(here.of)
const tally = () => here.ports.store.tally(here.of)
const brought = async (rows: readonly Row[]) => {
  const shown = await drop(rows)
  await pressed(shown.says, '确认收下')
  return shown
}
const file = async (index: number, sales: string) => {
  const code = here.codes[index] ?? ''
  const { tax: _, ...asked } = clean
  const form = typed(code, { ...asked, sales })
  const seen = (await tally())?.sequence ?? 0
  return here.press(people.officer, filing(here.codes.slice(index, index + 1), seen)('submit'), form)
}

describe('a department’s table', () => {
  it('is shown first, and nothing is stored before 确认收下', async () => {
    const { texts, buttons } = await drop([
      ...bureau({ 1: [100, '约4'] }),
      ['91320612MA1ABCDE0X', '外地厂', 5, 1],
    ])
    expect(texts).toContain('新收 4 户 · 名册里没有 1 行 · 没有收 1 行')
    expect(texts).toContain('第 8 行')
    expect(texts).toContain('入库税收：请填数字')
    expect(texts).toContain('入库税收由部门提供')
    expect(texts).toContain('应税销售由乡镇填报')
    expect(buttons.slice(0, 2)).toEqual(['确认收下 4 户', '不收'])
    expect((await reports()).every(({ revision }) => revision === 0)).toBe(true)
  })

  it('fills in what is the department’s and stands beside what officers file, and the tally is exact', async () => {
    await file(0, '80.5')
    const { message } = await brought(bureau())
    const [first, second] = await reports()
    expect(first).toMatchObject({ state: 'submitted', figures: { sales: 805_000, tax: 42_000 } })
    expect(first?.beside).toEqual({ sales: 1_000_000 })
    expect(second).toMatchObject({ state: 'partial', figures: { tax: 42_000 } })
    const now = await tally()
    expect(now?.counts.sums).toMatchObject({ sales: 805_000, tax: 210_000 })
    expect(now && foldReports(await reports(), now.due)).toEqual(now?.counts)
    const version =
      first && (await here.ports.store.lastVersion(here.of.programme, here.of.month, first.code))
    expect(version).toMatchObject({
      ...{ via: `import:tax:${message}`, by: people.reviewer.id, reason: '4月税务.xlsx', move: 'import' },
      beside: { before: {}, after: { sales: 1_000_000 } },
    })
    expect((await told(/import-filed/)).texts).toContain('已收 5 户')
    const sheets = await city.rowsOf(city.uploaded.at(-1)?.bytes ?? new Uint8Array())
    const results = sheets[0]?.rows.map(({ cells }) => cells.at(-1)?.text)
    expect(results?.filter((text) => text === '已收。')).toHaveLength(5)
  })

  it('brought in again keeps both values, and is the same job however often it is pressed', async () => {
    await brought(bureau())
    const { says, texts } = await drop(bureau({ 0: [110, 4.2] }))
    expect(texts).toContain('改数 1 户 · 没有变化 4 户')
    await pressed(says, '确认收下')
    await pressed(says, '确认收下')
    const [first] = await reports()
    const version =
      first && (await here.ports.store.lastVersion(here.of.programme, here.of.month, first.code))
    expect(version).toMatchObject({
      ...{ revision: 2, before: { tax: 42_000 }, after: { tax: 42_000 } },
      beside: { before: { sales: 1_000_000 }, after: { sales: 1_100_000 } },
    })
    const again = await drop(bureau({ 0: [110, 4.2] }))
    expect(again.buttons.some((button) => button.startsWith('确认'))).toBe(false)
  })

  it('leaves an officer’s open card as good as it was', async () => {
    const seen = (await tally())?.sequence ?? 0
    await brought(bureau())
    const [code = ''] = here.codes
    const { tax: _, ...asked } = clean
    const token = filing(here.codes.slice(0, 1), seen)('submit')
    const answer = await here.press(people.officer, token, typed(code, asked))
    expect(answer.card?.header.title.content).toContain('已收 1 户')
  })
})

describe('what differs', () => {
  const differing = async () => {
    await file(0, '80.5')
    await file(1, '99.9')
    await file(2, '300')
    await brought(bureau())
    return told(/import-differences/)
  }

  it('is listed to the district by size in percent, without the department’s number', async () => {
    const { push, texts } = await differing()
    expect(push?.to).toEqual({ person: people.reviewer.id })
    const lines = texts.split('\n').filter((line) => line.includes('相差'))
    expect(lines).toEqual(['应税销售 与税务数相差 200%', '应税销售 与税务数相差 19.5%'])
    expect(texts).not.toContain('100.00')
    const review = await here.press(people.reviewer, {
      ...{ flow: 'review-month', version: 1, step: 'show' },
      state: { ...here.of, seen: (await tally())?.sequence ?? 0 },
    })
    expect(textsOf(review.card).join('\n')).toContain('应税销售 与税务数相差 200%')
  })

  it('is asked of whoever filed it, who is shown no number', async () => {
    const { says } = await differing()
    const answer = await pressed(says, '请乡镇核对')
    expect(answer.toast?.say).toContain('没有给数')
    const { push, texts, buttons } = await told(/import-check/)
    expect(push?.to).toEqual({ person: people.officer.id })
    expect(texts).toMatch(/请核对 .*试验机械.* 的 应税销售/)
    expect(texts).not.toMatch(/100|200/)
    expect(buttons).toEqual(['打开这一户'])
    const refused = await pressed(says, '请乡镇核对', people.officer)
    expect(refused.toast?.tone).toBe('warning')
  })

  it('is asked about no more once the officer has filed it again', async () => {
    const { says } = await differing()
    await pressed(says, '请乡镇核对')
    await file(2, '100')
    const { texts, says: list } = await told(/import-differences/)
    expect(texts).not.toContain('200%')
    expect(nodesOf(list).filter(({ tag }) => tag === 'button').length).toBe(2)
  })
})

describe('a table that is not taken', () => {
  it.each<[string, () => Row[]]>([
    ['这张表写的是3月的数', () => [['2023年3月税收情况'], ...bureau().slice(1)]],
    ['的单位是元', () => [['统一社会信用代码', '应税销售（元）'], ...here.codes.map((code) => [code, 100])]],
    ['普遍差上百倍', () => bureau(Object.fromEntries(here.codes.map((_, index) => [index, [77_777, 4.2]])))],
    [
      '税务、供电两家',
      () => [[...heads, '用电量（万千瓦时）'], ...here.codes.map((code) => [code, '', 1, 1, 1])],
    ],
    [
      '没有看到能收的部门数',
      () => [['统一社会信用代码', '用工人数'], ...here.codes.map((code) => [code, 9])],
    ],
  ])('says “%s”', async (words, rows) => {
    const { push, texts } = await drop(rows())
    expect(push?.kind).toBe('table-refused')
    expect(texts).toContain(words)
  })

  it('is of somebody who files, whose tables are the township’s own', async () => {
    const { push } = await drop(bureau(), people.officer)
    expect(push?.kind).toBe('workbook-preview')
  })

  it('is dropped by 不收, and another file behind the message is not stored', async () => {
    const { message, says } = await drop(bureau())
    expect((await pressed(says, '不收')).card?.header.title.content).toContain('没有收')
    city.keep(message, { file: { is: 'file', bytes: await bytesOf(bureau({ 0: [1, 1] })) } })
    await pressed(says, '确认收下')
    expect((await reports()).every(({ revision }) => revision === 0)).toBe(true)
    const leader = await pressed(says, '确认收下', people.leader)
    expect(leader.toast?.tone).toBe('warning')
  })
})
