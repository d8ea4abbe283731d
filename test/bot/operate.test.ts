import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tick } from '../../functions/tick.ts'
import type { Person } from '../../shared/domain/person.ts'
import type { Push } from '../../shared/domain/push.ts'
import { missed } from '../../shared/usecases/operations-agenda.ts'
import { healthOf } from '../../shared/usecases/operations-health.ts'
import { worker } from '../build/works.ts'
import { nodesOf, textsOf } from './said-of.ts'
import { aSharedTownship } from './shared-township.ts'
import { group, people } from './township.ts'

let here: Awaited<ReturnType<typeof aSharedTownship>>
let city: ReturnType<typeof worker>
beforeAll(async () => {
  here = await aSharedTownship(2)
  city = worker(here.ports)
})
afterAll(() => here.close())

const { administrator } = people
const health = async () => {
  const plan = await here.ports.store.plan('nt22')
  if (plan === undefined) throw new Error('no plan')
  return healthOf(here.ports, plan)
}
const textOf = (reply: unknown) => [...textsOf(reply), (reply as { text?: string })?.text ?? ''].join('\n')
/** A push to the officer that has come to its end unsent. */
const dies = async (id: string, why = 'refused') => {
  const at = here.ports.clock.now()
  const push: Push = {
    ...{ id, lane: 'bulk', due: at, kind: 'remind', programme: 'nt22', to: { person: people.officer.id } },
    ...{ facts: {}, quiet: true, proactive: false },
  }
  await here.ports.store.finish({ push, attempts: 8, notBefore: at, queued: at }, { is: 'dead', at, why })
}
const dead = async () => (await here.ports.store.deadLetters()).map(({ push }) => push.id)

describe('/运维', () => {
  it.each([people.officer, people.reviewer, people.city, people.leader])(
    'is not for $id',
    async (who: Person) => {
      expect(textOf(await here.answers(who, '/运维'))).toContain('不在您的权限内')
    },
  )

  it('tells how the system runs, without a firm and without a figure', async () => {
    await tick(here)
    await here.ports.store.commit([{ is: 'chat', chat: { id: group, programme: 'nt22', inside: true } }])
    const said = textOf(await here.answers(administrator, '/运维'))
    for (const part of [
      '没有正在告警的情况',
      '填报中',
      '日程上次运行',
      '节假日表到 2026 年',
      '没有填表号',
      '1 个群还没有绑定',
    ])
      expect(said).toContain(part)
    expect(said).not.toContain('试验机械')
    for (const code of here.codes) expect(said).not.toContain(code)
  })

  it('says which of the agenda was missed, and nothing of what came after it', async () => {
    const at = here.ports.clock.now()
    const { agenda } = await health()
    const stand = agenda.find(({ month }) => month === '2023-04')
    if (stand === undefined) throw new Error('no April')
    expect(stand.actions.every(({ at: due = 0, stand: is }) => is !== 'late' || due <= at)).toBe(true)
    const late = (actions: readonly string[]) =>
      missed({ ...stand, state: 'open', actions: actions.map((action) => ({ action, stand: 'late' })) })
    expect(late(['remind-before', 'remind-due', 'overdue-1', 'overdue-2'])).toEqual([
      'overdue-1',
      'overdue-2',
    ])
    expect(late(['review-1', 'review-2', 'close'])).toEqual(['review-2', 'close'])
    const { state: _, ...never } = stand
    const all = stand.actions.map(({ action }) => ({ action, stand: 'late' as const }))
    expect(missed({ ...never, actions: all })).toEqual(['confirm-opening'])
    expect(missed({ ...stand, state: 'published', actions: all })).toEqual([])
  })

  it('names the townships where nobody files', async () => {
    expect((await health()).vacant).toEqual([])
    const { store } = here.ports
    const before = await store.person(people.neighbour.id)
    if (before === undefined) throw new Error('no neighbour')
    await store.commit([{ is: 'person', before, after: { ...before, roles: [] } }])
    expect((await health()).vacant).toEqual(['如城街道'])
    expect(textOf(await here.answers(administrator, '/运维'))).toContain('暂无经办人：如城街道')
  })

  it('counts what waits, and when each part last had something to do', async () => {
    expect((await health()).ages).toMatchObject({ sender: undefined, worker: undefined })
    const lease = await here.ports.store.takeLease('worker', Date.now(), 1_000)
    if (lease === undefined) throw new Error('no lease')
    const memo = JSON.stringify({ at: Date.now() - 90_000 })
    await here.ports.store.releaseLease({ ...lease, memo })
    const { ages, waiting } = await health()
    expect(ages.worker).toBeGreaterThanOrEqual(90)
    expect(waiting.count).toBe((await here.pushed()).length + (await city.jobs()).length)
  })
})

