import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foldReports } from '../../../shared/domain/tally.ts'
import { brokenAt } from '../../../shared/store/chain.ts'
import { key } from '../../../shared/store/keys.ts'
import { firm, of, openedTownship, press, settlementOf, wang, zhang } from './opened.ts'

let table: Awaited<ReturnType<typeof openedTownship>>
beforeAll(async () => {
  table = await openedTownship()
})
afterAll(() => table.close())

const sales = async (no: number) => (await table.store.report(of, firm(no)))?.figures.sales
const sequence = async () => (await table.store.tally(of))?.sequence

/** A tally is the fold over its reports and its chain is whole: after whatever happened before. */
const holds = async () => {
  const { store } = table
  const tally = await store.tally(of)
  const versions = (
    await Promise.all((await store.reports(of)).map(({ code }) => store.history('nt22', code)))
  ).flatMap((life) => life?.versions ?? [])
  expect(tally && foldReports(await store.reports(of), tally.due)).toEqual(tally?.counts)
  expect(brokenAt(await store.audit(of), tally?.head ?? '', { versions })).toBeUndefined()
}

describe('a turn is one transaction', () => {
  it('stores the first of two officers, and tells the second that the card is older', async () => {
    const first = await press(table.store, { mark: 'a1', by: zhang, sales: { [firm(1)]: '150.5' }, seen: 1 })
    const second = await press(table.store, { mark: 'a2', by: wang, sales: { [firm(1)]: '153.2' }, seen: 1 })
    expect(first).toEqual({ results: ['stored'], committed: { is: 'committed' } })
    expect(second).toEqual({ results: ['superseded'], committed: undefined })
    expect(await sales(1)).toBe(1_505_000)
    await holds()
  })

  it('refuses the slower of two officers who decided on the same reading', async () => {
    const typed = (mark: string, by: typeof zhang, text: string) => ({
      mark,
      by,
      sales: { [firm(2)]: text },
      seen: 2,
    })
    const [mine, theirs] = [typed('b1', zhang, '10'), typed('b2', wang, '20')]
    const [first, second] = [await settlementOf(table.store, mine), await settlementOf(table.store, theirs)]
    expect(await table.store.commit([first], mine.mark)).toEqual({ is: 'committed' })
    expect(await table.store.commit([second], theirs.mark)).toEqual({ is: 'conflict' })
    expect(await sales(2)).toBe(100_000)
    expect(await table.itemAt(key.mark('b2'))).toBeUndefined()
    await holds()
  })

  it('takes a second press, under another event, as received before', async () => {
    const before = await sequence()
    const again = await press(table.store, { mark: 'a3', by: zhang, sales: { [firm(1)]: '150.50' }, seen: 1 })
    expect(again).toEqual({ results: ['same'], committed: undefined })
    expect(await sequence()).toBe(before)
  })

  it('knows a replay by its mark, even where its conditions would not hold either', async () => {
    const typed = { mark: 'c1', by: zhang, sales: { [firm(3)]: '30' }, seen: 3 }
    const settlement = await settlementOf(table.store, typed)
    expect(await table.store.commit([settlement], 'c1')).toEqual({ is: 'committed' })
    const before = await sequence()
    expect(await table.store.commit([settlement], 'c1')).toEqual({ is: 'duplicate' })
    expect(await press(table.store, typed)).toEqual({ results: ['same'], committed: undefined })
    expect(await table.itemAt(key.mark('c1'))).toMatchObject({ ttl: expect.any(Number) })
    expect(await sequence()).toBe(before)
    await holds()
  })

  it('lets one of eight deliveries of the same event through', async () => {
    const settlement = await settlementOf(table.store, {
      mark: 'd1',
      by: zhang,
      sales: { [firm(4)]: '40' },
      seen: 9,
    })
    const ends = await Promise.all(Array.from({ length: 8 }, () => table.store.commit([settlement], 'd1')))
    expect(ends.map(({ is }) => is).toSorted()).toEqual(['committed', ...Array(7).fill('duplicate')])
    await holds()
  })

  it('loses none of twelve officers who file different firms of one township at the same moment', async () => {
    const before = (await sequence()) ?? 0
    const file = async (no: number): Promise<number> => {
      const typed = { mark: `e${no}`, by: zhang, sales: { [firm(no)]: `${no}0.5` }, seen: 99 }
      for (let attempt = 1; ; attempt++)
        if ((await press(table.store, typed)).committed?.is === 'committed') return attempt
    }
    await Promise.all(Array.from({ length: 12 }, (_, index) => file(index + 5)))
    expect(await sequence()).toBe(before + 12)
    expect(await Promise.all([5, 16].map(sales))).toEqual([505_000, 1_605_000])
    await holds()
  })

  it('writes nothing of a turn of which one part is refused', async () => {
    const typed = { mark: 'f1', by: zhang, sales: { [firm(17)]: '17', [firm(18)]: '18' }, seen: 99 }
    const settlement = await settlementOf(table.store, typed)
    await press(table.store, { mark: 'f0', by: wang, sales: { [firm(18)]: '99' }, seen: 99 })
    expect(await table.store.commit([settlement], 'f1')).toEqual({ is: 'conflict' })
    expect((await table.store.report(of, firm(17)))?.state).toBe('expected')
    await holds()
  })

  it('holds each report and the tally to what was read, each by itself', async () => {
    const typed = { mark: 'h1', by: zhang, sales: { [firm(20)]: '20' }, seen: 99 }
    const settlement = await settlementOf(table.store, typed)
    const reports = settlement.reports.map(({ before, after }) => ({
      before: { ...before, revision: 7 },
      after: { ...after, revision: 8 },
    }))
    const ahead = {
      before: { ...settlement.before, sequence: settlement.before.sequence + 7 },
      after: { ...settlement.after, sequence: settlement.after.sequence + 7 },
    }
    expect(await table.store.commit([{ ...settlement, reports }], 'h1')).toEqual({ is: 'conflict' })
    expect(await table.store.commit([{ ...settlement, ...ahead }], 'h1')).toEqual({ is: 'conflict' })
    expect(await table.store.commit([settlement], 'h1')).toEqual({ is: 'committed' })
  })

  it('refuses a turn that no transaction can hold before it sends anything', async () => {
    const settlement = await settlementOf(table.store, {
      mark: 'g1',
      by: zhang,
      sales: { [firm(19)]: '19' },
      seen: 99,
    })
    const reports = Array.from({ length: 49 }, () => settlement.reports).flat()
    await expect(table.store.commit([{ ...settlement, reports }], 'g1')).rejects.toThrow(
      'one turn of 101 writes; a transaction holds 100',
    )
  })
})
