import type { Tally } from '../../shared/domain/tally.ts'
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
