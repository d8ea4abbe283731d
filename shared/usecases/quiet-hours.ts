import type { Instant } from '../domain/instant.ts'
import type { Push } from '../domain/push.ts'
import { quietUntil } from '../domain/schedule.ts'
import type { Ports } from '../ports.ts'

/** The first moment from `at` on at which a push may disturb somebody, by the programme's own calendar. */
export const quietEnd =
  ({ store }: Ports) =>
  async (push: Push, at: Instant): Promise<Instant> => {
    const plan = await store.plan(push.programme)
    return plan ? quietUntil(plan.programme.calendar, at) : at
  }
