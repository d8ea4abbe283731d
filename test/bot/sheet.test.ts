import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeCard } from '../../bot/cards/complete.ts'
import type { Card } from '../../bot/cards/kit.ts'
import { sheetToken } from '../../bot/flows/sheet-token.ts'
import { printedSheet } from '../../bot/works/print-rows.ts'
import { Figures } from '../../shared/domain/figures.ts'
import { worker } from '../build/works.ts'
import { aReport, now, plan, programme, reports, tally } from './fullest/month.ts'
import { tallies } from './fullest/townships.ts'
import { buttonsOf } from './said-of.ts'
import { aTownship, clean, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(4)
})
afterAll(() => here.close())

const code = (index: number) => here.codes[index] ?? ''
const submit = async (form: Record<string, string>) => {
  const sequence = (await here.ports.store.tally(here.of))?.sequence ?? 0
  return here.press(people.officer, filing(here.codes, sequence)('submit'), form)
}
const answersTo = async (who: typeof people.officer, text: string) => {
  const known = new Set((await here.pushed()).map(({ id }) => id))
  await here.say(who, text)
  const city = worker(here.ports)
  await city.doJobs()
  const pushes = (await here.pushed()).filter(({ id }) => !known.has(id))
  return { city, pushes, said: await Promise.all(pushes.map((push) => here.render(push))) }
}

describe('/报表', () => {
  it('is a workbook of the whole township for the stamp: every firm, the sums, and room to sign', async () => {
    await submit({ ...typed(code(0), clean), ...typed(code(1), clean), ...typed(code(2), { sales: '1.5' }) })
    const { city, pushes, said } = await answersTo(people.officer, '/报表')
    expect(said[0]).toEqual({ text: expect.stringContaining('金沙街道 2023年4月报表正在做') })
    const [made] = city.uploaded
    expect(made?.name).toBe('金沙街道2023年4月报表.xlsx')
    const [sheet] = await city.rowsOf(made?.bytes ?? new Uint8Array())
    const rows = sheet?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? []
    expect(rows[0]?.[0]).toBe('金沙街道 2023年4月企业数据报表')
    expect(rows[1]?.[0]).toBe('监测数据，非统计定报　工作台账，企业自愿提供')
    expect(rows[3]?.slice(3)).toEqual([
      '应税销售（万元）',
      '入库税收（万元）',
      '用电量（万千瓦时）',
      '用工人数（人）',
      '备注',
    ])
    expect(rows[4]?.slice(2)).toEqual([code(0), '80.5', '7.1', '6.2', '44'])
    expect(rows[6]?.slice(2)).toEqual([code(2), '1.5', '—', '—', '—', '未报齐'])
    expect(rows[7]?.at(-1)).toBe('未报')
    expect(rows[8]).toEqual(['', '合计（计入 3 户，应报 4 户）', '', '162.5', '14.2', '12.4', '88'])
    expect(rows.flat().join()).toContain('单位负责人：')
    expect(rows.flat().join()).toContain('还没有结账')
    const file = pushes.find(({ kind }) => kind === 'attachment')
    expect(file).toMatchObject({ to: { person: people.officer.id }, facts: { file: 'file_1' } })
  })

  it('is made for the district of any township of its, of the month that it names', async () => {
    const { city, said } = await answersTo(people.reviewer, '/报表 金沙街道 2023-04')
    expect(said[0]).toEqual({ text: expect.stringContaining('正在做') })
    expect(city.uploaded).toHaveLength(1)
    for (const [text, answer] of [
      ['/报表', '请写是哪个乡镇'],
      ['/报表 通州区', '不是乡镇'],
      ['/报表 金沙街道 2022-01', '没有开过表'],
      ['/报表 某某镇', '没有找到'],
      ['/报表 如城街道', '不在您的权限'],
    ] as const) {
      const { city: none, said: refused } = await answersTo(people.reviewer, text)
      expect(refused[0], text).toEqual({ text: expect.stringContaining(answer) })
      expect(none.uploaded).toEqual([])
    }
  })

  it('is nothing for leaders and administrators, who see no firm', async () => {
    for (const who of [people.leader, people.administrator]) {
      const { city, said } = await answersTo(who, '/报表 金沙街道')
      expect(said[0]).toEqual({ text: expect.stringContaining('不在您的权限') })
      expect(city.uploaded).toEqual([])
    }
  })

  it('goes to the person, never to a group', async () => {
    const known = new Set((await here.pushed()).map(({ id }) => id))
    await here.say(people.officer, '/报表', true)
    const city = worker(here.ports)
    await city.doJobs()
    const pushes = (await here.pushed()).filter(({ id }) => !known.has(id))
    expect(pushes.filter(({ to }) => 'chat' in to).map(({ kind }) => kind)).toEqual(['sent-privately'])
    expect(pushes.find(({ kind }) => kind === 'attachment')?.to).toEqual({ person: people.officer.id })
  })

  it('is offered on the receipt of a township that is complete, and pressed there', async () => {
    const card: Card = completeCard(plan, tally, '202312-1')
    expect(buttonsOf(card)).toContain('下载本月报表（盖章留底）')
    const city = worker(here.ports)
    expect((await here.press(people.officer, sheetToken(here.of))).toast?.tone).toBe('success')
    expect((await here.press(people.neighbour, sheetToken(here.of))).toast?.tone).toBe('warning')
    await city.doJobs()
    expect(city.uploaded).toHaveLength(1)
  })

  it('is not made for somebody who may not see the township by then', async () => {
    const { month } = here.of
    await here.ports.store.commit([
      {
        is: 'push',
        push: {
          ...{ id: 'print-sheet:late', lane: 'work', due: here.ports.clock.now(), kind: 'print-sheet' },
          ...{ programme: here.of.programme, month, to: { person: people.neighbour.id } },
          ...{ facts: { month, township: here.of.township }, quiet: false, proactive: false },
        },
      },
    ])
    const known = new Set((await here.pushed()).map(({ id }) => id))
    const city = worker(here.ports)
    await city.doJobs()
    expect(city.uploaded).toEqual([])
    const [told] = (await here.pushed()).filter(({ id }) => !known.has(id))
    expect(told && (await here.render(told))).toEqual({ text: expect.stringContaining('不在您的权限') })
  })
})

