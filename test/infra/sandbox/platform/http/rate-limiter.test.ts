import { expect, it } from 'vitest'
import { createLimiter } from '../../../../../infra/sandbox/platform/http/rate-limiter.ts'
import { refusal, startWorld, textCard } from '../../harness.ts'

it('a window slides: five a second, and the sixth when the first is a second old', () => {
  let now = 0
  const limiter = createLimiter(() => now)
  const take = () => limiter.take([{ key: 'chat', windows: [{ count: 5, ms: 1_000 }], code: 230020 }])
  const first = [0, 100, 200, 300, 400].map((at) => {
    now = at
    return take()
  })
  expect(first).toEqual([null, null, null, null, null])
  now = 999
  expect(take()).toEqual({ code: 230020, limit: 5, resetSeconds: 1 })
  now = 1_000
  expect([take(), take()]).toEqual([null, { code: 230020, limit: 5, resetSeconds: 1 }])
})

it('a call takes from all its windows or from none, and says how long to wait', () => {
  let now = 0
  const limiter = createLimiter(() => now)
  const windows = [{ count: 1, ms: 60_000 }]
  const both = () => [
    { key: 'free', windows: [{ count: 1, ms: 1_000 }], code: 1 },
    { key: 'full', windows, code: 2 },
  ]
  limiter.take([{ key: 'full', windows, code: 2 }])
  now = 10_000
  expect(limiter.take(both())).toEqual({ code: 2, limit: 1, resetSeconds: 50 })
  expect(limiter.take([{ key: 'free', windows: [{ count: 1, ms: 1_000 }], code: 1 }])).toBe(null)
})

it('the sixth message to a person within a second is refused with 429 and its headers', async () => {
  const { person, send, control } = await startWorld()
  const wang = await person('王敏')
  const sends = Array.from({ length: 8 }, (_, index) => send(wang, 'text', { text: `${index}` }))
  const refused = (await Promise.allSettled(sends)).filter((one) => one.status === 'rejected')
  expect(refused.length).toBe(3)
  expect(await refusal(Promise.reject(refused[0]?.reason))).toMatchObject({
    status: 429,
    code: 230020,
    headers: { 'x-ogw-ratelimit-limit': '5', 'x-ogw-ratelimit-reset': '1' },
  })
  expect((await control('GET', '/stats')).body).toMatchObject({
    limited: 3,
    refused: { 230020: 3 },
    apis: { 'im.message.create': { calls: 8, ok: 5, limited: 3 } },
  })
})

it('an API has its own limit for the app, and a card for its updates', async () => {
  const one = [{ count: 1, ms: 60_000 }]
  const { client, person, send } = await startWorld({ rates: { messageUpdate: one } })
  const id = await send(await person('王敏'), 'interactive', textCard('一'))
  const patch = () =>
    client.im.v1.message.patch({
      path: { message_id: id },
      data: { content: JSON.stringify(textCard('二')) },
    })
  await patch()
  expect(await refusal(patch())).toMatchObject({ status: 429, code: 230020 })

  const narrow = await startWorld({ rates: { api: one } })
  const [li, wu] = [await narrow.person('李雷'), await narrow.person('吴芳')]
  await narrow.send(li, 'text', { text: '一' })
  expect(await refusal(narrow.send(wu, 'text', { text: '二' }))).toMatchObject({
    status: 429,
    code: 99991400,
  })
})
