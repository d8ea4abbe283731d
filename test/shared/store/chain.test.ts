import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Month } from '../../../shared/domain/month.ts'
import { GENESIS } from '../../../shared/domain/tally.ts'
import { brokenAt } from '../../../shared/store/chain.ts'
import { key } from '../../../shared/store/keys.ts'
import { firm, month, of, openedTownship, openMonth, press, wang, zhang } from './opened.ts'

const april = { ...of, month: Month.parse('2023-04') }
let table: Awaited<ReturnType<typeof openedTownship>>

beforeAll(async () => {
  table = await openedTownship()
  const { store } = table
  await press(store, { mark: '1', by: zhang, sales: { [firm(1)]: '1', [firm(2)]: '2' }, seen: 1 })
  await press(store, { mark: '2', by: wang, sales: { [firm(3)]: '3' }, seen: 9 })
  await openMonth(store, april.month)
  await press(store, { mark: '3', by: zhang, sales: { [firm(1)]: '4' }, seen: 9, month: april.month })
})
afterAll(() => table.close())

/** What the table holds of a month, as an auditor reads it. */
const kept = async (some: typeof of) => {
  const { store } = table
  const lives = await Promise.all((await store.reports(some)).map(({ code }) => store.history('nt22', code)))
  return {
    entries: await store.audit(some),
    head: (await store.tally(some))?.head ?? '',
    versions: lives.flatMap((life) => life?.versions ?? []).filter((one) => one.month === some.month),
  }
}

describe('the audit chain', () => {
  it('begins at the genesis, and each month at the one before', async () => {
    const [first, second] = [await kept(of), await kept(april)]
    expect(first.entries.map(({ move, changed }) => [move, changed.length])).toEqual([
      ['open', 0],
      ['file', 2],
      ['file', 1],
    ])
    expect(first.entries[0]?.previous).toBe(GENESIS)
    expect(second.entries[0]?.previous).toBe(first.head)
    expect(brokenAt(first.entries, first.head, { versions: first.versions })).toBeUndefined()
    const beside = { before: first.entries, versions: second.versions }
    expect(brokenAt(second.entries, second.head, beside)).toBeUndefined()
  })

  it('goes on when the month before is corrected after this one was opened', async () => {
    const corrected = await press(table.store, { mark: '4', by: zhang, sales: { [firm(1)]: '5' }, seen: 9 })
    expect(corrected.results).toEqual(['stored'])
    const [first, second] = [await kept(of), await kept(april)]
    expect(brokenAt(first.entries, first.head)).toBeUndefined()
    expect(brokenAt(second.entries, second.head, { before: first.entries })).toBeUndefined()
  })

  it('shows a month that was cut from the one before', async () => {
    const [first, second] = [await kept(of), await kept(april)]
    expect(brokenAt(second.entries, second.head)).toBe(1)
    expect(brokenAt(second.entries, second.head, { before: first.entries.slice(0, 2) })).toBe(1)
  })

  it('shows removal, truncation, reordering and an empty chain', async () => {
    const { entries, head } = await kept(of)
    expect(brokenAt(entries.toSpliced(1, 1), head)).toBe(2)
    expect(brokenAt(entries.slice(1), head)).toBe(1)
    expect(brokenAt(entries.slice(0, -1), head)).toBe(entries.length)
    expect(brokenAt(entries.toReversed(), head)).toBe(1)
    expect(brokenAt([], head)).toBe(1)
  })

  it.each([
    ['an audit entry', key.audit(of, 2), { by: 'ou_wang' }, 2],
    ['the digest of an entry', key.audit(of, 3), { digest: 'f'.repeat(64) }, 3],
    ['the reason for a change', key.audit(of, 3), { reason: '更正' }, 3],
    ['a version', key.version('nt22', firm(3), month, 1), { by: 'ou_zhang' }, 3],
    [
      'a figure in a version',
      key.version('nt22', firm(2), month, 1),
      { more: JSON.stringify({ before: {}, after: { sales: 30_000 }, questions: [] }) },
      2,
    ],
    ['the head in the tally', key.tally(of), { h: 'f'.repeat(64) }, 5],
  ])('shows %s altered by hand', async (_, at, altered, broken) => {
    const was = await table.itemAt(at)
    await table.client.send(new PutCommand({ TableName: 'liegui', Item: { ...was, ...altered } }))
    const found = await kept(of)
    expect(brokenAt(found.entries, found.head, found)).toBe(broken)
    await table.client.send(new PutCommand({ TableName: 'liegui', Item: { ...was } }))
    const mended = await kept(of)
    expect(brokenAt(mended.entries, mended.head, mended)).toBeUndefined()
  })
})
