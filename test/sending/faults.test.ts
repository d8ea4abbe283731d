import pMap from 'p-map'
import { describe, expect, it } from 'vitest'
import { ChatId } from '../../shared/domain/push.ts'
import type { PendingPush } from '../../shared/ports.ts'
import { callsTo, endsOf, SEND, strikesOf, tallied } from '../build/fault-counts.ts'
import { anOutbox } from '../build/outbox.ts'
import { waitingAtOnce } from '../build/outbox-clock.ts'

const HOUR = 3_600_000

type Outbox = Awaited<ReturnType<typeof anOutbox>>
type Push = PendingPush['push']

/** So many groups, with one push to each; in some of them the bot is not a member, so that Feishu refuses for good. */
const planned = async (outbox: Outbox, count: number, without = 0): Promise<Push[]> => {
  const ids = Array.from({ length: count }, (_, index) => `oc_${index}`)
  const groups = ids.map((chat_id, index) => ({ chat_id, name: chat_id, bot: index >= without }))
  await outbox.feishu.control('POST', '/chats', groups)
  return pMap(ids, (id) => outbox.plan({ chat: ChatId.parse(id) }), { concurrency: 10 })
}

/** Time passes from one due moment to the next until nothing waits any more. */
const untilSettled = async (outbox: Outbox): Promise<void> => {
  for (let rounds = 0; rounds < 500; rounds++) {
    await outbox.drain()
    const next = await outbox.ports.store.nextPush()
    if (next === undefined) return
    await outbox.pass(Math.max(0, Math.ceil(next - outbox.ports.clock.now())))
  }
  throw new Error('pushes are still waiting after 500 rounds')
}

const chances = (given: Record<string, number>) =>
  Object.entries(given).map(([kind, probability]) => ({ kind, probability, api: SEND }))

describe('a thousand chats at a Feishu that fails', () => {
  it('each is reached once or its push is a dead letter, none twice, and no limit is run into', async () => {
    const outbox = await anOutbox({ timeoutMs: 400, waiting: waitingAtOnce })
    const pushes = await planned(outbox, 1_000, 8)
    const faults = { 'server-error': 0.3, 'rate-limit': 0.1, 'commit-then-timeout': 0.05 }
    await outbox.feishu.control('POST', '/faults', chances(faults))
    await untilSettled(outbox)

    const strikes = await strikesOf(outbox.feishu)
    const { sends, limited } = await callsTo(outbox.feishu)
    const ends = tallied(await endsOf(outbox.feishu, outbox.ports.store, pushes))
    console.info(JSON.stringify({ ...ends, sends, limited, strikes }))
    expect(ends).toEqual({ sentOnce: 992, deadAndUnsent: 8, deadAndThere: 0, twice: 0, unended: 0 })
    expect(limited - Number(strikes['rate-limit'])).toBe(0)
    for (const [kind, probability] of Object.entries(faults))
      expect(Number(strikes[kind]), kind).toBeGreaterThan((sends * probability) / 3)
  }, 300_000)
  it('an hour without Feishu leaves nobody a message twice, and no message unknown', async () => {
    const outbox = await anOutbox({ timeoutMs: 400, waiting: waitingAtOnce })
    const pushes = await planned(outbox, 60)
    await outbox.feishu.control('POST', '/faults', chances({ timeout: 0.5, 'commit-then-timeout': 1 }))
    await outbox.drain()
    const { 'commit-then-timeout': there } = await strikesOf(outbox.feishu)
    await outbox.feishu.control('DELETE', '/faults')
    await outbox.feishu.control('POST', '/faults', { kind: 'server-error', api: 'im.' })
    for (const began = outbox.ports.clock.now(); outbox.ports.clock.now() < began + HOUR; ) {
      await outbox.pass(10 * 60_000)
      await outbox.drain()
    }
    await outbox.feishu.control('DELETE', '/faults')
    await untilSettled(outbox)
    const ends = tallied(await endsOf(outbox.feishu, outbox.ports.store, pushes))
    expect(there).toBeGreaterThan(10)
    expect(ends).toEqual({
      ...{ sentOnce: there, deadAndUnsent: 60 - Number(there) },
      ...{ deadAndThere: 0, twice: 0, unended: 0 },
    })
  }, 120_000)
})
