import { expect, it } from 'vitest'
import { filesOf } from '../../shared/files/files.ts'
import { seal } from '../../shared/store/chain.ts'
import { verifyAudit } from '../../shared/usecases/verify-audit.ts'
import { untilKilled } from '../build/crash.ts'
import { anOpenCity } from '../build/live-city.ts'
import { people, plan, programme, townships, unit } from '../build/small-city.ts'

const MINUTE = 60_000
type City = Awaited<ReturnType<typeof anOpenCity>>

const work = async (city: City) => {
  await city.work()
  await city.deliver()
}
const pass = async (city: City, ms: number) => {
  city.clock.wall += ms
  await city.at(city.clock.at + ms)
}
const newest = async (city: City, who: { id: string }) =>
  JSON.stringify((await city.heardBy(who.id)).findLast(({ card }) => card)?.card)
const bureau = (city: City, sales: number) =>
  filesOf().writeWorkbook([
    {
      ...{ name: '税务', widths: [] },
      rows: [
        [{ value: '统一社会信用代码' }, { value: '应税销售（万元）' }, { value: '入库税收（万元）' }],
        ...city.firms.map(({ code }) => [{ value: code }, { value: sales }, { value: 4.2 }]),
      ],
    },
  ])
const all = async (city: City) =>
  (await Promise.all(townships.map((one) => city.ports.store.reports(city.of(one))))).flat()
const breaks = async ({ ports: { store } }: City) => {
  const found: unknown[] = []
  const verified = await verifyAudit({ store, seal, plan })
  for await (const township of verified.chains()) found.push(...township.breaks)
  return found
}

it('a city’s tax is brought in once, wherever the worker was killed, and every chain holds', async () => {
  const city = await anOpenCity({ inJiuhua: 45 })
  await city.deliver()
  for (let writes = 0, isKilled = true; isKilled; writes++) {
    await city.drop(people.city.id, '3月税务.xlsx', await bureau(city, 100 + writes))
    await pass(city, MINUTE)
    await work(city)
    expect(await newest(city, people.city)).toContain(
      `${writes === 0 ? '新收' : '改数'} ${city.firms.length} 户`,
    )
    const heard = (await city.heardBy(people.city.id)).length
    const before = await all(city)
    await city.press(people.city.id, `确认收下 ${city.firms.length} 户`)
    isKilled = await untilKilled(city.runtime.ports, writes, async (mortal) => {
      await city.work(mortal)
    })
    await pass(city, MINUTE + 1)
    await work(city)
    const after = await all(city)
    expect(after.map(({ revision }) => revision)).toEqual(before.map(({ revision }) => revision + 1))
    expect(after.every(({ beside }) => beside?.sales === (100 + writes) * 10_000)).toBe(true)
    expect(after.every(({ state, figures }) => state === 'expected' && figures.sales === undefined)).toBe(
      true,
    )
    const news = (await city.heardBy(people.city.id)).slice(heard)
    expect(
      news.filter(({ card }) => card?.header.title.content.startsWith('税务3月数据：已收')),
    ).toHaveLength(1)
    expect(news.filter(({ msg_type }) => msg_type === 'file')).toHaveLength(1)
    if (!isKilled) expect(writes).toBeGreaterThanOrEqual(5)
  }
  expect(await breaks(city)).toEqual([])
}, 180_000)

it('a district sees what differs, asks the officer without a number, and the officer mends it', async () => {
  const city = await anOpenCity()
  await city.deliver()
  const [first, second] = await city.ports.store.reports(city.of(unit.jiuhua))
  await city.say(people.li.id, `${first?.name} 150，4.2，3.1，45\n${second?.name}\n100，4.2，3.2，46`)
  await work(city)
  await city.press(people.li.id, '确认提交 2 户')
  await work(city)
  await city.drop(people.rugao.id, '3月税务.xlsx', await bureau(city, 100))
  await work(city)
  await city.press(people.rugao.id, '确认收下 4 户')
  await work(city)
  await city.deliver()
  expect(await newest(city, people.rugao)).toContain('应税销售 与税务数相差 50%')
  const asked = await city.press(people.rugao.id, '请乡镇核对')
  expect(asked.toast).toContain('没有给数')
  await city.deliver()
  const check = await newest(city, people.li)
  expect(check).toContain('请核对一户')
  expect(check).toContain('应税销售')
  expect(check).not.toMatch(/100|50%|150/)
  const opened = await city.press(people.li.id, '打开这一户')
  expect(opened.says).toContain(first?.name)
  const code = first?.code ?? ''
  await city.press(people.li.id, '提交本页', { [`sales_${code}`]: '100' })
  expect((await city.ports.store.report(city.of(unit.jiuhua), code as never))?.figures.sales).toBe(1_000_000)
  const again = await city.press(people.rugao.id, '刷新')
  expect(again.says).toContain('没有与部门数不一致的了')
  expect(await breaks(city)).toEqual([])
  const versions = (await city.ports.store.history(programme.id, code as never))?.versions ?? []
  expect(versions.map(({ move }) => move)).toEqual(['file', 'import', 'file'])
})
