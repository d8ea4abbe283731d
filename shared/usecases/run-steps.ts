import type { Push } from '../domain/push.ts'
import type { Change, Ports } from '../ports.ts'

/**
 * One commit of a job. `mark` names what it does within the job, the same in every run. `changes` reads and decides:
 * it is asked again when somebody was faster.
 */
export type Step = { mark: string; changes: () => Promise<readonly Change[]> }

/** `done-before`: an earlier run of this job has done this step, and this one changed nothing. */
type Stepped = 'done' | 'done-before'

/** What a job does, step by step; each `yield` gives back how the step ended. */
export type Steps = AsyncGenerator<Step, void, Stepped>

/** The worker's time is up, or another worker has taken over: the rest is done there. */
export class StoppedWorking extends Error {
  override name = 'StoppedWorking'
}

class StepGaveUp extends Error {
  override name = 'StepGaveUp'
}

const MOST_ATTEMPTS = 6

/** Does a job's steps one after the other, each in one commit with an inbox mark of its own: run again, it does each once. */
export const runSteps = async (
  ports: Ports,
  job: Push,
  steps: Steps,
  holds: () => Promise<boolean>,
): Promise<void> => {
  try {
    let next = await steps.next()
    while (!next.done) {
      if (!(await holds())) throw new StoppedWorking()
      next = await steps.next(await commitStep(ports, `${job.id}:${next.value.mark}`, next.value))
    }
  } finally {
    await steps.return()
  }
}

const commitStep = async ({ store, clock }: Ports, mark: string, { changes }: Step): Promise<Stepped> => {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const done = await store.commit(await changes(), mark)
    if (done.is !== 'conflict') return done.is === 'committed' ? 'done' : 'done-before'
    await clock.sleep(Math.random() * 20 * 2 ** attempt)
  }
  throw new StepGaveUp(`${mark}: the table stayed busy`)
}
