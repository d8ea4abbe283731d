import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Month } from '../../../shared/domain/month.ts'
import { foldReports } from '../../../shared/domain/tally.ts'
import { firm, of, openedTownship, openMonth, press, roster, zhang } from './opened.ts'

let table: Awaited<ReturnType<typeof openedTownship>>
beforeAll(async () => {
  table = await openedTownship()
})
afterAll(() => table.close())

const some = async (no: number) => {
  const report = await table.store.report(of, firm(no))
  if (report === undefined) throw new Error(`no report ${no}`)
  return report
}

describe('freezing a township', () => {
  it('never overwrites what has been filed since', async () => {
    const blank = await Promise.all([1, 2].map(some))
    await press(table.store, { mark: 'a', by: zhang, sales: { [firm(1)]: '150.5' }, seen: 1 })
    await table.store.freeze(blank)
    expect(await some(1)).toMatchObject({ state: 'submitted', revision: 1, figures: { sales: 1_505_000 } })
  })

  it('adds nothing to a township that is open', async () => {
    const { code: _, ...report } = await some(2)
    const stranger = roster[0]?.replace(/^9/, 'A')
    await table.store.freeze([{ ...report, code: stranger as typeof _, no: 21 }])
    expect(await table.store.reports(of)).toHaveLength(20)
  })

  it('goes on where a run was cut off, and keeps what that run has written', async () => {
    const may = Month.parse('2023-05')
    const first = { ...(await some(2)), month: may, name: '先写的名称' }
    await table.store.freeze([first])
    await openMonth(table.store, may)
    const reports = await table.store.reports({ ...of, month: may })
    expect(reports.map(({ no }) => no)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(reports[1]?.name).toBe('先写的名称')
    const tally = await table.store.tally({ ...of, month: may })
    expect(tally && foldReports(reports, tally.due)).toEqual(tally?.counts)
  })

  it('opens a month once, however many runs open it at the same moment', async () => {
    const june = Month.parse('2023-06')
    await Promise.all(Array.from({ length: 5 }, () => openMonth(table.store, june)))
    expect(await table.store.reports({ ...of, month: june })).toHaveLength(20)
    expect((await table.store.audit({ ...of, month: june })).map(({ move }) => move)).toEqual(['open'])
  })

  it('freezes more firms than one transaction holds', async () => {
    const july = Month.parse('2023-07')
    const base = await some(2)
    const many = Array.from({ length: 250 }, (_, index) => ({
      ...base,
      month: july,
      no: index + 1,
      code: `91320612${String(index).padStart(10, '0')}` as typeof base.code,
    }))
    const { calls } = await table.wire.during(() => table.store.freeze(many))
    expect(calls.map(({ command }) => command)).toEqual(Array(3).fill('TransactWriteItems'))
    expect(await table.store.reports({ ...of, month: july })).toHaveLength(250)
  })
})