describe('the printed sheet', () => {
  const printed = (of: typeof reports, closed = true) =>
    printedSheet({
      ...{ plan, township: '金沙街道', tally: { ...tallies[0], closed }, reports: of },
      ...{ indicators: programme.indicators, by: '张建国', at: now },
    })

  it('is A4 across with its headings on every page, and has the statutory lines where there are any', () => {
    const sheet = printed(reports)
    expect(sheet.print).toEqual({ landscape: true, headingRows: 4 })
    expect(sheet.rows[1]?.[0]?.value).toContain('表号：通工信统〔2023〕1号')
    expect(sheet.rows.every((row) => row.length <= sheet.widths.length)).toBe(true)
  })

  it('leaves out of the sums what does not count, and says why beside it', () => {
    const states = [
      aReport(1, { state: 'returned' }),
      aReport(2, { state: 'inactive', condition: 'suspended', note: '停产检修' }),
      aReport(3, { figures: {}, state: 'expected' }),
      aReport(4, { figures: Figures.parse({ ...aReport(4).figures, tax: 0 }), declared: ['tax'] }),
    ]
    const rows = printed(states).rows.map((row) => row.map(({ value }) => value))
    expect(rows.slice(4, 8).map((row) => row.at(-1))).toEqual([
      '已退回',
      '停产；停产检修',
      '未报',
      '本月无：税收',
    ])
    expect(rows[8]?.slice(1, 5)).toEqual(['合计（计入 1 户，应报 4 户）', null, 999999.9999, 0])
  })

  it('has no sum where nobody has reported', () => {
    const rows = printed([aReport(1, { figures: {}, state: 'expected' })]).rows
    expect(rows[5]?.map(({ value }) => value)).toEqual([
      null,
      '合计（计入 0 户，应报 1 户）',
      null,
      '—',
      '—',
      '—',
      '—',
      null,
    ])
  })
})
