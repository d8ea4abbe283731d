import { describe, expect, it } from 'vitest'
import { Month } from '../../../shared/domain/month.ts'
import type { Plan, Ports } from '../../../shared/ports.ts'
import { closeTownship } from '../../../shared/usecases/close-month.ts'
import { runAgenda } from '../../../shared/usecases/run-agenda.ts'
import { acts } from '../../build/acts.ts'
import { figures } from '../../build/report.ts'
import { aSmallCity, month, people, plan, programme, townships, unit } from '../../build/small-city.ts'

const anOpenMonth = async () => {
  const city = await aSmallCity()
  await city.tick('2023-04-07', '09:00')
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
  const record = await city.ports.store.month(programme.id, month)
  if (record === undefined) throw new Error('the month is not there')
  const of = { programme: programme.id, month, township: unit.jinsha }
  return { ...city, ...acts(city), record, of, close: () => city.tick('2023-04-26', '17:00') }
}
const whole = figures({ sales: 1_500_000, tax: 42_000, power: 31_000, staff: 450_000 })

describe('the close', () => {
  it('freezes every township as it stands, reviewed or not, under the next number', async () => {
    const { ports, file, accept, sendBack, halt, close, firms } = await anOpenMonth()
    await file(unit.jinsha, people.wang)
    await accept(unit.jinsha, people.tongzhou)
    await file(unit.xiting, people.zhang)
    await sendBack(unit.xiting)
    const still = firms.find((firm) => firm.unit === unit.jiuhua)
    if (still) await halt(unit.jiuhua, people.li, still.code)
    await close()
    const parts = await ports.store.snapshot(programme.id, month, 1)
    const states = Object.fromEntries(
      parts.map((part) => [part.township, part.rows.map(({ state }) => state)]),
    )
    expect(states).toEqual({
      [unit.jinsha]: ['accepted', 'accepted'],
      [unit.xiting]: ['returned', 'submitted'],
      [unit.rucheng]: ['expected', 'expected'],
      [unit.jiuhua]: ['inactive', 'expected'],
    })
    const [totals] = await ports.store.totals(programme.id, month, month)
    expect(totals).toMatchObject({ firms: 8, sums: { sales: 4_500_000 }, snapshot: 1 })
    expect(totals?.byDistrict[unit.rugao]).toEqual({ firms: 4, sums: {} })
    expect(await ports.store.statistics(programme.id, month, 1)).toMatchObject({ snapshot: 1 })
    expect(await ports.store.month(programme.id, month)).toMatchObject({ state: 'closed', snapshot: 1 })
  })

  it('adds what counts to the firms’ years, beside the other months, and nothing of a firm that filed nothing', async () => {
    const { ports, file, sendBack, close, firms } = await anOpenMonth()
    const codesOf = (place: string) => firms.filter((firm) => firm.unit === place).map(({ code }) => code)
    const [first, second] = codesOf(unit.jinsha)
    const [silent] = codesOf(unit.xiting)
    if (!first || !second || !silent) throw new Error('no firms')
    const before = figures({ sales: 1_400_000 })
    await ports.store.saveYears(programme.id, [{ code: second, year: 2023, months: { 2: before } }])
    await file(unit.jinsha, people.wang)
    await sendBack(unit.jinsha)
    await close()
    expect(await ports.store.years(programme.id, [first, second, silent], [2023])).toEqual([
      { code: second, year: 2023, months: { 2: before, 3: whole } },
    ])
  })

  it('takes nothing after it, and leaves nothing of the month to change', async () => {
    const { file, accept, difficulty, close, ports, of } = await anOpenMonth()
    await file(unit.jinsha, people.wang)
    await close()
    const before = await ports.store.tally(of)
    for (const act of [file, accept, difficulty])
      await expect(act(unit.jinsha, people.wang)).rejects.toThrow('closed')
    expect(await ports.store.tally(of)).toEqual(before)
  })

  it('closes a township that was merged away after it had been opened', async () => {
    const { ports, clock, file, of } = await anOpenMonth()
    await file(unit.jinsha, people.wang)
    const until = Month.parse('2023-02')
    const units = plan.units.map((one) => (one.path === unit.jinsha ? { ...one, until } : one))
    const merged: Plan = { ...plan, units }
    clock.at = clock.wall = Date.parse('2023-04-26T17:00:00+08:00')
    await runAgenda(ports, merged)
    expect(await ports.store.tally(of)).toMatchObject({ closed: true })
    const parts = await ports.store.snapshot(programme.id, month, 1)
    expect(parts.map(({ township }) => township).toSorted()).toEqual(townships.toSorted())
  })

  it('decides again when somebody files at the same moment, and loses nothing of it', async () => {
    const { ports, record, file, of, clock } = await anOpenMonth()
    let raced = 0
    const racing: Ports = {
      ...ports,
      store: {
        ...ports.store,
        commit: async (changes, mark) => {
          if (raced++ === 0) await file(unit.jinsha, people.wang)
          return ports.store.commit(changes, mark)
        },
      },
    }
    await closeTownship(racing, record, unit.jinsha, clock.at)
    expect((await ports.store.audit(of)).map(({ move }) => move)).toEqual(['open', 'file', 'close'])
    const [part] = await ports.store.snapshot(programme.id, month, 1)
    expect(part?.rows.map((row) => row.figures)).toEqual([whole, whole])
  })

  it('gives up when the township never rests, and leaves it open for the next tick', async () => {
    const { ports, record, of, clock } = await anOpenMonth()
    const store = { ...ports.store, commit: async () => ({ is: 'conflict' as const }) }
    await expect(closeTownship({ ...ports, store }, record, unit.jinsha, clock.at)).rejects.toThrow(
      'the next tick tries again',
    )
    expect(await ports.store.tally(of)).toMatchObject({ closed: false })
  })

  it('done again changes nothing', async () => {
    const { ports, record, file, clock, of } = await anOpenMonth()
    await file(unit.jinsha, people.wang)
    const state = async () => [
      await ports.store.tally(of),
      await ports.store.audit(of),
      (await ports.store.snapshot(programme.id, month, 1)).map(({ rows, counts }) => ({ rows, counts })),
    ]
    await closeTownship(ports, record, unit.jinsha, clock.at)
    const once = await state()
    await closeTownship(ports, record, unit.jinsha, clock.at + 60_000)
    expect(await state()).toEqual(once)
    await closeTownship(ports, record, unit.tongzhou, clock.at)
    expect(await state()).toEqual(once)
  })
})
