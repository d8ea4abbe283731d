import { describe, expect, it, vi } from 'vitest'
import { messengerOf } from '../../functions/sender.ts'
import { createPump } from '../../infra/local/pump.ts'
import { untilKilled } from '../build/crash.ts'
import { anOpenCity } from '../build/live-city.ts'
import { people } from '../build/small-city.ts'
import { until } from '../infra/sandbox/harness.ts'

const MINUTE = 60_000
const DOWNLOAD = 'im.messageResource.get'
const { zhang, wang } = people
type City = Awaited<ReturnType<typeof anOpenCity>>

/** A file as Excel saves it in CSV: a heading, and so many firms that nobody knows. */
const table = (firms: number) =>
  Buffer.from(
    [
      '企业名称,本月销售（万元）',
      ...Array.from({ length: firms }, (_, index) => `张三李四${index}号公司,1`),
    ].join('\r\n'),
  )
const rows = (count: number) => `没有收 ${count} 行`

/** What somebody was told since the month was opened. */
const listening = async (city: City, who = zhang) => {
  await city.deliver()
  const before = (await city.heardBy(who.id)).length
  return async (): Promise<string[]> =>
    (await city.heardBy(who.id))
      .slice(before)
      .filter(({ sender }) => (sender as { type: string }).type === 'app')
      .map(({ card, content }) => JSON.stringify(card ?? content))
}

const pass = async (city: City, ms: number) => {
  city.clock.wall += ms
  await city.at(city.clock.at + ms)
}

describe('a file dropped in the private chat', () => {
  it('is fetched and read by the worker, and answered under the file itself', async () => {
    const city = await anOpenCity()
    const heard = await listening(city)
    await city.drop(zhang.id, '3月.csv', table(4))
    expect(await city.work()).toEqual({ tried: 1 })
    await city.deliver()
    const [says, ...more] = await heard()
    expect([says, more]).toEqual([expect.stringContaining(rows(4)), []])
    expect(says).toContain('没有可以提交的')
    const messages = await city.heardBy(zhang.id)
    const dropped = messages.find(({ msg_type }) => msg_type === 'file')
    expect(messages.at(-1)).toMatchObject({ parent_id: dropped?.message_id })
  })

  it('is answered once, wherever the worker was killed', async () => {
    const city = await anOpenCity()
    for (let writes = 0, isKilled = true; isKilled; writes++) {
      const heard = await listening(city)
      await city.drop(zhang.id, '3月.csv', table(writes + 1))
      isKilled = await untilKilled(city.runtime.ports, writes, async (mortal) => {
        await city.work(mortal)
      })
      await pass(city, MINUTE + 1)
      await city.work()
      await city.deliver()
      expect(await heard()).toEqual([expect.stringContaining(rows(writes + 1))])
      if (!isKilled) expect(writes).toBeGreaterThanOrEqual(5)
    }
    expect(await city.ports.store.pending('work', 10 ** 14, 10)).toEqual([])
  }, 60_000)

  it('is read later when Feishu does not give it at once', async () => {
    const city = await anOpenCity()
    const heard = await listening(city)
    await city.fault('server-error', DOWNLOAD, 1)
    await city.fault('rate-limit', DOWNLOAD, 1)
    await city.drop(zhang.id, '3月.csv', table(2))
    for (let second = 0; second < 20; second++) {
      await city.work()
      await pass(city, 1_000)
    }
    await city.deliver()
    expect(await heard()).toEqual([expect.stringContaining(rows(2))])
  })

  it('that Feishu does not give for ten minutes is given up, and its sender told so once', async () => {
    const city = await anOpenCity()
    const heard = await listening(city)
    await city.fault('server-error', DOWNLOAD, 1_000)
    await city.drop(zhang.id, '3月.csv', table(2))
    for (let minute = 0; minute < 60; minute++) {
      await city.work()
      await pass(city, MINUTE / 4)
    }
    await city.deliver()
    expect(await heard()).toEqual([expect.stringContaining('文件“3月.csv”没有读成')])
    expect((await city.ports.store.deadLetters()).map(({ push }) => push.kind)).toEqual(['read-file'])
  })

  it('of twelve megabytes is refused with a sentence', async () => {
    const city = await anOpenCity()
    const heard = await listening(city)
    await city.drop(zhang.id, '全市.xlsx', new Uint8Array(12 * 1024 * 1024))
    await city.work()
    await city.deliver()
    expect(await heard()).toEqual([expect.stringContaining('10 MB 以内')])
  })

  it('before another is answered before it, though the first came hard', async () => {
    const city = await anOpenCity()
    const heard = await listening(city)
    const others = await listening(city, wang)
    await city.fault('server-error', DOWNLOAD, 2)
    const { ports } = city.runtime
    const flowing = { ...ports, clock: { ...ports.clock, now: () => city.clock.at++ } }
    await city.drop(zhang.id, '3月.csv', table(1))
    await pass(city, 1)
    await city.drop(zhang.id, '2月.csv', table(2))
    await city.drop(wang.id, '1月.csv', table(3))
    for (let second = 0; second < 20; second++) {
      await city.work(flowing)
      await pass(city, 1_000)
    }
    await city.deliver()
    expect(await heard()).toEqual([expect.stringContaining(rows(1)), expect.stringContaining(rows(2))])
    expect(await others()).toEqual([expect.stringContaining(rows(3))])
  })
})

it('a job that takes its time holds up no message', async () => {
  const city = await anOpenCity()
  const heard = await listening(city)
  const { ports, config } = city.runtime
  const runtime = {
    config,
    ports: { ...ports, clock: { ...ports.clock, monotonic: () => performance.now() } },
  }
  const messenger = messengerOf(runtime)
  let go = () => {}
  const gate = new Promise<void>((resolve) => {
    go = resolve
  })
  let asked = 0
  const download: typeof messenger.download = async (...file) => {
    asked++
    await gate
    return messenger.download(...file)
  }
  const pump = createPump(runtime, { ...messenger, download })
  await city.drop(zhang.id, '3月.csv', table(6))
  const round = pump.run()
  await until(() => asked === 1)
  for (let many = 1; many <= 5; many++) {
    await city.say(zhang.id, '/帮助')
    pump.runQuietly()
    await vi.waitFor(async () => expect(await heard()).toHaveLength(many), { timeout: 5_000 })
  }
  expect((await heard()).filter((says) => says.includes(rows(6)))).toEqual([])
  go()
  await round
  expect((await heard()).filter((says) => says.includes(rows(6)))).toHaveLength(1)
})
