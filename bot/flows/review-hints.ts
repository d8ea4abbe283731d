import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { reviewHints } from '../../shared/usecases/review-hints.ts'
import { reviewHintsCard } from '../cards/review-hints.ts'
import { defineFlow } from '../declare.ts'
import { refusals } from '../words/refusals.ts'
import { hintsFlow } from './hints-token.ts'

const State = z.object({
  programme: z.string(),
  month: Month,
  township: UnitPath,
  /** How many firms were shown before this page. */
  from: z.number().int().nonnegative().optional(),
})

/** What the figures of a township look like beside each other and beside the district's; to look at, and no more. */
export default defineFlow({
  ...hintsFlow,
  state: State,
  form: z.object({}),
  page: ({ programme, month, township }) => ({ programme, month, township, codes: [] }),
  steps: {
    async show({ ports, plan, who, page }, state) {
      if (!may(who, state.programme, 'review', state.township)) return { toast: refusals.notAllowed }
      if (page === undefined) return { toast: refusals.notOpen(state.month) }
      const card = reviewHintsCard({
        programme: plan.programme,
        townshipName: nameOf(plan.units, state.township),
        tally: page.tally,
        pointedOut: await reviewHints(ports, plan, state),
        ...(state.from !== undefined && { from: state.from }),
      })
      return { card }
    },
  },
})
