import { describe, expect, it } from 'vitest'
import { officerIndicators } from '../../bot/cards/filing-indicators.ts'
import { filesOf } from '../../shared/files/files.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoStore } from '../../shared/store/store.ts'
import { untilKilled } from '../build/crash.ts'
import { filledTemplate } from '../build/filled-template.ts'
import { anOpenCity } from '../build/live-city.ts'
import { people, programme, unit } from '../build/small-city.ts'
import { listen } from '../shared/store/wire.ts'

const MINUTE = 60_000
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const { li, zhang } = people
const headings = officerIndicators(programme).map(({ name, unit: of }) => `${name}（${of}）`)
const rowOf = (sales: string) =>
  Object.fromEntries([sales, '4.2', '3.1', '45'].map((value, index) => [headings[index] ?? '', value]))

type City = Awaited<ReturnType<typeof anOpenCity>>
const jiuhua = (city: City) => city.of(unit.jiuhua)
const work = async (city: City) => {
  await city.work()
  await city.deliver()
}
const pass = async (city: City, ms: number) => {
  city.clock.wall += ms
  await city.at(city.clock.at + ms)
}
const template = async (city: City, who = li): Promise<Uint8Array> => {
  await city.say(who.id, '/模板')
  await work(city)
  return city.fileOf(who.id)
}
const newest = async (city: City, who = li.id) =>
  JSON.stringify((await city.heardBy(who)).findLast(({ card }) => card)?.card)
/** The receipt stands before the file or after it. */
const isReceipt = (title: string) => title.startsWith('已收')

describe('a township of 150 firms', () => {
  it('is filed by workbook: shown, confirmed, stored at five write units a firm, and marked row by row', async () => {
    const city = await anOpenCity({ inJiuhua: 150 })
    await city.deliver()
    await city.drop(li.id, '4月.xlsx', await filledTemplate(await template(city), () => rowOf('150')))
    await work(city)
    expect(await newest(city)).toContain('新报 150 户')
    const { title } = await city.press(li.id, '确认提交 150 户')
    expect(title).toContain('正在提交')
    const client = dynamoClient({ region: 'local', endpoint: city.endpoint, credentials })
    const wire = listen(client)
    const { ports } = city.runtime
    const store = dynamoStore(client, 'liegui', ports.clock)
    const { calls } = await wire.during(() => city.work({ ...ports, store }))
    const units = calls
      .filter(({ command }) => command === 'TransactWrite' || command === 'TransactWriteItems')
      .reduce((sum, call) => sum + call.units, 0)
    expect(units).toBeGreaterThan(150)
    expect(units / 150).toBeLessThanOrEqual(5)
    await pass(city, MINUTE)
    await city.deliver()
    expect((await city.titles(li.id)).filter(isReceipt)).toEqual(['已收 150 户'])
    const reports = await city.ports.store.reports(jiuhua(city))
    expect(reports.filter(({ state }) => state === 'submitted')).toHaveLength(150)
    const marked = await filesOf().readTable(await city.fileOf(li.id), 'x.xlsx')
    const rows = marked.is === 'read' ? (marked.sheets[0]?.rows ?? []) : []
    expect(rows.filter(({ cells }) => cells.at(-1)?.text === '已收。')).toHaveLength(150)
  }, 60_000)
})

describe('a workbook', () => {
  it('of another month or township is refused with a sentence, and nothing is stored', async () => {
    const city = await anOpenCity()
    await city.deliver()
    const made = await template(city)
    const other = await filledTemplate(
      made,
      () => rowOf('150'),
      (sheets) =>
        sheets.map((sheet) => ({
          ...sheet,
          rows: sheet.rows.map((row) =>
            row.map((cell) => (cell.value === '2023-03' ? { value: '2023-02' } : cell)),
          ),
        })),
    )
    await city.drop(li.id, '2月.xlsx', other)
    await work(city)
    expect(await newest(city)).toContain('这张表是2月的')
    await city.drop(zhang.id, '九华.xlsx', await filledTemplate(made, () => rowOf('150')))
    await work(city)
    expect(await newest(city, zhang.id)).toContain('这张表是发给别的乡镇的')
    expect((await city.ports.store.reports(jiuhua(city))).every(({ state }) => state === 'expected')).toBe(
      true,
    )
  })

  it('is filed once, wherever the worker was killed, and its receipt and its file are sent once', async () => {
    const city = await anOpenCity({ inJiuhua: 21 })
    await city.deliver()
    for (let writes = 0, isKilled = true; isKilled; writes++) {
      await city.drop(
        li.id,
        '4月.xlsx',
        await filledTemplate(await template(city), () => rowOf(String(150 + writes))),
      )
      await pass(city, MINUTE)
      await work(city)
      const heard = (await city.heardBy(li.id)).length
      const before = await city.ports.store.reports(jiuhua(city))
      await city.press(li.id, '确认提交 21 户')
      isKilled = await untilKilled(city.runtime.ports, writes, async (mortal) => {
        await city.work(mortal)
      })
      await pass(city, MINUTE + 1)
      await work(city)
      const after = await city.ports.store.reports(jiuhua(city))
      expect(after.map(({ revision }) => revision)).toEqual(before.map(({ revision }) => revision + 1))
      expect(after.every(({ figures }) => figures.sales === (150 + writes) * 10_000)).toBe(true)
      const news = (await city.heardBy(li.id)).slice(heard)
      expect(news.filter(({ card }) => isReceipt(card?.header.title.content ?? ''))).toHaveLength(1)
      expect(news.filter(({ msg_type }) => msg_type === 'file')).toHaveLength(1)
      if (!isKilled) expect(writes).toBeGreaterThanOrEqual(6)
    }
  }, 180_000)
})

it('two firms pasted in the private chat are shown and filed, and a recalled text is not', async () => {
  const city = await anOpenCity()
  await city.deliver()
  const [first, second] = await city.ports.store.reports(jiuhua(city))
  await city.say(li.id, `${first?.name} 150，4.2，3.1，45\n${second?.name}\n160，4.3，3.2，46`)
  await work(city)
  expect(await newest(city)).toContain('新报 2 户')
  await city.press(li.id, '确认提交 2 户')
  await work(city)
  const reports = await city.ports.store.reports(jiuhua(city))
  expect(reports.map(({ figures }) => figures.sales)).toEqual([1_500_000, 1_600_000])
  expect((await city.ports.store.audit(jiuhua(city))).at(-1)?.via).toMatch(/^paste:om_/)
  expect((await city.titles(li.id)).filter(isReceipt)).toEqual(['已收 2 户'])
})
