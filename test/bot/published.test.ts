import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Person } from '../../shared/domain/person.ts'
import type { Push } from '../../shared/domain/push.ts'
import type { MonthRecord } from '../../shared/ports.ts'
import { statistics } from './fullest/statistics.ts'
import { textsOf } from './said-of.ts'
import { aTownship, group } from './township.ts'

const publisher = Person.parse({
  id: 'ou_publisher',
  name: '[张三](https://example.com)<at id=all></at>',
  roles: [],
})

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(3, [publisher])
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
