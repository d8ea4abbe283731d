import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { officerIndicators } from '../../bot/cards/filing-indicators.ts'
import { templateToken } from '../../bot/flows/workbook-token.ts'
import type { Push } from '../../shared/domain/push.ts'
import { filledTemplate } from '../build/filled-template.ts'
import { worker } from '../build/works.ts'
import { buttonsOf, nodesOf, textsOf } from './said-of.ts'
import { aTownship, clean, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
let city: ReturnType<typeof worker>
let headings: string[]
let clear: Record<string, string>
beforeEach(async () => {
  here = await aTownship(25)
  city = worker(here.ports)
  const plan = await here.ports.store.plan(here.of.programme)
  if (plan === undefined) throw new Error('no plan')
  const asked = officerIndicators(plan.programme)
  headings = asked.map(({ name, unit }) => `${name}（${unit}）`)
  clear = Object.fromEntries(
    asked.map(({ id }, index) => [headings[index] ?? '', clean[id as keyof typeof clean]]),
  )
})
afterEach(() => here.close())

const template = async (): Promise<Uint8Array> => {
  await here.press(people.officer, templateToken(here.of))
  await city.doJobs()
  return city.uploaded.at(-1)?.bytes ?? new Uint8Array()
}
let messages = 0
const drop = async (bytes: Uint8Array, name = '4月.xlsx', who = people.officer) => {
  const message = `om_table_${++messages}`
  city.keep(message, { file: { is: 'file', bytes } })
  await here.drop(who, message, name)
  await city.doJobs()
  return told(message)
}
const told = async (about: string, kinds = /workbook-preview|table-refused/) => {
  const push = (await here.pushed()).findLast(({ kind, id }) => kinds.test(kind) && id.includes(about))
  const says = push && (await here.render(push))
  return { push, says, texts: textsOf(says).join('\n'), buttons: buttonsOf(says) }
}
const pressed = async (says: unknown, words: string, who = people.officer) => {
  const button = nodesOf(says).find(
    ({ tag, text }) => tag === 'button' && (text as { content: string }).content.startsWith(words),
  )
  const [behaviour] = (button?.behaviors ?? []) as { value: unknown }[]
  const answer = await here.press(who, behaviour?.value)
  await city.doJobs()
  return answer
}
const reports = () => here.ports.store.reports(here.of)
const filedCount = async () => (await reports()).filter(({ state }) => state === 'submitted').length
const lastMarked = async () => {
  const sheets = await city.rowsOf(city.uploaded.at(-1)?.bytes ?? new Uint8Array())
  return sheets[0]?.rows.map(({ cells }) => cells.at(-1)?.text ?? '') ?? []
}
const receipt = async (message: Push['id']): Promise<string> => (await told(message, /workbook-filed/)).texts

describe('a filled template', () => {
  it('is shown first, stores nothing, and is filed by one press with its receipt and the marked workbook', async () => {
    const bytes = await filledTemplate(await template(), (_, index) =>
      index === 3 ? { ...clear, [headings[0] ?? '']: '不清楚' } : clear,
    )
    const { push, says, texts, buttons } = await drop(bytes)
    expect(texts).toContain('没有收 1 行')
    expect(texts).toMatch(/第 \d+ 行/)
    expect(buttons.slice(0, 2)).toEqual(['确认提交 24 户', '不提交'])
    expect(await filedCount()).toBe(0)
    const uploads = city.uploaded.length
    const answer = await pressed(says, '确认提交')
    expect(answer.card?.header.title.content).toContain('正在提交')
    expect(await filedCount()).toBe(24)
    expect(city.uploaded).toHaveLength(uploads + 1)
    const marked = await lastMarked()
    expect(marked.filter((text) => text.startsWith('已收'))).toHaveLength(24)
    expect(marked.filter((text) => text.includes('没有收：') || text.startsWith('没有收。'))).toHaveLength(1)
    const message = String(push?.facts.message)
    expect(await receipt(message)).toContain('已报 24')
    expect(await receipt(message)).toContain('1 行没有收')
    const [filed] = await reports()
    const version =
      filed && (await here.ports.store.lastVersion(here.of.programme, here.of.month, filed.code))
    expect(version).toMatchObject({ via: `workbook:${message}`, source: 'firm', by: people.officer.id })
    const turns = (await here.ports.store.audit(here.of)).filter(({ via }) => via.startsWith('workbook:'))
    expect(turns.map(({ changed }) => changed.length)).toEqual([19, 5])
  })

  it('is filed once, however often it is pressed, and taken again as nothing new', async () => {
    const bytes = await filledTemplate(await template(), () => clear)
    const { says, texts } = await drop(bytes)
    expect(texts.match(/^- 第 \d+ 行 .+新报：销售 /gm)).toHaveLength(10)
    expect(texts).toContain('另有 15 行这里没有列出')
    await pressed(says, '确认提交')
    const before = await here.ports.store.audit(here.of)
    await pressed(says, '确认提交')
    expect(await here.ports.store.audit(here.of)).toEqual(before)
    const again = await drop(bytes)
    expect(again.texts).toContain('没有变化 25 户')
    expect(again.buttons.some((button) => button.startsWith('确认提交'))).toBe(false)
  })

  it('mended in the workbook that came back is taken as it is', async () => {
    const wrong = headings[1] ?? ''
    const first = await drop(
      await filledTemplate(await template(), (_, index) =>
        index === 0 ? { ...clear, [wrong]: '约3' } : clear,
      ),
    )
    await pressed(first.says, '确认提交')
    const back = city.uploaded.at(-1)?.bytes ?? new Uint8Array()
    const mended = await drop(await filledTemplate(back, (_, index) => (index === 0 ? clear : undefined)))
    expect(mended.buttons[0]).toBe('确认提交 1 户')
    await pressed(mended.says, '确认提交')
    expect(await filedCount()).toBe(25)
  })

  it('leaves out what a colleague filed meanwhile, and says so', async () => {
    const bytes = await filledTemplate(await template(), () => clear)
    const { push, says } = await drop(bytes)
    const [code] = here.codes
    if (code === undefined) throw new Error('no firm')
    const sequence = (await here.ports.store.tally(here.of))?.sequence ?? 0
    await here.press(
      people.colleague,
      filing([code], sequence)('submit'),
      typed(code, { ...clean, sales: '81' }),
    )
    await pressed(says, '确认提交')
    const report = await here.ports.store.report(here.of, code)
    expect(report?.figures).toMatchObject({ sales: 810_000 })
    expect(await filedCount()).toBe(25)
    expect((await lastMarked()).filter((text) => text.startsWith('别人刚报过'))).toHaveLength(1)
    expect(await receipt(String(push?.facts.message))).toContain('1 行没有收')
  })

  it('is dropped by 不提交, and is pressed in vain by who may not file', async () => {
    const { says } = await drop(await filledTemplate(await template(), () => clear))
    const refused = await pressed(says, '确认提交', people.reviewer)
    expect(refused.toast?.tone).toBe('warning')
    const dropped = await pressed(says, '不提交')
    expect(dropped.card?.header.title.content).toContain('没有提交')
    expect(await filedCount()).toBe(0)
  })

  it('takes 停产 with its reason, and tells the district', async () => {
    const bytes = await filledTemplate(await template(), (_, index) =>
      index === 0 ? { 状态: '停产', 状态说明: '5月起停产检修' } : undefined,
    )
    const { says, texts } = await drop(bytes)
    expect(texts).toContain('状态变动 1 户')
    await pressed(says, '确认提交')
    expect((await reports()).filter(({ condition }) => condition === 'suspended')).toHaveLength(1)
    expect((await here.pushed()).map(({ kind }) => kind)).toContain('township-news')
  })

  it('is not filed when another file stands behind the message', async () => {
    const made = await template()
    const { push, says } = await drop(await filledTemplate(made, () => clear))
    const message = String(push?.facts.message)
    const other = await filledTemplate(made, () => ({ ...clear, [headings[0] ?? '']: '1' }))
    city.keep(message, { file: { is: 'file', bytes: other } })
    await pressed(says, '确认提交')
    expect(await filedCount()).toBe(0)
    expect(await receipt(message)).toContain('不一样了')
  })
})

describe('a workbook that is not quite one', () => {
  type Change = Parameters<typeof filledTemplate>[2]
  const changed = async (change: Change) =>
    drop(await filledTemplate(await template(), (_, index) => (index < 2 ? clear : undefined), change))

  it('whose hidden sheet was changed is not taken', async () => {
    const { texts } = await changed((sheets) =>
      sheets.map((sheet) =>
        sheet.isHidden
          ? { ...sheet, rows: sheet.rows.map((row) => (row[0]?.value === 'month' ? [] : row)) }
          : sheet,
      ),
    )
    expect(texts).toContain('隐藏页被改动过')
  })

  it('made by an older version is not taken', async () => {
    const { texts } = await changed((sheets) =>
      sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) =>
          row[0]?.value === 'version' ? [{ value: 'version' }, { value: '99' }] : row,
        ),
      })),
    )
    expect(texts).toContain('旧版')
  })

  it('with figures in two sheets is asked about', async () => {
    const { texts } = await changed((sheets) =>
      sheets.flatMap((sheet) => (sheet.isHidden ? [] : [sheet, { ...sheet, name: '副本' }])),
    )
    expect(texts).toContain('请只留一张再发')
  })

  it('that says it was made later than now gives way to what stands in the record all the same', async () => {
    const bytes = await filledTemplate(
      await template(),
      () => clear,
      (sheets) =>
        sheets.map((sheet) => ({
          ...sheet,
          rows: sheet.rows.map((row) =>
            row[0]?.value === 'seen' ? [{ value: 'seen' }, { value: '999999' }] : row,
          ),
        })),
    )
    const { push } = await drop(bytes)
    expect(push?.facts.seen).toBe((await here.ports.store.tally(here.of))?.sequence)
  })
})