describe('a dead letter', () => {
  it('is taken up again by a press, once however often it is pressed', async () => {
    await dies('remind:1')
    const card = await here.answers(administrator, '/运维')
    expect(textOf(card)).toContain('提醒　ou&#95;officer名')
    const press = here.button(card, '重发第 1 条')
    expect((await press(people.city)).toast?.say).toContain('不在您的权限内')
    const answers = await Promise.all([press(administrator), press(administrator)])
    expect(answers.map(({ toast }) => toast?.say).toSorted()).toEqual(
      ['已回到待发，最新情况马上发到这里。', '这一条已经有人处理了。'].toSorted(),
    )
    expect(await dead()).toEqual([])
    const again = (await here.pushed()).filter(({ id }) => id === 'remind:1')
    expect(again).toMatchObject([{ lane: 'answer', due: here.ports.clock.now() }])
    expect(await here.ports.store.ledger('remind:1')).toBeUndefined()
  })

  it('is closed with a reason, which stays', async () => {
    await dies('remind:2')
    const card = await here.answers(administrator, '/运维')
    const press = here.button(card, '丢弃')
    expect((await press(administrator, { dead: '', reason: '已电话通知' })).toast?.say).toContain('先选')
    expect((await press(administrator, { dead: 'remind:2', reason: ' ' })).toast?.say).toContain('写明原因')
    const done = await press(administrator, { dead: 'remind:2', reason: '已电话通知' })
    expect(done.toast?.tone).toBe('success')
    expect(done.toast?.say).toContain('最新情况马上发到这里')
    const [newest] = (await here.pushed()).filter(({ id }) => id.startsWith('operate:')).slice(-1)
    expect(textOf(newest && (await here.render(newest)))).not.toContain('放弃的推送和任务')
    expect(await dead()).toEqual([])
    expect((await here.ports.store.ledger('remind:2'))?.result).toMatchObject({
      ...{ is: 'dropped', why: '已电话通知（ou_administrator名）' },
    })
    expect((await press(administrator, { dead: 'remind:2', reason: '再来' })).toast?.say).toContain(
      '已经有人处理',
    )
  })

  it('is shown as one of the first six, with the number of the others', async () => {
    for (let index = 0; index < 8; index++) await dies(`remind:many-${index}`)
    const card = await here.answers(administrator, '/运维')
    expect(textOf(card)).toContain('还有 2 条')
    expect(nodesOf(card).filter(({ name }) => String(name).startsWith('replay_'))).toHaveLength(6)
  })
})

describe('many who left at once', () => {
  const held = async () => (await here.ports.store.operations('nt22'))?.held
  const stop = async (gone: number) => {
    const before = await here.ports.store.operations('nt22')
    if (before === undefined) throw new Error('no tick')
    const after = { ...before, revision: before.revision + 1, held: { at: 0, gone, of: 9 } }
    await here.ports.store.commit([{ is: 'operations', before, after }])
  }

  it('are agreed to by a button or a word, as many as were counted', async () => {
    await city.doJobs()
    for (const who of [people.colleague, people.leader]) city.gone.add(who.id)
    await stop(1)
    const card = await here.answers(administrator, '/运维')
    expect(textOf(card)).toContain('少了 1 人')
    await here.button(card, '确认离职')(administrator)
    expect((await city.jobs()).map(({ facts }) => facts)).toEqual([{ confirmed: 1 }])
    await city.doJobs()
    expect(await held()).toMatchObject({ gone: 2 })
    expect(textOf(await here.answers(people.city, '/运维 确认离职'))).toContain('不在您的权限内')
    expect(await city.jobs()).toEqual([])
    expect(textOf(await here.answers(administrator, '/运维 别的'))).toContain('只能写“确认离职”')
    await here.say(administrator, '/运维 确认离职')
    await city.doJobs()
    expect(await held()).toBeUndefined()
    for (const who of [people.colleague, people.leader])
      expect((await here.ports.store.person(who.id))?.roles).toEqual([])
    const again = await here.button(card, '确认离职')(administrator)
    expect(again.toast?.say).toContain('没有等着确认的')
  })
})
