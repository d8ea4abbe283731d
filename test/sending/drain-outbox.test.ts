import { describe, expect, it } from 'vitest'
import { anOutbox, cardOf } from '../build/outbox.ts'

const CREATE = 'im.message.create'
type Outbox = Awaited<ReturnType<typeof anOutbox>>

const peopleOf = async (outbox: Outbox, count: number) => {
  const people = []
  for (let many = 0; many < count; many++) people.push(await outbox.person(`办事员${many}`))
  return people
}
const planAll = async (outbox: Outbox, count: number) => {
  const people = await peopleOf(outbox, Math.min(count, 30))
  const pushes = []
  for (let many = 0; many < count; many++) {
    const person = people[many % people.length]
    if (person) pushes.push(await outbox.plan(person))
  }
  return pushes
}
/** The messages that each push became, as its recipient sees them. */
const copiesOf = async (outbox: Outbox, pushes: Awaited<ReturnType<typeof planAll>>) => {
  const ends = await Promise.all(pushes.map(outbox.resultOf))
  const chats = [...new Set(ends.flatMap((end) => (end?.is === 'sent' ? [end.chat] : [])))]
  const messages = (await Promise.all(chats.map(outbox.messagesOf))).flat()
  return pushes.map(
    ({ id }) => messages.filter(({ card }) => JSON.stringify(card).includes(`"${id}"`)).length,
  )
}
const once = (pushes: readonly unknown[]) => pushes.map(() => 1)

describe('the limits', () => {
  it('120 pushes to thirty people and 12 to one group go out once each, and Feishu never says 429', async () => {
    const outbox = await anOutbox()
    const pushes = await planAll(outbox, 120)
    const group = await outbox.group()
    for (let many = 0; many < 12; many++) await outbox.plan(group)
    expect(await outbox.drain()).toEqual({ sent: 132 })
    expect(await copiesOf(outbox, pushes)).toEqual(once(pushes))
    expect(await outbox.messagesOf(group.chat)).toHaveLength(12)
    expect((await outbox.stats()).limited).toBe(0)
  })

  it('holds across senders that follow one another', async () => {
    const outbox = await anOutbox()
    const group = await outbox.group()
    for (let many = 0; many < 12; many++) {
      await outbox.plan(group)
      expect(await outbox.drain({ messenger: outbox.messenger() })).toEqual({ sent: 1 })
    }
    expect((await outbox.stats()).limited).toBe(0)
  })

  it('a limit that others have used up is waited for, again and again', async () => {
    const outbox = await anOutbox()
    const pushes = await planAll(outbox, 10)
    await outbox.fault({ kind: 'rate-limit', api: CREATE, count: 4 })
    expect(await outbox.drain()).toEqual({ sent: 10 })
    expect(await copiesOf(outbox, pushes)).toEqual(once(pushes))
    expect((await outbox.stats()).limited).toBe(4)
  })

  it('waits for as long as Feishu said, and sends nothing to anybody meanwhile', async () => {
    const outbox = await anOutbox()
    await planAll(outbox, 1)
    await outbox.fault({ kind: 'rate-limit', api: CREATE })
    const { clock } = outbox.ports
    let slept = 0
    const sleep = (ms: number) => {
      slept += ms
      return clock.sleep(ms)
    }
    const ports = { ...outbox.ports, clock: { ...clock, sleep } }
    expect(await outbox.drain({ ports })).toEqual({ sent: 1 })
    expect(slept).toBeGreaterThan(900)
  })
})

it('an answer goes before the bulk that has not gone yet', async () => {
  const outbox = await anOutbox()
  await planAll(outbox, 60)
  const asker = await outbox.person('提问者')
  const order: string[] = []
  const render = async (push: Parameters<typeof cardOf>[0]) => {
    order.push(push.id)
    if (order.length === 5) await outbox.plan(asker, { id: 'answer', lane: 'answer' })
    return cardOf(push)
  }
  expect(await outbox.drain({ render })).toEqual({ sent: 61 })
  expect(order.indexOf('answer')).toBeLessThanOrEqual(20)
})

