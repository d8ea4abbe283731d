import type { Push } from '../../shared/domain/push.ts'
import type { Change, Ports } from '../../shared/ports.ts'
import { drainWork } from '../../shared/usecases/drain-work.ts'
import type { Step, Steps } from '../../shared/usecases/run-steps.ts'
import { aSmallCity, people, programme } from './small-city.ts'

const WORK_MS = 60_000

/** What one job does, as a test says. */
export type Doing = (job: Push, ports: Ports) => Steps

/** A small city with jobs in its table. Every step plans a push by its own name, so what was done twice would be seen. */
export const jobsIn = async (doing: Doing) => {
  const city = await aSmallCity()
  const logged: string[] = []
  const ports: Ports = { ...city.ports, log: (_, code) => void logged.push(code) }
  let planned = 0
  const tell = (job: Push, what: string): Push => ({
    ...job,
    ...{ id: `${what}:${job.id}`, lane: 'answer', kind: what, due: city.clock.at },
  })
  const plan = async (given: Partial<Push> = {}): Promise<Push> => {
    planned++
    const job: Push = {
      ...{ id: `job-${planned}`, lane: 'work', due: city.clock.at, kind: 'test', programme: programme.id },
      ...{ to: { person: people.zhang.id }, facts: {}, quiet: false, proactive: false, ...given },
    }
    await ports.store.commit([{ is: 'push', push: job }], `planned-${planned}`)
    return job
  }
  return {
    ...{ ...city, ports, logged, plan, tell },
    step: (job: Push, mark: string, more: Partial<Step> = {}): Step => ({
      mark,
      changes: async (): Promise<Change[]> => [{ is: 'push', push: tell(job, mark) }],
      ...more,
    }),
    work: (by = ports, stopAfterMs = WORK_MS) =>
      drainWork(
        {
          ports: by,
          run: async (job) => doing(job, by),
          failed: (job) => tell(job, 'failed'),
        },
        stopAfterMs,
      ),
    /** Time passes; nothing is done meanwhile. */
    pass(ms: number) {
      city.clock.at += ms
      city.clock.wall += ms
    },
    /** Everything that was told, by the ids of its pushes. */
    told: async () =>
      (await ports.store.pending('answer', 10 ** 14, 1000)).map(({ push }) => push.id).toSorted(),
    waiting: async () => (await ports.store.pending('work', 10 ** 14, 1000)).map(({ push }) => push.id),
    endOf: async (job: Push) => (await ports.store.ledger(job.id))?.result,
  }
}
