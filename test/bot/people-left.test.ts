import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatch } from '../../bot/dispatch.ts'
import { Day, instantOf } from '../../shared/domain/instant.ts'
import type { OpenId, Person } from '../../shared/domain/person.ts'
import { seal } from '../../shared/store/chain.ts'
import { comparison } from '../../shared/usecases/people-compare.ts'
import { verifyAudit } from '../../shared/usecases/verify-audit.ts'
import { worker } from '../build/works.ts'
import { textsOf } from './said-of.ts'
import { aSharedTownship, deputy, everywhere, head } from './shared-township.ts'
import { clean, filing, people, township, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aSharedTownship>>
let city: ReturnType<typeof worker>
beforeAll(async () => {
  here = await aSharedTownship(4)
  city = worker(here.ports)
})
afterAll(() => here.close())

const programme = 'nt22'
const leave = (who: Person, id = `left-${who.id}`) =>
  dispatch(here.ports, { is: 'person-left', id, at: here.ports.clock.now(), from: who.id })
const rolesOf = async (id: OpenId) => (await here.ports.store.person(id))?.roles ?? []
let nights = 0
const compare = async (facts = {}) => {
  const job = await comparison(here.ports, programme, {
    ...{ key: `night-${++nights}`, due: here.ports.clock.now(), facts },
  })
  if (job === undefined) throw new Error('nobody to compare for')
  await here.ports.store.commit([job])
  await city.doJobs()
}

describe('whoever has left', () => {
  it('loses every role at once, on the record of the township, and a card answers as to a stranger', async () => {
    const { store } = here.ports
    const [code = ''] = here.codes
    await leave(people.officer)
    expect(await store.person(people.officer.id)).toMatchObject({
      ...{ roles: [], standIns: [], left: here.ports.clock.now() },
    })
    const posts = await store.people(programme, { unit: township })
    expect(posts.map(({ person }) => person)).not.toContain(people.officer.id)
    const entry = (await store.audit(here.of)).at(-1)
    expect(entry).toMatchObject({
      ...{ move: 'left', by: 'agenda', via: 'contacts', changed: [], reason: 'ou_officer' },
    })
    const token = filing(here.codes.slice(0, 1), 0, { month: here.of.month })('submit')
    const answer = await here.press(people.officer, token, typed(code, { ...clean }))
    expect(answer.toast?.say).toContain('不在')
    expect((await store.report(here.of, here.codes[0] ?? (code as never)))?.state).toBe('expected')
  })

  it('is told of to the district once, with /交接, which offers what was left', async () => {
    await leave(people.officer)
    await leave(people.officer, 'again')
    const told = await here.told('person-left')
    expect(Object.keys(told).toSorted()).toEqual(['ou_everywhere', 'ou_reviewer'])
    expect(told.ou_reviewer).toContain('ou_officer名已不在本单位通讯录里')
    expect(told.ou_reviewer).toContain('请发“/交接”')
    expect(told.ou_reviewer).not.toContain('暂无经办人')
    const card = await here.answers(head, '/交接')
    expect(textsOf(card).join()).toContain('ou&#95;officer名（已离岗）（分片 3 户）')
  })

  it('leaves a township without an officer, and the district is told so', async () => {
    await leave(people.colleague)
    const told = await here.told('person-left')
    expect(told.ou_reviewer).toMatch(/金沙街道现在暂无经办人/)
  })

  it('of the district is told of to the city and to administrators', async () => {
    await leave(people.reviewer)
    expect(await rolesOf(people.reviewer.id)).toEqual([])
    const told = await here.told('person-left')
    expect(told.ou_city).toContain('ou_reviewer名')
    expect(told.ou_administrator).toContain('请系统管理员')
  })

  it('was never somebody of ours, and nothing is kept', async () => {
    const before = (await here.pushed()).length
    await dispatch(here.ports, {
      ...{ is: 'person-left', id: 'left-x', at: 0, from: 'ou_x' as OpenId },
    })
    expect((await here.pushed()).length).toBe(before)
    expect(await here.ports.store.person('ou_x' as OpenId)).toBeUndefined()
  })
})

describe('compared with the address book', () => {
  it('many at once are a mistake until an administrator says how many', async () => {
    for (const one of [deputy, people.city, people.neighbour]) city.gone.add(one.id)
    await compare()
    expect(await rolesOf(deputy.id)).toHaveLength(1)
    expect((await here.ports.store.operations(programme))?.held).toMatchObject({ gone: 3 })
    await compare({ confirmed: 2 })
    expect(await rolesOf(deputy.id)).toHaveLength(1)
    await compare({ confirmed: 3 })
    for (const one of [deputy, people.city, people.neighbour]) expect(await rolesOf(one.id)).toEqual([])
    expect((await here.ports.store.operations(programme))?.held).toBeUndefined()
  })

  it('one who is gone loses everything, once', async () => {
    const posts = await here.ports.store.people(programme)
    expect(new Set(posts.map(({ person }) => person)).size).toBe(4)
    city.gone.add(everywhere.id)
    await compare({ confirmed: 1 })
    expect(await rolesOf(everywhere.id)).toEqual([])
    const told = (await here.pushed()).filter(({ facts }) => facts.left === everywhere.id)
    await compare({ confirmed: 1 })
    expect((await here.pushed()).filter(({ facts }) => facts.left === everywhere.id)).toEqual(told)
    expect(told).toHaveLength(1)
  })

  it('an address book that does not answer removes nobody', async () => {
    const silent = worker(here.ports, async () => {
      throw new Error('no answer')
    })
    const job = await comparison(here.ports, programme, { key: 'silent', due: here.ports.clock.now() })
    await here.ports.store.commit(job ? [job] : [])
    await expect(silent.doJobs()).rejects.toThrow('no answer')
    expect(await rolesOf(head.id)).toHaveLength(1)
    for (const pending of await here.ports.store.pending('work', here.ports.clock.now(), 9))
      await here.ports.store.finish(pending, { is: 'done', at: here.ports.clock.now() })
  })

  it('departments that move are compared once, at the next full hour', async () => {
    for (const id of ['d1', 'd2', 'd1'])
      await dispatch(here.ports, { is: 'departments-moved', id, at: here.ports.clock.now() })
    const jobs = await here.ports.store.pending('work', here.ports.clock.now() + 3_600_000, 9)
    expect(jobs.map(({ push }) => [push.kind, push.due, push.to])).toEqual([
      ['compare-people', instantOf(Day.parse('2023-05-15'), '11:00'), { person: 'ou_administrator' }],
    ])
  })

  it('leaves the chain whole', async () => {
    const { store } = here.ports
    const plan = await store.plan(programme)
    if (plan === undefined) throw new Error('no plan')
    const verifying = await verifyAudit({ store, seal, plan, scope: { unit: township } })
    const breaks = []
    for await (const verified of verifying.chains()) breaks.push(...verified.breaks)
    expect(breaks).toEqual([])
  })
})
