import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { templateToken } from '../../bot/flows/workbook-token.ts'
import { worker } from '../build/works.ts'
import { buttonsOf } from './said-of.ts'
import { aTownship, people } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(25)
})
afterAll(() => here.close())

describe('/模板', () => {
  it('makes the township’s workbook and sends it as a file', async () => {
    const city = worker(here.ports)
    await here.say(people.officer, '/模板')
    await city.doJobs()
    const [made] = city.uploaded
    expect(made?.name).toBe('金沙街道2023年4月企业数据.xlsx')
    const [sheet, hidden] = await city.rowsOf(made?.bytes ?? new Uint8Array())
    const codes = sheet?.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) ?? []
    expect(here.codes.filter((code) => codes.includes(code))).toEqual(here.codes)
    expect(hidden?.isHidden).toBe(true)
    const pushed = await here.pushed()
    const answer = pushed.find(({ kind, facts }) => kind === 'answer' && facts.text === '/模板')
    expect(answer && (await here.render(answer))).toEqual({ text: expect.stringContaining('金沙街道的表格') })
    const file = pushed.find(({ kind }) => kind === 'attachment')
    expect(file).toMatchObject({ to: { person: people.officer.id }, facts: { file: 'file_1' } })
  })

  it('is for nobody who files nothing', async () => {
    const city = worker(here.ports)
    await here.say(people.reviewer, '/模板')
    await here.say(people.leader, '/模板')
    expect(await city.jobs()).toEqual([])
  })

  it('stands on the card of the month, second where there are many firms, and works by a press', async () => {
    const city = worker(here.ports)
    await here.say(people.officer, '/待办')
    const todo = (await here.pushed()).find(({ facts }) => facts.text === '/待办')
    expect(buttonsOf(todo && (await here.render(todo))).slice(0, 2)).toEqual([
      '开始填报（25 户）',
      '下载表格',
    ])
    const { toast } = await here.press(people.officer, templateToken(here.of))
    expect(toast?.say).toContain('马上发到这里')
    await city.doJobs()
    expect(city.uploaded).toHaveLength(1)
    const { toast: refused } = await here.press(people.neighbour, templateToken(here.of))
    expect(refused?.tone).toBe('warning')
    expect(await city.jobs()).toEqual([])
  })
})
