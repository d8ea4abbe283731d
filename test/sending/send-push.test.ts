import { describe, expect, it } from 'vitest'
import { Month } from '../../shared/domain/month.ts'
import { anOutbox, cardOf } from '../build/outbox.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const CREATE = 'im.message.create'
const LIST = 'im.message.list'
const TOKEN = 'auth.v3.tenant_access_token.internal'

describe('one push against a Feishu that fails', () => {
  it.each([
    ['a limit, and comes again when Feishu says', 'rate-limit', 0],
    ['a failure of Feishu', 'server-error', 10_000],
    ['no answer, nothing being sent', 'timeout', 10_000],
    ['no answer, although it was sent', 'commit-then-timeout', 10_000],
  ] as const)('%s: it is there once', async (_, kind, later) => {
    const outbox = await anOutbox({ timeoutMs: 1_000 })
    const group = await outbox.group()
    const push = await outbox.plan(group)
    await outbox.fault({ kind, api: CREATE })
    const first = await outbox.drain()
    expect(first.sent).toBe(later === 0 ? 1 : 0)
    await outbox.pass(later)
    await outbox.drain()
    const [message, ...others] = await outbox.messagesOf(group.chat)
    expect(others).toEqual([])
    expect(await outbox.resultOf(push)).toMatchObject({ is: 'sent', message: message?.message_id })
    expect(await outbox.pending()).toEqual([])
    expect(await outbox.calls(CREATE)).toBe(2)
  })

  it.each(['group', 'person'] as const)('is looked up in the chat of a %s after 50 minutes', async (to) => {
    const outbox = await anOutbox({ timeoutMs: 1_000 })
    const push = await outbox.plan(await outbox[to]())
    await outbox.fault({ kind: 'commit-then-timeout', api: CREATE })
    await outbox.drain()
    await outbox.pass(61 * MINUTE)
    expect(await outbox.drain()).toEqual({ sent: 1 })
    const result = await outbox.resultOf(push)
    const messages = result?.is === 'sent' ? await outbox.messagesOf(result.chat) : []
    expect(messages.map(({ message_id }) => message_id)).toEqual([result?.is === 'sent' && result.message])
    expect(await outbox.calls(CREATE)).toBe(1)
  })

  it('is a dead letter when it is not found, and is not sent again', async () => {
    const outbox = await anOutbox({ timeoutMs: 1_000 })
    const group = await outbox.group()
    const push = await outbox.plan(group)
    await outbox.fault({ kind: 'timeout', api: CREATE })
    await outbox.drain()
    await outbox.pass(51 * MINUTE)
    expect(await outbox.drain()).toEqual({ sent: 0 })
    expect(await outbox.resultOf(push)).toMatchObject({ is: 'dead', why: 'outcome-unknown-and-not-found' })
    expect((await outbox.ports.store.deadLetters()).map(({ push: { id } }) => id)).toEqual([push.id])
    expect(await outbox.messagesOf(group.chat)).toEqual([])
    expect(outbox.logged).toContain('push-dead')
  })

  it.each(['server-error', 'timeout', 'rate-limit'] as const)(
    'a look-up that ends in %s leaves the end unknown: it is looked up later, never sent again',
    async (kind) => {
      const outbox = await anOutbox({ timeoutMs: 1_000 })
      const group = await outbox.group()
      const push = await outbox.plan(group)
      await outbox.fault({ kind: 'commit-then-timeout', api: CREATE })
      await outbox.drain()
      await outbox.pass(61 * MINUTE)
      await outbox.fault({ kind, api: LIST, count: 2 })
      await outbox.drain()
      expect((await outbox.pending()).map(({ push: { id } }) => id)).toEqual([push.id])
      for (let again = 0; again < 3; again++) {
        await outbox.pass(5 * MINUTE)
        await outbox.drain()
      }
      expect(await outbox.resultOf(push)).toMatchObject({ is: 'sent' })
      expect(await outbox.messagesOf(group.chat)).toHaveLength(1)
      expect(await outbox.calls(CREATE)).toBe(1)
    },
  )

  it('a failure before sending does not make an unknown end forgotten', async () => {
    const outbox = await anOutbox({ timeoutMs: 1_000 })
    const group = await outbox.group()
    const push = await outbox.plan(group)
    await outbox.fault({ kind: 'commit-then-timeout', api: CREATE })
    await outbox.drain()
    await outbox.fault({ kind: 'token-expired', api: CREATE })
    await outbox.fault({ kind: 'server-error', api: TOKEN, count: 1 })
    await outbox.pass(5 * MINUTE)
    await outbox.drain()
    await outbox.pass(70 * MINUTE)
    await outbox.drain()
    expect(await outbox.messagesOf(group.chat)).toHaveLength(1)
    expect(await outbox.resultOf(push)).toMatchObject({ is: 'sent' })
  })

  it('comes back after waits that grow and differ', async () => {
    const outbox = await anOutbox({ timeoutMs: 1_000 })
    const group = await outbox.group()
    for (let many = 0; many < 10; many++) await outbox.plan(group)
    await outbox.fault({ kind: 'server-error', api: CREATE, count: 1000 })
    const waits = async () => {
      await outbox.drain()
      const now = outbox.ports.clock.now()
      return (await outbox.pending()).map(({ notBefore }) => notBefore - now)
    }
    const first = await waits()
    expect(Math.min(...first)).toBeGreaterThanOrEqual(1_000)
    expect(Math.max(...first)).toBeLessThanOrEqual(2_000)
    expect(new Set(first).size).toBeGreaterThan(3)
    await outbox.pass(2_000)
    const second = await waits()
    expect(Math.min(...second)).toBeGreaterThanOrEqual(2_000)
    expect(Math.max(...second)).toBeLessThanOrEqual(4_000)
  })

  it('is a dead letter after a day of failures, and not before its tries', async () => {
    const outbox = await anOutbox({ timeoutMs: 1_000 })
    const push = await outbox.plan(await outbox.person())
    await outbox.fault({ kind: 'server-error', api: CREATE, count: 1000 })
    await outbox.fault({ kind: 'server-error', api: 'im.', count: 1000 })
    await outbox.pass(25 * HOUR)
    for (let tries = 1; tries < 12; tries++) {
      await outbox.drain()
      expect(await outbox.resultOf(push)).toBeUndefined()
      await outbox.pass(5 * MINUTE)
    }
    await outbox.drain()
    expect(await outbox.resultOf(push)).toMatchObject({ is: 'dead' })
    expect(await outbox.pending()).toEqual([])
  })

  it('a refusal is final, and does not stop the others', async () => {
    const outbox = await anOutbox({ timeoutMs: 1_000 })
    const nobody = await outbox.plan({ person: 'ou_nobody' as never })
    const push = await outbox.plan(await outbox.person())
    expect(await outbox.drain()).toEqual({ sent: 1 })
    expect(await outbox.resultOf(nobody)).toMatchObject({ is: 'dead' })
    expect(await outbox.resultOf(push)).toMatchObject({ is: 'sent' })
  })
})