it('the pushes to one chat keep their order', async () => {
  const outbox = await anOutbox()
  const group = await outbox.group()
  const pushes: Awaited<ReturnType<typeof planAll>> = []
  for (let many = 0; many < 8; many++) pushes.push(await outbox.plan(group, { due: 1_000 + many }))
  await outbox.drain()
  const cards = (await outbox.messagesOf(group.chat)).map(({ card }) => JSON.stringify(card))
  expect(cards.map((card, index) => card.includes(`"${pushes[index]?.id}"`))).toEqual(Array(8).fill(true))
})

describe('one sender', () => {
  it('two at once send each push once, in one call each', async () => {
    const outbox = await anOutbox()
    const pushes = await planAll(outbox, 60)
    const sender = () => outbox.drain({ messenger: outbox.messenger() })
    const [one, two] = await Promise.all([sender(), sender()])
    expect(one.sent + two.sent).toBe(60)
    expect(await copiesOf(outbox, pushes)).toEqual(once(pushes))
    expect(await outbox.calls(CREATE)).toBe(60)
  })

  it('another one waits until the lease of one that crashed has ended', async () => {
    const outbox = await anOutbox()
    await planAll(outbox, 3)
    expect(await outbox.leaseOf('sender')).toBeDefined()
    expect(await outbox.drain()).toEqual({ sent: 0 })
    outbox.passWall(15_001)
    expect(await outbox.drain()).toEqual({ sent: 3 })
  })

  it('who has lost the lease stops, and what it had not sent the other sends', async () => {
    const outbox = await anOutbox()
    const pushes = await planAll(outbox, 60)
    let taken: ReturnType<typeof outbox.leaseOf> | undefined
    const takeOver = async () => {
      for (;;) {
        outbox.passWall(15_001)
        const lease = await outbox.leaseOf('sender')
        if (lease) return lease
      }
    }
    const render = async (push: Parameters<typeof cardOf>[0]) => {
      taken ??= takeOver()
      await taken
      return cardOf(push)
    }
    const first = await outbox.drain({ render })
    expect(first).toEqual({ sent: 0 })
    expect(await outbox.pending()).toHaveLength(60)
    expect(await outbox.drain()).toEqual({ sent: 0 })
    outbox.passWall(15_001)
    expect(await outbox.drain()).toEqual({ sent: 60 })
    expect(await copiesOf(outbox, pushes)).toEqual(once(pushes))
    expect(await outbox.pending()).toEqual([])
  })

  it('stops in time to hand over, and leaves the rest', async () => {
    const outbox = await anOutbox()
    await planAll(outbox, 5)
    expect(await outbox.drain({}, 0)).toEqual({ sent: 0 })
    expect(await outbox.pending()).toHaveLength(5)
    expect(await outbox.leaseOf('sender')).toBeDefined()
  })

  it('what was planned while nobody else could send is sent before it goes', async () => {
    const outbox = await anOutbox()
    await planAll(outbox, 1)
    const { store } = outbox.ports
    let late = true
    const ports = {
      ...outbox.ports,
      store: {
        ...store,
        async releaseLease(lease: Parameters<typeof store.releaseLease>[0]) {
          if (late) await outbox.plan(await outbox.group())
          late = false
          await store.releaseLease(lease)
        },
      },
    }
    expect(await outbox.drain({ ports })).toEqual({ sent: 2 })
  })
})

it('a table that fails after a send loses nothing and sends nothing twice', async () => {
  const outbox = await anOutbox()
  const pushes = await planAll(outbox, 8)
  const { store } = outbox.ports
  let failing = 3
  const ports = {
    ...outbox.ports,
    store: {
      ...store,
      finish: async (...given: Parameters<typeof store.finish>) => {
        if (failing-- > 0) throw new Error('the table does not answer')
        await store.finish(...given)
      },
    },
  }
  await expect(outbox.drain({ ports })).rejects.toThrow('the table does not answer')
  expect(await outbox.drain()).toEqual({ sent: 3 })
  expect(await copiesOf(outbox, pushes)).toEqual(once(pushes))
  expect(await outbox.pending()).toEqual([])
})
