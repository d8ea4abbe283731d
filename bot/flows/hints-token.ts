import type { Tally } from '../../shared/domain/tally.ts'
import type { Token } from '../declare.ts'

export const hintsFlow = { id: 'review-hints', version: 1 }

/** What rides in the button that shows a township's hints: the township's month, and where the page begins. */
export const hintsToken = (
  { programme, month, township }: Pick<Tally, 'programme' | 'month' | 'township'>,
  from = 0,
): Token => ({
  flow: hintsFlow.id,
  version: hintsFlow.version,
  step: 'show',
  state: { programme, month, township, ...(from > 0 && { from }) },
})