describe('what is said', () => {
  it("a notice that cannot be made stands in nobody's way, and is made later", async () => {
    const outbox = await anOutbox({ timeoutMs: 1_000 })
    const person = await outbox.person()
    const [broken, whole] = [await outbox.plan(person), await outbox.plan(person)]
    const render = async (push: typeof broken) => {
      if (push.id === broken.id) throw new TypeError('facts of another time')
      return cardOf(push)
    }
    expect(await outbox.drain({ render })).toEqual({ sent: 1 })
    expect(await outbox.resultOf(whole)).toMatchObject({ is: 'sent' })
    await outbox.pass(MINUTE)
    expect(await outbox.drain()).toEqual({ sent: 1 })
    expect(await outbox.resultOf(broken)).toMatchObject({ is: 'sent' })
  })

  it('what is no longer true is dropped', async () => {
    const outbox = await anOutbox({ timeoutMs: 1_000 })
    const push = await outbox.plan(await outbox.person())
    expect(await outbox.drain({ render: async () => undefined })).toEqual({ sent: 0 })
    expect(await outbox.resultOf(push)).toMatchObject({ is: 'dropped' })
    expect(await outbox.calls(CREATE)).toBe(0)
  })

  it('an officer gets five a month, and answers beside them', async () => {
    const outbox = await anOutbox({ timeoutMs: 1_000 })
    const person = await outbox.person()
    const month = Month.parse('2023-03')
    const asked = []
    for (let many = 0; many < 7; many++) asked.push(await outbox.plan(person, { month, proactive: true }))
    await outbox.plan(person, { lane: 'answer' })
    expect(await outbox.drain()).toEqual({ sent: 6 })
    const ends = await Promise.all(asked.map(outbox.resultOf))
    expect(ends.filter((end) => end?.is === 'dropped')).toHaveLength(2)
  })
})

