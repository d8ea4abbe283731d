import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { figuresFor } from '../build/live-city.ts'
import { aServedCity, eventually } from '../build/served-city.ts'
import { people, unit } from '../build/small-city.ts'

type City = Awaited<ReturnType<typeof aServedCity>>

const Line = z.looseObject({ level: z.enum(['info', 'warn', 'error']), code: z.string() })

/** Waits for so many cards of a title in somebody's chat, and tells how many there are. */
const cards = (city: City, person: string, title: RegExp, least = 1) =>
  eventually(
    async () => (await city.titles(person)).filter((one) => title.test(one)).length,
    (count) => count >= least,
  )

const opened = async (city: City) => {
  await city.at('2023-04-07', '09:00')
  expect(await cards(city, people.city.id, /是否开表/)).toBe(1)
  expect(await city.press(people.city.id, '开表')).toMatchObject({ code: 0, title: '正在开表' })
  for (const { id } of [people.li, people.zhang, people.wang]) expect(await cards(city, id, /请报送/)).toBe(1)
}

const filed = async (city: City, sales: string) => {
  const codes = city.firms.filter((firm) => firm.unit === unit.jiuhua).map(({ code }) => code)
  await city.press(people.li.id, 'start_0')
  const wrong = await city.press(people.li.id, '提交本页', figuresFor(codes, '一百'))
  expect(wrong).toMatchObject({ code: 0, title: '2 户请改一下' })
  const sent = await city.press(people.li.id, 'submit', figuresFor(codes, sales))
  expect(sent).toMatchObject({ code: 0, title: '已收 2 户' })
}

describe.each(['long-connection', 'webhook'] as const)('npm run serve, by %s', (by) => {
  it('lives a month, and its log holds no figure, no name and no secret', async () => {
    const city = await aServedCity(by)
    const server = await city.serve()
    await opened(city)
    await filed(city, '918273')
    await city.say(people.li.id, '/进度 13912345678')
    expect(await cards(city, people.li.id, /./, 2)).toBeGreaterThan(1)
    await city.at('2023-04-26', '17:00')
    expect(await cards(city, people.zhang.id, /结账/)).toBe(1)
    await city.at('2023-04-28', '09:30')
    expect(await cards(city, people.city.id, /统计待发布/)).toBe(1)
    expect(await city.heardIn('oc_city')).toEqual([])
    expect(await city.press(people.city.id, 'publish')).toMatchObject({ code: 0 })
    for (const group of ['oc_city', 'oc_tongzhou', 'oc_rugao'])
      expect(
        await eventually(
          () => city.heardIn(group),
          ({ length }) => length > 0,
        ),
      ).toHaveLength(1)
    expect(await city.heardIn('oc_jinsha')).toEqual([])
    const { text } = await city.admin('/metrics')
    for (const line of [
      'liegui_requests_total{kind="callback",status="200"} 5',
      'liegui_requests_total{kind="event",status="200"} 1',
      'liegui_answer_seconds_count{kind="callback"} 5',
      'liegui_outbox_bulk 0',
      'liegui_outbox_oldest_seconds 0',
      'liegui_dead_letters 0',
    ])
      expect(text.split('\n')).toContain(line)
    expect(text).toMatch(/^liegui_pushes_total{end="sent"} \d\d$/m)
    expect(text).toMatch(/^liegui_commits_total{end="committed"} \d\d$/m)
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
    expect(await server.stop()).toBe(0)

    const log = server.text()
    const secret = [...city.secrets, ...city.firms.flatMap(({ name }) => name)]
    expect([...secret, '918273', '13912345678', '机械', '一百'].filter((one) => log.includes(one))).toEqual(
      [],
    )
    const codes = log
      .trim()
      .split('\n')
      .map((line) => Line.parse(JSON.parse(line)).code)
    expect(codes.filter((code) => code === 'webhook-answered')).toHaveLength(6)
    expect(codes.slice(-2)).toEqual(['stopping', 'stopped'])
  }, 240_000)
})

it('takes nothing from strangers, and counts them', async () => {
  const city = await aServedCity('webhook')
  await city.serve()
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>) =>
    fetch(new URL(path, city.url), { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const asked = [
    await fetch(city.url),
    await post('/elsewhere', '{}'),
    await post('/feishu', '{}'),
    await post('/feishu', new Uint8Array(2 ** 20 + 1)),
  ]
  expect(asked.map(({ status }) => status)).toEqual([405, 404, 400, 413])
  const { text } = await city.admin('/metrics')
  for (const why of ['method', 'path', 'not-encrypted', 'too-large'])
    expect(text).toContain(`liegui_refused_total{why="${why}"} 1\n`)
  expect((await city.admin('/feishu')).status).toBe(404)
}, 180_000)

describe('a stop', () => {
  /** The city is asked, and Feishu keeps the answer to itself. */
  const asking = async () => {
    const city = await aServedCity('long-connection')
    const server = await city.serve()
    await city.fault('commit-then-timeout', 'im.message.create', 1)
    await city.at('2023-04-07', '09:00')
    expect(await cards(city, people.city.id, /是否开表/)).toBe(1)
    expect(server.text()).not.toContain('push-sent')
    return { city, server }
  }
  const afterwards = async (city: City) => {
    const again = await city.serve()
    await eventually(
      async () => again.text(),
      (text) => text.includes('push-sent'),
    )
    expect(again.text()).toContain('push-sent')
    expect(await cards(city, people.city.id, /是否开表/)).toBe(1)
    expect(await again.stop()).toBe(0)
  }

  it('waits for the push that is under way, writes how it ended, and nothing is sent twice', async () => {
    const { city, server } = await asking()
    expect(await server.stop()).toBe(0)
    expect(server.text()).toMatch(/"lark-unknown".*"push-failed".*"stopped"/s)
    expect((await city.admin('/healthz')).status).toBe(0)
    await afterwards(city)
  }, 180_000)

  it('that is asked for twice comes at once, and nothing is sent twice', async () => {
    const { city, server } = await asking()
    server.kill('SIGTERM')
    await eventually(
      async () => server.text(),
      (text) => text.includes('stopping'),
    )
    expect(await server.stop()).toBe(1)
    expect(server.text()).not.toContain('push-failed')
    await city.at('2023-04-07', '09:01')
    await afterwards(city)
  }, 180_000)

  it('comes by itself when the store is gone, so that whoever looks after it starts it again', async () => {
    const city = await aServedCity('long-connection')
    const server = await city.serve()
    const pid = await city.storePid()
    process.kill(pid, 'SIGKILL')
    expect(await server.ended).toBe(1)
  }, 180_000)
})
