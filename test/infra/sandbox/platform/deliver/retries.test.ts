import { expect, it } from 'vitest'
import * as z from 'zod'
import { startBot, startWorld, until } from '../../harness.ts'

const start = Date.parse('2023-03-01T09:00:00+08:00')
const Deliveries = z.object({
  deliveries: z.array(
    z.object({ attempt: z.number(), at: z.number(), outcome: z.string(), status: z.number() }),
  ),
  undelivered: z.array(z.unknown()),
})

async function failing(options = {}) {
  const bot = await startBot(() => ({ status: 500 }))
  const world = await startWorld({ eventUrl: bot.url, ...options })
  const wang = await world.person('王敏')
  await world.control('POST', `/chats/${wang}/messages`, { as: wang, text: '一', wait: true })
  const deliveries = async () => Deliveries.parse((await world.control('GET', '/deliveries')).body)
  return { bot, deliveries, ...world }
}

it('a refused event comes again after 15 s, 5 min, 1 h and 6 h of the virtual clock, and then no more', async () => {
  const { control, deliveries, bot } = await failing()
  await control('POST', '/clock', { by: 24 * 3_600_000 })
  const { deliveries: attempts, undelivered } = await deliveries()
  expect(attempts.map(({ attempt, at, status }) => [attempt, (at - start) / 1_000, status])).toEqual([
    [1, 0, 500],
    [2, 15, 500],
    [3, 315, 500],
    [4, 3_915, 500],
    [5, 25_515, 500],
  ])
  expect(undelivered).toEqual([])
  expect(new Set(bot.events().map((one) => one.header?.event_id)).size).toBe(1)
})

it('an event that is taken at last is not sent again', async () => {
  let calls = 0
  const bot = await startBot(() => ({ status: ++calls < 3 ? 500 : 200 }))
  const { person, control } = await startWorld({ eventUrl: bot.url })
  const wang = await person('王敏')
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: '一', wait: true })
  await control('POST', '/clock', { by: 24 * 3_600_000 })
  expect(bot.events().length).toBe(3)
})

it.each([
  ['new', ['1677632400', '1677632415']],
  ['old', ['1677632400', '1677632400']],
])('a retry is signed with the %s timestamp when so told', async (retrySignature, timestamps) => {
  const { control, bot } = await failing({ retrySignature })
  await control('POST', '/clock', { by: 15_000 })
  expect(bot.events().map((one) => one.headers['x-lark-request-timestamp'])).toEqual(timestamps)
})

it('an acknowledgement that is lost brings the event again', async () => {
  const bot = await startBot()
  const { person, control } = await startWorld({ eventUrl: bot.url })
  const wang = await person('王敏')
  await control('POST', '/faults', { kind: 'lost-ack', count: 1 })
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: '一', wait: true })
  await control('POST', '/clock', { by: 15_000 })
  await control('POST', '/clock', { by: 24 * 3_600_000 })
  expect(bot.events().length).toBe(2)
})

it('a duplicate has the same event_id, and a held event comes after the next one', async () => {
  const bot = await startBot()
  const { person, control } = await startWorld({ eventUrl: bot.url })
  const wang = await person('王敏')
  await control('POST', '/faults', [{ kind: 'duplicate', count: 1 }])
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: '一', wait: true })
  await control('POST', '/faults', [{ kind: 'reorder', count: 1 }])
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: '二' })
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: '三' })
  await until(() => bot.events().length === 4)
  const texts = bot
    .events()
    .map((one) => z.object({ message: z.object({ content: z.string() }) }).parse(one.event))
  expect(texts.map((one) => one.message.content)).toEqual(
    ['一', '一', '三', '二'].map((text) => JSON.stringify({ text })),
  )
  expect(bot.events()[0]?.header?.event_id).toBe(bot.events()[1]?.header?.event_id)
})

it('while time flows the first retry comes by itself', async () => {
  let calls = 0
  const bot = await startBot(() => ({ status: ++calls === 1 ? 500 : 200 }))
  const { person, control } = await startWorld({ eventUrl: bot.url })
  const wang = await person('王敏')
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: '一', wait: true })
  await control('POST', '/clock', { by: 14_900, mode: 'flowing' })
  await until(() => bot.events().length === 2)
})
