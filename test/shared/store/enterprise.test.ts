import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Month } from '../../../shared/domain/month.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'
import { firm, of, openedTownship, openMonth } from './opened.ts'

let table: Awaited<ReturnType<typeof openedTownship>>
beforeAll(async () => {
  table = await openedTownship()
})
afterAll(() => table.close())

describe('a firm that moves', () => {
  it('is on the list of one township only, and comes to the next month there', async () => {
    const { store } = table
    const before = (await store.enterprises('nt22', of.township)).find(({ code }) => code === firm(20))
    if (before === undefined) throw new Error('firm 20 is gone')
    const elsewhere = UnitPath.parse('nt/hmsz/320614101')
    const after = { ...before, unit: elsewhere }
    expect(await store.commit([{ is: 'enterprise', programme: 'nt22', before, after }])).toEqual({
      is: 'committed',
    })
    expect(await store.enterprises('nt22', elsewhere)).toEqual([after])
    expect(await store.enterprises('nt22', of.township)).toHaveLength(19)
    expect((await store.history('nt22', firm(20)))?.enterprise.unit).toBe(elsewhere)
    const again = {
      is: 'enterprise',
      programme: 'nt22',
      before,
      after: { ...after, name: '旧页面' },
    } as const
    expect(await store.commit([again])).toEqual({ is: 'conflict' })
    await openMonth(store, Month.parse('2023-04'))
    expect(await store.reports({ ...of, month: Month.parse('2023-04') })).toHaveLength(19)
  })
})
