import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicationCard } from '../../bot/flows/publish-month.ts'
import { Person } from '../../shared/domain/person.ts'
import type { Push } from '../../shared/domain/push.ts'
import type { MonthRecord, Plan } from '../../shared/ports.ts'
import { statistics } from './fullest/statistics.ts'
import { nodesOf, textsOf } from './said-of.ts'
import { aTownship, group } from './township.ts'

const publisher = Person.parse({
  id: 'ou_publisher',
  name: '[张三](https://example.com)<at id=all></at>',
  roles: [],
})

const cityOfficer = (id: string, name: string) =>
  Person.parse({ id, name, roles: [{ programme: 'nt22', role: 'city', unit: 'nt' }] })
const first = cityOfficer('ou_city_1', '王处')
const second = cityOfficer('ou_city_2', '李处')

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(3, [publisher, first, second])
  const { programme, month } = here.of
  await here.ports.store.saveStatistics({ ...statistics, programme, month, snapshot: 1 })
})
afterAll(() => here.close())

const turnInto = async (some: Partial<MonthRecord>) => {
  const before = await here.ports.store.month(here.of.programme, here.of.month)
  if (before === undefined) throw new Error('the month is open')
  await here.ports.store.commit([
    { is: 'month', before, after: { ...before, ...some, revision: before.revision + 1 } },
  ])
}
const push = (): Push => ({
  id: 'statistics:2023-04:1',
  lane: 'bulk',
  due: here.ports.clock.now(),
  kind: 'statistics',
  programme: here.of.programme,
  month: here.of.month,
  to: { chat: group },
  facts: { snapshot: 1 },
  quiet: false,
  proactive: false,
})

describe('发布, pressed by two', () => {
  const buttons = (token: object) =>
    nodesOf(token).flatMap(({ value }) => (value as { step?: string } | undefined)?.step ?? [])

  it('is done once; the other is told by whom and when, on a card with nothing left to press', async () => {
    await turnInto({ state: 'closed', snapshot: 1 })
    const { programme, month } = here.of
    const card = publicationCard((await here.ports.store.plan(programme)) as Plan, statistics, 0)
    expect(buttons(card)).toContain('publish')
    const press = (who: Person, step: string) =>
      here.press(who, { flow: 'publish-month', version: 1, step, state: { programme, month, snapshot: 1 } })
    const [one, two] = await Promise.all([press(first, 'publish'), press(second, 'publish')])
    const [lost, won] = one.toast ? [one, two] : [two, one]
    const winner = one.toast ? second : first
    expect(won.toast).toBeUndefined()
    expect(lost.toast?.say).toBe(`${winner.name} 已在 5月15日 10:00 发布了这一期，没有再发一次。`)
    for (const step of ['preview', 'back', 'publish', 'hold']) {
      const answer = await press(second, step)
      expect(buttons(answer.card ?? {})).toEqual([])
      expect(textsOf(answer.card)[0]).toContain(`${winner.name} 5月15日 10:00 发布`)
      expect(answer.toast?.say).toContain('没有再发一次')
    }
    await turnInto({ state: 'closed' })
  })
})

describe('the statistics in a group', () => {
  it('say nothing before somebody has published them', async () => {
    expect(await here.render(push())).toBeUndefined()
  })

  it('name who published them, and a name is never markup', async () => {
    await turnInto({ state: 'published', publishedBy: publisher.id, publishedAt: here.ports.clock.now() })
    const said = textsOf(await here.render(push())).find((words) => words.includes('发布'))
    expect(said).toContain('&#91;张三&#93;')
    expect(said).not.toMatch(/\[张三|<at|https:\/\//)
  })
})
