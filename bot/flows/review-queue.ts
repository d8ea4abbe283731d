import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { UnitPath, within } from '../../shared/domain/unit.ts'
import { reviewQueue } from '../cards/review-queue.ts'
import { type Answer, defineFlow, type Turn } from '../declare.ts'
import { refusals } from '../words/refusals.ts'
import { review } from '../words/review.ts'
import { queueFlow } from './review-token.ts'
import { waitingFor } from './waiting-for.ts'

const State = z.object({
  programme: z.string(),
  month: Month,
  district: UnitPath,
  /** How many findings were shown before this page. */
  from: z.number().int().nonnegative().optional(),
})
type State = z.infer<typeof State>

/** One query over the tallies says which townships wait, and one for each of them reads its month. */
const show = async (turn: Turn, { programme, month, district, from }: State): Promise<Answer> => {
  if (!may(turn.who, programme, 'review', district)) return { toast: refusals.notAllowed }
  const { store } = turn.ports
  const waiting = waitingFor(turn, await store.tallies(programme, month)).filter(({ township }) =>
    within(township, district),
  )
  const months = await Promise.all(
    waiting.map(async (tally) => ({ tally, reports: await store.reports(tally) })),
  )
  const card = reviewQueue(turn.plan, { month, district, months, from: from ?? 0 })
  return card ? { card } : { toast: { tone: 'success', say: review.nothingToLook } }
}

/** Selective editing: what the district has to look at, whichever township it is of, by how much it moves the total. */
export default defineFlow({ ...queueFlow, state: State, form: z.unknown(), steps: { show } })
