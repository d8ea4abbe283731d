import { expect, it } from 'vitest'
import type { Push } from '../../shared/domain/push.ts'
import type { Change, MonthRecord } from '../../shared/ports.ts'
import { drainWork } from '../../shared/usecases/drain-work.ts'
import type { Steps } from '../../shared/usecases/run-steps.ts'
import { untilKilled } from '../build/crash.ts'
import { type Doing, jobsIn } from '../build/jobs.ts'
import { month, people, programme } from '../build/small-city.ts'

const MINUTE = 60_000
const aMonth = {
  ...{ programme: programme.id, month, state: 'confirming' as const, snapshot: 0 },
  ...{ due: 1, explainBy: 2, closes: 3 },
}
type Jobs = Awaited<ReturnType<typeof jobsIn>>

/** Jobs of so many steps; `meanwhile` may fail before any of them. */
const stepping = async (
  marks: readonly string[],
  meanwhile: (job: Push, mark: string) => unknown = () => {},
) => {
  const order: string[] = []
  const doing: Doing = async function* (job): Steps {
    for (const mark of marks) {
      await meanwhile(job, mark)
      order.push(`${job.id} ${mark} ${yield jobs.step(job, mark)}`)
    }
  }
  const jobs: Jobs = await jobsIn(doing)
  return { ...jobs, order }
}

it('does a job once, step by step, and writes down that it is done', async () => {
  const { plan, work, told, endOf, waiting, order, clock } = await stepping(['a', 'b'])
  const job = await plan()
  expect(await work()).toEqual({ tried: 1 })
  expect(await work()).toEqual({ tried: 0 })
  expect(await told()).toEqual(['a:job-1', 'b:job-1'])
  expect(order).toEqual(['job-1 a done', 'job-1 b done'])
  expect(await endOf(job)).toEqual({ is: 'done', at: clock.at })
  expect(await waiting()).toEqual([])
})

it('a job is not sent, and a push is not done', async () => {
  const { plan, work, told, ports, tell } = await stepping(['a'])
  const job = await plan()
  await ports.store.commit([{ is: 'push', push: tell(job, 'said') }], 'mark')
  await work()
  expect(await told()).toEqual(['a:job-1', 'said:job-1'])
  expect(await ports.store.nextPush()).toBe(job.due)
})

it('does each step once, wherever it was killed', async () => {
  for (let writes = 0; ; writes++) {
    const { plan, work, told, endOf, waiting, pass, ports } = await stepping(['a', 'b', 'c'])
    const job = await plan()
    const isKilled = await untilKilled(ports, writes, async (mortal) => {
      await work(mortal)
    })
    pass(MINUTE + 1)
    await work()
    expect(await told()).toEqual(['a:job-1', 'b:job-1', 'c:job-1'])
    expect(await endOf(job)).toMatchObject({ is: 'done' })
    expect(await waiting()).toEqual([])
    if (!isKilled) {
      expect(writes).toBeGreaterThanOrEqual(7)
      break
    }
  }
}, 60_000)

it('a second run is told what the first has done', async () => {
  let fails = 1
  const { plan, work, pass, order } = await stepping(['a', 'b'], (_, mark) => {
    if (mark === 'b' && fails-- > 0) throw new Error('no')
  })
  await plan()
  await work()
  pass(MINUTE)
  await work()
  expect(order).toEqual(['job-1 a done', 'job-1 a done-before', 'job-1 b done'])
})

it('a step reads and decides again when somebody was faster', async () => {
  const revisions: unknown[] = []
  const jobs = await jobsIn(async function* (job, { store }): Steps {
    const { mark, changes } = jobs.step(job, 'a')
    const moving = async (): Promise<Change[]> => {
      const before = await store.month(programme.id, month)
      revisions.push(before?.revision)
      if (revisions.length === 1) await jobs.tick('2023-04-07', '09:00')
      const after: MonthRecord = { ...aMonth, revision: (before?.revision ?? 0) + 1 }
      return [...(await changes()), { is: 'month', before, after }]
    }
    yield { mark, changes: moving }
  })
  const job = await jobs.plan()
  await jobs.work()
  expect(revisions).toEqual([undefined, 1])
  expect(await jobs.endOf(job)).toMatchObject({ is: 'done' })
  expect(await jobs.ports.store.month(programme.id, month)).toMatchObject({ revision: 2 })
})