describe('a thread', () => {
  it('is changed in place; a change whose end is unknown is made again, and nothing is looked up', async () => {
    const outbox = await anOutbox({ timeoutMs: 1_000 })
    const group = await outbox.group()
    await outbox.plan(group, { thread: 'district', facts: { say: '3 家未报' } })
    await outbox.drain()
    const change = await outbox.plan(group, { thread: 'district', facts: { say: '已报齐' } })
    await outbox.fault({ kind: 'commit-then-timeout', api: 'im.message.patch' })
    await outbox.drain()
    await outbox.pass(2 * HOUR)
    expect(await outbox.drain()).toEqual({ sent: 1 })
    const [message, ...others] = await outbox.messagesOf(group.chat)
    expect(others).toEqual([])
    expect(JSON.stringify(message?.card)).toContain('已报齐')
    expect(await outbox.resultOf(change)).toMatchObject({ is: 'sent', message: message?.message_id })
    expect([await outbox.calls(LIST), await outbox.calls('im.message.patch')]).toEqual([0, 2])
  })

  it('whose first message perhaps went out is not begun twice', async () => {
    const outbox = await anOutbox({ timeoutMs: 1_000 })
    const group = await outbox.group()
    const first = await outbox.plan(group, { thread: 'district', facts: { say: '一' } })
    await outbox.fault({ kind: 'commit-then-timeout', api: CREATE })
    await outbox.drain()
    await outbox.pass(2_000)
    expect(await outbox.drain()).toEqual({ sent: 1 })
    await outbox.plan(group, { thread: 'district', facts: { say: '二' } })
    await outbox.drain()
    const [message, ...others] = await outbox.messagesOf(group.chat)
    expect(others).toEqual([])
    expect(JSON.stringify(message?.card)).toContain('二')
    expect(await outbox.resultOf(first)).toMatchObject({ message: message?.message_id })
  })

  it('is begun anew when its message is older than 14 days, and then that one is changed', async () => {
    const outbox = await anOutbox()
    const group = await outbox.group()
    await outbox.plan(group, { thread: 'district', facts: { say: '3 家未报' } })
    await outbox.drain()
    await outbox.pass(15 * 24 * 60 * MINUTE)
    await outbox.plan(group, { thread: 'district', facts: { say: '2 家未报' } })
    expect(await outbox.drain()).toEqual({ sent: 1 })
    await outbox.plan(group, { thread: 'district', facts: { say: '已报齐' } })
    expect(await outbox.drain()).toEqual({ sent: 1 })
    const said = (await outbox.messagesOf(group.chat)).map(({ card }) => JSON.stringify(card))
    expect(said).toEqual([expect.stringContaining('3 家未报'), expect.stringContaining('已报齐')])
    expect(await outbox.ports.store.deadLetters()).toEqual([])
  })

  it('does not overwrite a newer message of the thread with one whose end was unknown', async () => {
    const outbox = await anOutbox({ timeoutMs: 1_000 })
    const group = await outbox.group()
    const older = await outbox.plan(group, { thread: 'returned', facts: { say: '第一户' } })
    await outbox.fault({ kind: 'commit-then-timeout', api: CREATE })
    await outbox.drain()
    await outbox.plan(group, { thread: 'returned', facts: { say: '第二户' } })
    await outbox.drain()
    await outbox.pass(2_000)
    await outbox.drain()
    const messages = await outbox.messagesOf(group.chat)
    expect(messages.map(({ card }) => /第.户/.exec(JSON.stringify(card))?.[0])).toEqual(['第一户', '第二户'])
    expect(await outbox.resultOf(older)).toMatchObject({ message: messages[0]?.message_id })
  })
})
