import type { Month } from '../../shared/domain/month.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Token } from '../declare.ts'

export const reviewFlow = { id: 'review-month', version: 1 }

/** What rides in the buttons of the review card: the township's month, what was seen of it, and where the page begins. */
export const reviewToken =
  ({ programme, month, township, sequence }: Pick<Tally, 'programme' | 'month' | 'township' | 'sequence'>) =>
  (step: string, from = 0): Token => ({
    flow: reviewFlow.id,
    version: reviewFlow.version,
    step,
    state: { programme, month, township, seen: sequence, ...(from > 0 && { from }) },
  })

export const queueFlow = { id: 'review-queue', version: 1 }

/** What rides in the buttons of a district's queue: its month, and where the page begins. */
export const queueToken =
  ({ programme, month, district }: { programme: string; month: Month; district: UnitPath }) =>
  (from = 0): Token => ({
    flow: queueFlow.id,
    version: queueFlow.version,
    step: 'show',
    state: { programme, month, district, ...(from > 0 && { from }) },
  })