it('is tried again later and later, then its person is told, once, and it is a dead letter', async () => {
  const jobs = await stepping(['a'], () => {
    throw new TypeError('机密 152.3')
  })
  const job = await jobs.plan()
  let tries = 0
  for (let minute = 0; minute < 60; minute++) {
    tries += (await jobs.work()).tried
    jobs.pass(MINUTE / 4)
  }
  expect(tries).toBeGreaterThanOrEqual(8)
  expect(tries).toBeLessThanOrEqual(14)
  expect(await jobs.told()).toEqual(['failed:job-1'])
  expect(await jobs.endOf(job)).toMatchObject({ is: 'dead', why: 'TypeError' })
  expect((await jobs.ports.store.deadLetters()).map(({ push }) => push.id)).toEqual(['job-1'])
  expect(jobs.logged.filter((code) => code === 'work-dead')).toHaveLength(1)
})

it('a job that ends its process every time is given up too, and holds up nobody else meanwhile', async () => {
  const jobs = await jobsIn(async function* (job): Steps {
    if (job.id === 'job-1') await killing
    yield jobs.step(job, 'a')
  })
  const killing = new Promise<never>(() => {})
  const bad = await jobs.plan({ to: { person: people.wang.id } })
  await jobs.plan()
  const die = () => Promise.race([jobs.work(), new Promise((resolve) => setTimeout(resolve, 150))])
  for (let death = 0; death < 40 && !(await jobs.endOf(bad)); death++) {
    await die()
    jobs.pass(MINUTE + 1)
  }
  expect(await jobs.endOf(bad)).toMatchObject({ is: 'dead', why: 'never-ended' })
  expect(await jobs.told()).toEqual(['a:job-2', 'failed:job-1'])
}, 60_000)

it('the jobs of one person keep their order, though the first fails at first; those of others do not wait', async () => {
  let fails = 2
  const jobs = await stepping(['a'], ({ id }) => {
    if (id === 'job-1' && fails-- > 0) throw new Error('no')
  })
  await jobs.plan()
  await jobs.plan()
  await jobs.plan({ to: { person: people.wang.id } })
  await jobs.work()
  expect(jobs.order).toEqual(['job-3 a done'])
  for (let second = 0; second < 30; second++) {
    await jobs.work()
    jobs.pass(1_000)
  }
  expect(jobs.order).toEqual(['job-3 a done', 'job-1 a done', 'job-2 a done'])
})

it('a wait that ends while others are served lets nobody pass', async () => {
  let fails = 1
  const jobs = await stepping(['a'], ({ id }) => {
    if (id === 'job-2') jobs.pass(3_000)
    if (id === 'job-1' && fails-- > 0) throw new Error('no')
  })
  await jobs.plan()
  await jobs.plan({ to: { person: people.wang.id } })
  await jobs.plan()
  await jobs.work()
  expect(jobs.order).toEqual(['job-2 a done', 'job-1 a done', 'job-3 a done'])
})

it('goes by when something was asked, not by when it was written down', async () => {
  const jobs = await stepping(['a'])
  await jobs.plan({ id: 'later', due: jobs.clock.at - 1 })
  await jobs.plan({ id: 'earlier', due: jobs.clock.at - 2 })
  await jobs.work()
  expect(jobs.order).toEqual(['earlier a done', 'later a done'])
})

it('two workers at once do each job once', async () => {
  const jobs = await stepping(['a', 'b'])
  for (let many = 0; many < 6; many++) await jobs.plan()
  const [one, two] = await Promise.all([jobs.work(), jobs.work()])
  expect(one.tried + two.tried).toBe(6)
  expect(jobs.order.filter((line) => line.endsWith('done-before'))).toEqual([])
  expect(await jobs.told()).toHaveLength(12)
})

it('who has lost the lease stops before the next step, and the other does the rest', async () => {
  const jobs = await stepping(['a', 'b'], async (_, mark) => {
    if (mark !== 'b' || isTaken) return
    isTaken = true
    jobs.pass(MINUTE + 1)
    expect(await jobs.ports.store.takeLease('worker', jobs.clock.wall, 1)).toBeDefined()
  })
  let isTaken = false
  await jobs.plan()
  await jobs.work()
  expect(await jobs.told()).toEqual(['a:job-1'])
  jobs.pass(MINUTE)
  await jobs.work()
  expect(jobs.order).toEqual(['job-1 a done', 'job-1 a done-before', 'job-1 b done'])
})

it('stops between two steps when its time is up', async () => {
  const jobs = await stepping(['a', 'b'], (_, mark) => {
    if (mark === 'b') jobs.pass(1_000)
  })
  await jobs.plan()
  await jobs.work(jobs.ports, 500)
  expect(await jobs.told()).toEqual(['a:job-1'])
  expect(await jobs.waiting()).toEqual(['job-1'])
})

it('somebody who has left meanwhile is told nothing', async () => {
  const jobs = await stepping([])
  const job = await jobs.plan()
  const failed = (given: Push) => jobs.tell(given, 'failed')
  await drainWork({ ports: jobs.ports, run: async () => undefined, failed }, MINUTE)
  expect(await jobs.endOf(job)).toMatchObject({ is: 'dropped', why: 'left' })
})
