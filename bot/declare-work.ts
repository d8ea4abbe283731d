import type * as z from 'zod'
import type { Instant } from '../shared/domain/instant.ts'
import type { Person } from '../shared/domain/person.ts'
import type { Push } from '../shared/domain/push.ts'
import type { Change, Plan, WorkPorts } from '../shared/ports.ts'
import type { Steps } from '../shared/usecases/run-steps.ts'

export type WorkContext = {
  ports: WorkPorts
  plan: Plan
  at: Instant
  /** For whom it is done, as that person's roles stand now. */
  who: Person
  /** For the record and for the ids of what it leads to: unique to this job. */
  id: string
  /** Tells that person something: a push of that kind of notice, once a job. */
  tell(kind: string, facts: Push['facts']): Change
}

/**
 * One kind of job: what somebody's message or press planned and what does not fit in three seconds. It reads as it likes
 * and changes things only by its steps; the last one tells what came of it. It may be stopped anywhere and run again
 * from its start, so a step is named by what it does, and `done-before` says that an earlier run has done it.
 */
export function defineWork<Facts>(work: {
  kind: string
  facts: z.ZodType<Facts>
  run(context: WorkContext, facts: Facts, push: Push): Steps
  /** What that person is told when it failed for good. */
  failed(facts: Facts): string
}) {
  return {
    kind: work.kind,
    run: (context: WorkContext, push: Push): Steps => work.run(context, work.facts.parse(push.facts), push),
    failed(push: Push): string | undefined {
      const facts = work.facts.safeParse(push.facts)
      return facts.success ? work.failed(facts.data) : undefined
    },
  }
}
export type Work = ReturnType<typeof defineWork>
