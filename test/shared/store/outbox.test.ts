import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Push } from '../../../shared/domain/push.ts'
import { key } from '../../../shared/store/keys.ts'
import { at, month, openedTownship, zhang } from './opened.ts'

let table: Awaited<ReturnType<typeof openedTownship>>
beforeAll(async () => {
  table = await openedTownship()
})
afterAll(() => table.close())

const HOUR = 3_600_000
const push = (id: string, about: Partial<Push> = {}): Push => ({
  id,
  lane: 'bulk',
  due: at,
  kind: 'ask',
  programme: 'nt22',
  month,
  to: { person: zhang.id },
  facts: {},
  quiet: true,
  proactive: true,
  ...about,
})
const plan = (...pushes: Push[]) => table.store.commit(pushes.map((one) => ({ is: 'push', push: one })))
const waiting = async (now: number, lane: Push['lane'] = 'bulk') =>
  (await table.store.pending(lane, now, 50)).map((one) => one.push.id)
const next = async (id: string) => {
  const found = (await table.store.pending('bulk', at + 100 * HOUR, 50)).find((one) => one.push.id === id)
  if (found === undefined) throw new Error(`${id} is not waiting`)
  return found
}
const sent = { is: 'sent', at, message: 'om_1', chat: 'oc_1' as never } as const

describe('a push', () => {
  it('waits until it is due, the oldest first, each lane for itself', async () => {
    await plan(push('late', { due: at + 2 * HOUR }), push('early', { due: at - HOUR }), push('now'))
    await table.store.commit([{ is: 'push', push: push('receipt', { lane: 'answer' }) }], 'mark-1')
    expect(await waiting(at - HOUR - 1)).toEqual([])
    expect(await waiting(at)).toEqual(['early', 'now'])
    expect(await waiting(at + 2 * HOUR)).toEqual(['early', 'now', 'late'])
    expect(await waiting(at, 'answer')).toEqual(['receipt'])
    expect(await table.store.nextPush()).toBe(at - HOUR)
  })

  it('is planned once, also when a later run would send it at another time', async () => {
    expect(await plan(push('now'))).toEqual({ is: 'duplicate' })
    expect(await plan(push('now', { due: at + HOUR }))).toEqual({ is: 'duplicate' })
    expect((await waiting(at + 100 * HOUR)).filter((id) => id === 'now')).toEqual(['now'])
    expect(await table.store.ledger('now')).toBeUndefined()
  })

  it('moves in the queue without being lost or doubled', async () => {
    const pending = await next('now')
    await table.store.savePending({ ...pending, attempts: 1, firstTriedAt: at, notBefore: at + HOUR })
    expect(await waiting(at)).toEqual(['early'])
    expect(await next('now')).toEqual({
      push: push('now'),
      attempts: 1,
      firstTriedAt: at,
      notBefore: at + HOUR,
      queued: at + HOUR,
    })
  })

  it('ends in the ledger, under its id and its thread, and is never planned again', async () => {
    await plan(push('overdue-1', { thread: 'overdue' }))
    await table.store.finish(await next('overdue-1'), sent)
    expect((await table.store.ledger('overdue-1'))?.result).toEqual(sent)
    expect((await table.store.ledger('overdue'))?.result).toEqual(sent)
    expect(await plan(push('overdue-1', { due: at + HOUR }))).toEqual({ is: 'duplicate' })
    expect(await waiting(at + 100 * HOUR)).not.toContain('overdue-1')
  })

  it('that will never work is a dead letter, and stays on no queue', async () => {
    await plan(push('hopeless'))
    await table.store.finish(await next('hopeless'), { is: 'dead', at, why: '群已解散' })
    expect((await table.store.deadLetters()).map((row) => [row.push.id, row.result.is])).toEqual([
      ['hopeless', 'dead'],
    ])
    expect(await waiting(at + 100 * HOUR)).not.toContain('hopeless')
  })

  it('is finished once, though the answer of DynamoDB was lost', async () => {
    await plan(push('lost'))
    const error = () => Object.assign(new Error('no answer'), { name: 'TimeoutError' })
    table.wire.fail({ on: 'TransactWriteItems', when: 'after', error })
    await table.store.finish(await next('lost'), sent)
    expect((await table.store.ledger('lost'))?.result.is).toBe('sent')
    expect(await waiting(at + 100 * HOUR)).not.toContain('lost')
  })
})

describe('the five pushes of a month', () => {
  const take = (id: string) => table.store.takeAllowance('nt22', month, zhang.id, id, 5)

  it('are counted by id, and the sixth is refused', async () => {
    expect(await Promise.all(['1', '2', '3', '3', '4'].map(take))).toEqual(Array(5).fill(true))
    expect(await take('5')).toBe(true)
    expect(await take('6')).toBe(false)
    expect(await take('5')).toBe(true)
    expect((await table.itemAt(key.allowance('nt22', month, zhang.id)))?.pushes).toEqual(
      new Set(['1', '2', '3', '4', '5']),
    )
  })
})

describe('a lease', () => {
  it('is held by one, passed on with its memo, and fenced by a token that grows', async () => {
    const { store } = table
    const taken = await Promise.all(Array.from({ length: 5 }, () => store.takeLease('sender', at, 1_000)))
    const [first, ...others] = taken.filter((lease) => lease !== undefined)
    expect([first?.token, others]).toEqual([1, []])
    if (first === undefined) return
    expect(await store.keepLease({ ...first, memo: 'spent 20' }, at + 900, 1_000)).toBe(true)
    expect(await store.takeLease('sender', at + 1_500, 1_000)).toBeUndefined()
    const second = await store.takeLease('sender', at + 1_900, 1_000)
    expect(second).toMatchObject({ token: 2, memo: 'spent 20' })
    expect(await store.keepLease(first, at + 1_950, 1_000)).toBe(false)
    await store.releaseLease(first)
    expect(await store.takeLease('sender', at + 1_960, 1_000)).toBeUndefined()
    if (second) await store.releaseLease(second)
    expect((await store.takeLease('sender', at + 1_970, 1_000))?.token).toBe(3)
  })

  it('that has ended is either renewed or taken over, never both', async () => {
    const { store } = table
    const outcomes: boolean[] = []
    for (let race = 0; race < 40; race++) {
      const held = await store.takeLease(`race-${race}`, at, 1_000)
      if (held === undefined) throw new Error('nobody else holds it')
      const [taken, kept] = await Promise.all([
        store.takeLease(held.name, at + 1_000, 1_000),
        store.keepLease(held, at + 1_000, 1_000),
      ])
      outcomes.push((taken !== undefined) !== kept)
    }
    expect(outcomes).toEqual(outcomes.map(() => true))
  })
})
