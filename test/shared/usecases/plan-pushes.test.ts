import { describe, expect, it } from 'vitest'
import { Push } from '../../../shared/domain/push.ts'
import { planPushes, pushesTo } from '../../../shared/usecases/plan-pushes.ts'
import { aSmallCity, month, plan, programme, unit } from '../../build/small-city.ts'

const pushes = (from: number, to: number): Push[] =>
  Array.from({ length: to - from }, (_, index) =>
    Push.parse({
      id: `test:${String(from + index).padStart(3, '0')}`,
      ...{ lane: 'bulk', due: 7, kind: 'test', programme: programme.id, to: { person: 'ou_li' } },
      ...{ facts: {}, quiet: true, proactive: false },
    }),
  )

describe('planning pushes', () => {
  it('plans any number, and what was planned before not again', async () => {
    const { ports, planned } = await aSmallCity({ each: 0 })
    await planPushes(ports, pushes(40, 60))
    await planPushes(ports, pushes(0, 120))
    await planPushes(ports, pushes(0, 120))
    expect(await planned()).toEqual(pushes(0, 120))
  })

  it('plans nothing again that was sent or dropped', async () => {
    const { ports, planned } = await aSmallCity({ each: 0 })
    await planPushes(ports, pushes(0, 2))
    for (const pending of await ports.store.pending('bulk', 10, 10))
      await ports.store.finish(pending, { is: 'dropped', at: 8, why: 'no longer true' })
    await planPushes(ports, pushes(0, 3))
    expect(await planned()).toEqual(pushes(2, 3))
  })

  it('does nothing for nobody', async () => {
    const { ports, planned } = await aSmallCity({ each: 0 })
    await planPushes(ports, [])
    expect(await planned()).toEqual([])
  })
})

describe('one push for each person', () => {
  const to = async (about: Partial<Parameters<typeof pushesTo>[2]>) => {
    const { ports } = await aSmallCity({ each: 0 })
    const ask = { kind: 'ask', month, at: 7, roles: ['officer' as const], unit: unit.city }
    return pushesTo(ports, plan, { ...ask, ...about })
  }

  it('with the role somewhere in the unit, however many townships are theirs', async () => {
    expect((await to({})).map(({ id }) => id)).toEqual(
      ['ask:2023-03:ou_wang', 'ask:2023-03:ou_zhang', 'ask:2023-03:ou_li'].toSorted(),
    )
    expect((await to({ unit: unit.rugao })).map((push) => push.to)).toEqual([{ person: 'ou_li' }])
    expect(await to({ unit: unit.rucheng })).toEqual([])
  })

  it('waits for working hours, and counts against the month only where it is said', async () => {
    const [push] = await to({ roles: ['city', 'administrator'], key: '2027', facts: { year: '2027' } })
    expect(push).toMatchObject({
      lane: 'bulk',
      due: 7,
      quiet: true,
      proactive: false,
      facts: { year: '2027' },
    })
    expect(push?.id).toMatch(/^ask:2027:2023-03:ou_(administrator|city)$/)
    expect(await to({ unit: unit.rugao, proactive: true })).toMatchObject([{ proactive: true }])
  })
})
