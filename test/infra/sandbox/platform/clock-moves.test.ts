import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { startWorld } from '../harness.ts'

const start = Date.parse('2023-03-01T09:00:00+08:00')
const minute = 60_000
const Told = z.union([z.object({ ask: z.literal('next'), until: z.number() }), z.object({ now: z.number() })])

/** Somebody who lives by the sandbox's clock and has things to do at given instants. */
async function follower(due: number[]) {
  const waiting = [...due]
  const log: number[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const told = Told.parse(JSON.parse(text))
    if ('ask' in told) {
      response.end(JSON.stringify({ next: waiting.find((at) => at <= told.until) ?? null }))
      return
    }
    log.push((told.now - start) / minute)
    waiting.splice(0, waiting.filter((at) => at <= told.now).length)
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return {
    url: `http://127.0.0.1:${port}/`,
    log,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

it('a move stops wherever anybody has something to do, tells everybody, and ends at its target', async () => {
  const [first, second] = [
    await follower([start + 10 * minute, start + 30 * minute]),
    await follower([start + 20 * minute]),
  ]
  const { control } = await startWorld()
  for (const { url } of [first, second]) await control('POST', '/clock/followers', { url })
  const { body } = await control('POST', '/clock', { to: '2023-03-01T10:00:00+08:00' })
  expect(body).toEqual({ now: start + 60 * minute, mode: 'frozen', iso: '2023-03-01T02:00:00.000Z' })
  expect([first.log, second.log]).toEqual([
    [10, 20, 30, 60],
    [10, 20, 30, 60],
  ])
})

it('the target is told once when something is due exactly then', async () => {
  const one = await follower([start + 10 * minute])
  const { control } = await startWorld()
  await control('POST', '/clock/followers', { url: one.url })
  await control('POST', '/clock', { by: 10 * minute })
  expect(one.log).toEqual([10])
})

it('a follower that is gone stops the move, is named, and the clock stays at the last step', async () => {
  const [stays, goes] = [await follower([start + 10 * minute]), await follower([])]
  const { control } = await startWorld({ followerPatience: 300 })
  for (const { url } of [stays, goes]) await control('POST', '/clock/followers', { url })
  await control('POST', '/clock', { by: 5 * minute })
  await goes.close()
  const { status, body } = await control('POST', '/clock', { by: 60 * minute })
  expect([status, body.error]).toEqual([
    502,
    expect.stringContaining(`The follower ${goes.url} does not follow`),
  ])
  expect((await control('GET', '/clock')).body.now).toBe(start + 5 * minute)
})

it('the clock refuses to go back and to be told two targets', async () => {
  const { control } = await startWorld()
  const back = await control('POST', '/clock', { to: '2023-03-01T08:00:00+08:00' })
  expect([back.status, back.body.error]).toEqual([
    409,
    'The clock only moves forward: it shows 2023-03-01T01:00:00.000Z, which is later than 2023-03-01T00:00:00.000Z.',
  ])
  expect((await control('POST', '/clock', { to: start, by: 1 })).body.error).toBe('Give to or by, not both.')
})

it('a frozen clock stands, a flowing one runs', async () => {
  const { control } = await startWorld()
  const now = async () => z.number().parse((await control('GET', '/clock')).body.now)
  expect([await now(), await now()]).toEqual([start, start])
  await control('POST', '/clock', { mode: 'flowing' })
  const then = await now()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await now()) - then >= 20).toBe(true)
})
