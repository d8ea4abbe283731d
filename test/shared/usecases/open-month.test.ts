import { describe, expect, it } from 'vitest'
import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import { Enterprise } from '../../../shared/domain/enterprise.ts'
import { Month } from '../../../shared/domain/month.ts'
import { GENESIS } from '../../../shared/domain/tally.ts'
import { Unit, UnitPath } from '../../../shared/domain/unit.ts'
import type { MonthRecord } from '../../../shared/ports.ts'
import { confirmOpening, freezeTownship, prepareOpening } from '../../../shared/usecases/open-month.ts'
import { acts } from '../../build/acts.ts'
import { figures } from '../../build/report.ts'
import { aSmallCity, month, people, plan, programme, time, unit } from '../../build/small-city.ts'

const jinsha = Unit.parse({ path: unit.jinsha, name: '金沙' })
const of = { programme: programme.id, month, township: unit.jinsha }
const at = time('2023-04-10', '09:00')
const record: MonthRecord = {
  ...{ programme: programme.id, month, revision: 2, state: 'opening', snapshot: 0, openedBy: people.city.id },
  ...{
    due: time('2023-04-19', '17:00'),
    explainBy: time('2023-04-21', '17:00'),
    closes: time('2023-04-26', '17:00'),
  },
}
const firm = (index: number, about: object = {}) =>
  Enterprise.parse({
    code: makeCreditCode('91320612', `N${String(index).padStart(7, '0')}`),
    name: `新厂${index}`,
    ...{ unit: unit.jinsha, division: '34', tier: 'growth', from: '2022-01', ...about },
  })

const withFirms = async (firms: readonly Enterprise[]) => {
  const city = await aSmallCity({ each: 0 })
  for (const after of firms)
    await city.ports.store.commit([{ is: 'enterprise', programme: programme.id, before: undefined, after }])
  return city
}

describe('what the city sees before 开表', () => {
  it('is who joined and left since the month before, and which townships have no officer', async () => {
    const firms = [
      firm(1),
      firm(2, { from: '2023-03' }),
      firm(3, { from: '2023-04' }),
      firm(4, { until: '2023-02' }),
      firm(5, { until: '2023-03' }),
      firm(6, { until: '2023-01' }),
    ]
    const { ports } = await withFirms(firms)
    const opening = await prepareOpening(ports, plan, month)
    expect(opening.firms).toBe(3)
    expect(opening.joined.map(({ name }) => name)).toEqual(['新厂2'])
    expect(opening.left.map(({ name }) => name)).toEqual(['新厂4'])
    expect(opening.withoutOfficer.map(({ path }) => path)).toEqual([unit.rucheng])
  })

  it('leaves out a township that does not count in the month', async () => {
    const { ports } = await withFirms([])
    const ended = plan.units.map((one) =>
      one.path === unit.rucheng ? { ...one, until: Month.parse('2023-02') } : one,
    )
    expect((await prepareOpening(ports, { ...plan, units: ended }, month)).withoutOfficer).toEqual([])
  })
})

describe('the press on 开表', () => {
  it('opens once, in the name of whoever pressed', () => {
    const waiting = { ...record, state: 'confirming' as const }
    expect(confirmOpening(waiting, people.city.id, at)).toEqual({
      is: 'opening',
      changes: [{ is: 'month', before: waiting, after: { ...record, revision: 3 } }],
    })
    for (const state of ['opening', 'open', 'closed', 'published', 'held'] as const)
      expect(confirmOpening({ ...record, state }, people.mayor.id, record.closes)).toEqual({
        is: 'already',
        by: people.city.id,
      })
  })
})

describe('a press on 开表 that comes late', () => {
  const waiting = { ...record, state: 'confirming' as const }
  it('opens until the moment of the close, and not from then on', () => {
    expect(confirmOpening(waiting, people.city.id, record.closes - 1).is).toBe('opening')
    expect(confirmOpening(waiting, people.city.id, record.closes)).toEqual({ is: 'too-late' })
  })
})

describe('freezing a township', () => {
  it('expects every firm of the month, in the order of codes, with what it is held against', async () => {
    const own = firm(2, { officer: people.wang.id })
    const { ports } = await withFirms([
      own,
      firm(1),
      firm(3, { from: '2023-04' }),
      firm(4, { unit: unit.xiting }),
    ])
    const [last, lastYear] = [figures({ sales: 1_500_000 }), figures({ sales: 1_400_000 })]
    await ports.store.saveYears(programme.id, [
      { code: own.code, year: 2023, months: { 2: last } },
      { code: own.code, year: 2022, months: { 3: lastYear } },
    ])
    await freezeTownship(ports, record, jinsha, at)
    const reports = await ports.store.reports(of)
    expect(reports.map(({ no, name, state, figures: none }) => ({ no, name, state, none }))).toEqual(
      [firm(1), own]
        .toSorted((a, b) => (a.code < b.code ? -1 : 1))
        .map(({ name }, index) => ({ no: index + 1, name, state: 'expected', none: {} })),
    )
    const mine = reports.find(({ code }) => code === own.code)
    expect(mine).toMatchObject({ officer: people.wang.id, reference: { last, lastYear } })
    expect(await ports.store.tally(of)).toMatchObject({
      ...{ sequence: 1, closed: false, due: record.due, explainBy: record.explainBy, closes: record.closes },
      counts: { firms: 2, by: { expected: 2 } },
    })
    expect(await ports.store.audit(of)).toMatchObject([
      { move: 'open', by: people.city.id, previous: GENESIS },
    ])
  })

  it('done again changes nothing, not even for a firm that came meanwhile', async () => {
    const { ports } = await withFirms([firm(1)])
    await freezeTownship(ports, record, jinsha, at)
    const before = await ports.store.tally(of)
    await ports.store.commit([
      { is: 'enterprise', programme: programme.id, before: undefined, after: firm(2) },
    ])
    await freezeTownship(ports, record, jinsha, at + 1000)
    expect(await ports.store.tally(of)).toEqual(before)
    expect(await ports.store.reports(of)).toHaveLength(1)
  })

  it('opens a township without firms, and hangs a month on the chain of the one before', async () => {
    const { ports } = await withFirms([])
    await freezeTownship(ports, record, jinsha, at)
    const head = (await ports.store.tally(of))?.head
    const april = Month.parse('2023-04')
    await freezeTownship(ports, { ...record, month: april }, jinsha, at)
    expect(await ports.store.audit({ ...of, month: april })).toMatchObject([{ previous: head }])
  })
})

describe('a month that is opened by the agenda', () => {
  it('lets nobody file before the press, and everybody at once after it', async () => {
    const city = await aSmallCity()
    const { file } = acts(city)
    await city.tick('2023-04-07', '09:00')
    await city.tick('2023-04-10', '09:00')
    await expect(file(unit.jinsha, people.wang)).rejects.toThrow('is not open')
    await city.pressOpening()
    await city.tick('2023-04-10', '09:01')
    await file(unit.jinsha, people.wang)
    expect(await city.ports.store.tally(of)).toMatchObject({ counts: { by: { submitted: 2 } } })
    const elsewhere = { ...of, township: UnitPath.parse('nt/rugao/1') }
    expect(await city.ports.store.tally(elsewhere)).toMatchObject({ counts: { by: { expected: 2 } } })
  })
})
