import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tick } from '../../functions/tick.ts'
import { Day, instantOf } from '../../shared/domain/instant.ts'
import type { Push } from '../../shared/domain/push.ts'
import type { Ports } from '../../shared/ports.ts'
import { aTownship, group, people } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
let ports: Ports
let now = instantOf(Day.parse('2023-05-15'), '10:00')
let wall = 1_000_000_000_000
beforeAll(async () => {
  here = await aTownship(2)
  ports = { ...here.ports, clock: { ...here.ports.clock, now: () => now, wall: () => wall } }
})
afterAll(() => here.close())

const look = () => tick({ ports })
const pass = (minutes: number) => {
  now += minutes * 60_000
  wall += minutes * 60_000
}
const lanes = async () =>
  (
    await Promise.all(
      (['answer', 'bulk', 'work'] as const).map((lane) => ports.store.pending(lane, now, 100)),
    )
  ).flat()
/** Everything that waits is sent, but what is told of the system. */
const sendAll = async (but: (push: Push) => boolean = () => false) => {
  for (const pending of await lanes())
    if (pending.push.kind !== 'operations-alert' && !but(pending.push))
      await ports.store.finish(pending, { is: 'dropped', at: now, why: 'test' })
}
/** What was told since the last time, and to whom. */
const told = async () => {
  const alerts = (await lanes()).filter(({ push }) => push.kind === 'operations-alert')
  for (const alert of alerts) await ports.store.finish(alert, { is: 'dropped', at: now, why: 'test' })
  return alerts.map(({ push: { to, facts } }) => ({ to, began: facts.began, ended: facts.ended }))
}
const raised = async () => (await ports.store.operations('nt22'))?.raised.map(({ condition }) => condition)

describe('what goes wrong with the system', () => {
  it('is told once when a push waits too long, and once when it is over, to administrators first', async () => {
    await look()
    await sendAll()
    expect(await told()).toEqual([])
    await here.say(people.officer, '/帮助')
    pass(9)
    await look()
    expect(await raised()).toEqual([])
    pass(2)
    await look()
    pass(2)
    await look()
    expect(await told()).toEqual([{ to: { person: 'ou_administrator' }, began: ['outbox-late'], ended: [] }])
    await sendAll()
    await look()
    await look()
    expect(await told()).toEqual([{ to: { person: 'ou_administrator' }, began: [], ended: ['outbox-late'] }])
  })

  it('goes to the group that an administrator binds, and nobody else can bind it', async () => {
    for (const who of [people.city, people.reviewer]) await here.say(who, '/绑定 运维', true)
    expect((await ports.store.chats('nt22')).filter(({ operations }) => operations)).toEqual([])
    await here.say(people.administrator, '/绑定 运维')
    expect((await ports.store.chats('nt22')).filter(({ operations }) => operations)).toEqual([])
    await here.say(people.administrator, '/绑定 运维', true)
    expect(await ports.store.chat(group)).toEqual({
      id: group,
      programme: 'nt22',
      inside: true,
      operations: true,
    })
    const answer = (await here.pushed()).at(-1)
    expect(await here.render(answer ?? ({} as Push))).toMatchObject({
      text: expect.stringContaining('运维群'),
    })
    await sendAll()
  })

  it('is told once to that group though two looks see it at the same time', async () => {
    await here.say(people.officer, '/待办')
    const [pending] = await ports.store.pending('answer', now, 1)
    if (pending === undefined) throw new Error('no push')
    await ports.store.finish(pending, { is: 'dead', at: now, why: 'refused' })
    await Promise.allSettled([look(), look(), look()])
    await look()
    const alerts = await told()
    expect(alerts).toEqual([{ to: { chat: group }, began: ['dead-letters'], ended: [] }])
    const [row] = await ports.store.deadLetters()
    if (row === undefined) throw new Error('no dead letter')
    await ports.store.commit([{ is: 'dead-letter', row, at: now, drop: 'test' }])
    await look()
    expect(await told()).toEqual([{ to: { chat: group }, began: [], ended: ['dead-letters'] }])
  })

  it('is the agenda that fails, or a close that does not end', async () => {
    const store = { ...ports.store, month: async () => Promise.reject(new Error('a month cannot be read')) }
    await expect(tick({ ports: { ...ports, store } })).rejects.toThrow('a month cannot be read')
    expect(await told()).toMatchObject([{ began: ['agenda-failed'] }])
    await look()
    expect(await told()).toMatchObject([{ ended: ['agenda-failed'] }])
  })

  it('is a month whose days nobody knows', async () => {
    const plan = await ports.store.plan('nt22')
    const ahead = { ...ports, store: { ...ports.store, plan: async () => unknownYear(plan) } }
    const later = instantOf(Day.parse('2031-03-15'), '10:00')
    await tick({ ports: { ...ahead, clock: { ...ports.clock, now: () => later } } })
    now = later
    expect((await told()).at(-1)).toMatchObject({ began: ['blocked'] })
  })

  it('names neither a firm nor a figure', async () => {
    const push: Push = {
      ...{
        id: 'x',
        lane: 'answer',
        due: now,
        kind: 'operations-alert',
        programme: 'nt22',
        to: { chat: group },
      },
      ...{ quiet: false, proactive: false },
      facts: { began: ['outbox-late', 'people-held'], ended: ['blocked'] },
    }
    const reply = await here.render(push)
    expect(reply && 'text' in reply ? reply.text.split('\n') : []).toEqual([
      expect.stringMatching(/^【运维】/),
      expect.stringMatching(/^⚠ 有推送等了十分钟以上/),
      expect.stringMatching(/^⚠ 通讯录里一次少了/),
      expect.stringMatching(/^✓ 报送日都排得出来了/),
      '系统管理员发“/运维”看详情并处理。',
    ])
  })
})

/** The same plan, years ahead. */
const unknownYear = (plan: Awaited<ReturnType<Ports['store']['plan']>>) =>
  plan && { ...plan, programme: { ...plan.programme, years: [2030, 2031] } }
