import {
  InternalServerError,
  ThrottlingException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dynamoStore } from '../../../shared/store/store.ts'
import { at, firm, of, openedTownship, press, settlementOf, wang, zhang } from './opened.ts'

const sleeps: number[] = []
let table: Awaited<ReturnType<typeof openedTownship>>
let store: Awaited<ReturnType<typeof openedTownship>>['store']
beforeAll(async () => {
  table = await openedTownship()
  store = dynamoStore(table.client, 'liegui', { wall: () => at, sleep: async (ms) => void sleeps.push(ms) })
})
afterAll(() => table.close())

const timeout = () => Object.assign(new Error('no answer'), { name: 'TimeoutError' })
const reset = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
const broken = () => new InternalServerError({ message: 'internal', $metadata: { httpStatusCode: 500 } })
const throttled = () => new ThrottlingException({ message: 'slow down', $metadata: { httpStatusCode: 400 } })
const conflicting = () =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: { httpStatusCode: 400 },
    CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }],
  })
const on = 'TransactWriteItems'

/** One press that files one firm, with its own mark. */
const typed = (no: number) => ({
  mark: `mark-${no}`,
  by: zhang,
  sales: { [firm(no)]: `${no}.5` },
  seen: 99,
})

/** What came of it: both the answer and what is stored, in one sequence that moved by one. */
const file = async (no: number) => {
  const before = (await store.tally(of))?.sequence ?? 0
  const { result, calls } = await table.wire.during(() => press(store, typed(no)))
  const { figures, revision } = (await store.report(of, firm(no))) ?? {}
  const moved = ((await store.tally(of))?.sequence ?? 0) - before
  return {
    end: result.committed?.is,
    sales: figures?.sales,
    revision,
    moved,
    sent: calls.filter(({ command }) => command === on).length,
  }
}

describe('a transaction that fails', () => {
  it.each([
    [1, 'a time-out after it was carried out', { when: 'after', error: timeout }, 2],
    [2, 'a time-out before it was sent', { when: 'before', error: timeout }, 1],
    [3, 'a broken connection after it was carried out', { when: 'after', error: reset }, 2],
    [4, 'a server error after it was carried out', { when: 'after', error: broken }, 2],
    [5, 'throttling, four times', { when: 'before', error: throttled, times: 4 }, 1],
    [
      6,
      'another transaction on the same items, five times',
      { when: 'before', error: conflicting, times: 5 },
      1,
    ],
  ] as const)('%i: survives %s and is done once', async (no, _, fault, sent) => {
    table.wire.fail({ on, ...fault })
    expect(await file(no)).toEqual({
      end: 'committed',
      sales: no * 10_000 + 5_000,
      revision: 1,
      moved: 1,
      sent,
    })
  })

  it('knows by its mark that it was carried out, when every answer was lost', async () => {
    table.wire.fail({ on, when: 'after', error: timeout, times: 2 })
    expect(await file(7)).toMatchObject({ end: 'duplicate', sales: 75_000, revision: 1, moved: 1 })
  })

  it('reads and decides again when nothing was carried out, and loses nothing', async () => {
    table.wire.fail({ on, when: 'before', error: timeout, times: 2 })
    expect(await file(8)).toMatchObject({ end: 'conflict', moved: 0 })
    expect(await file(8)).toMatchObject({ end: 'committed', sales: 85_000, moved: 1 })
  })

  it('is a conflict while the table stays busy', async () => {
    table.wire.fail({ on, when: 'before', error: conflicting, times: 6 })
    expect(await file(9)).toMatchObject({ end: 'conflict', moved: 0 })
    expect(await file(9)).toMatchObject({ end: 'committed', moved: 1 })
  })

  it('waits twice as long each time, and never the same for everybody', async () => {
    sleeps.length = 0
    table.wire.fail({ on, when: 'before', error: throttled, times: 5 })
    await file(10)
    expect(sleeps).toHaveLength(5)
    for (const [index, ms] of sleeps.entries()) {
      expect(ms).toBeGreaterThanOrEqual(10 * 2 ** index)
      expect(ms).toBeLessThanOrEqual(20 * 2 ** index)
    }
  })

  it('does not ask again for what will never work', async () => {
    const wrong = () => Object.assign(new Error('no such key'), { name: 'CredentialsProviderError' })
    table.wire.fail({ on, when: 'before', error: wrong })
    await expect(press(store, typed(11))).rejects.toThrow('no such key')
  })

  it('sends the same settlement late, after a newer one, without effect', async () => {
    const late = await settlementOf(store, typed(12))
    await press(store, { ...typed(12), by: wang, mark: 'newer', sales: { [firm(12)]: '99' } })
    table.wire.fail({ on, when: 'after', error: timeout })
    expect(await store.commit([late], 'late')).toEqual({ is: 'conflict' })
    expect((await store.report(of, firm(12)))?.figures.sales).toBe(990_000)
  })

  it('ends the agenda’s turn with the error when the table stays busy, so that the next tick does it', async () => {
    const settlement = await settlementOf(store, typed(13))
    table.wire.fail({ on, when: 'before', error: throttled, times: 6 })
    await expect(store.commit([settlement])).rejects.toThrow('slow down')
    expect(await store.commit([settlement])).toEqual({ is: 'committed' })
    expect(await store.commit([settlement])).toEqual({ is: 'conflict' })
  })
})
