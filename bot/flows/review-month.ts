import * as z from 'zod'
import { CreditCode } from '../../shared/domain/enterprise.ts'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { Change } from '../../shared/ports.ts'
import { acceptReports, type Reviewed, returnReport } from '../../shared/usecases/review-month.ts'
import { officerIndicators } from '../cards/filing-indicators.ts'
import { reviewCard } from '../cards/review-card.ts'
import { reviewList } from '../cards/review-list.ts'
import { type Answer, defineFlow, type Toast, type Turn } from '../declare.ts'
import { refusals } from '../words/refusals.ts'
import { review } from '../words/review.ts'
import { reviewFlow, reviewToken } from './review-token.ts'
import { tellReturned } from './tell-returned.ts'
import { waitingFor } from './waiting-for.ts'

const State = z.object({
  programme: z.string(),
  month: Month,
  township: UnitPath,
  seen: z.number().int(),
  /** How many firms were shown before this page. */
  from: z.number().int().nonnegative().optional(),
})
type State = z.infer<typeof State>
const Form = z
  .object({
    firm: CreditCode.or(z.literal('')),
    /** One figure, or all of the firm. */
    field: z.string(),
    reason: z.string(),
    words: z.string(),
  })
  .partial()
type Form = z.infer<typeof Form>

type Look = { tally: Tally; reports: Report[] }
type Step = (
  turn: Turn,
  state: State,
  form: Form,
  look: Look,
) => Promise<{ changes?: Change[]; toast?: Toast; after?: Look }>

/** A reviewer's step: allowed, open, and answered with the township's month as it stands afterwards. */
const guarded =
  (step: Step) =>
  async (turn: Turn, state: State, form: Form): Promise<Answer> => {
    const townshipName = nameOf(turn.plan.units, state.township)
    if (!may(turn.who, state.programme, 'review', state.township)) return { toast: refusals.notAllowed }
    if (turn.page === undefined) return { toast: refusals.notOpen(state.month) }
    const { tally } = turn.page
    if (tally.closed) return { toast: refusals.closedToDistrict(state.month, tally.closes) }
    const look = { tally, reports: await turn.ports.store.reports(state) }
    const { changes = [], toast, after = look } = await step(turn, state, form, look)
    const card = reviewCard(
      {
        programme: turn.plan.programme,
        townshipName,
        ...after,
        ...(state.from !== undefined && { from: state.from }),
      },
      reviewToken(after.tally),
    )
    return { changes, card, ...(toast && { toast }) }
  }

/** The other townships that wait for the same reviewer. */
const list = async (turn: Turn, { programme, month }: State): Promise<Answer> => {
  const waiting = waitingFor(turn, await turn.ports.store.tallies(programme, month))
  return waiting.length > 0
    ? { card: reviewList(turn.plan, waiting) }
    : { toast: { tone: 'success', say: review.allReviewed } }
}

/** The township's month after a settlement, as the next card draws it. */
const afterwards = ({ tally, reports }: Look, reviewed: Reviewed): Look => {
  if (!('settlement' in reviewed)) return { tally, reports }
  const { settlement } = reviewed
  const changed = new Map(settlement.reports.map(({ after }) => [after.code, after]))
  return {
    tally: { ...settlement.after, head: tally.head },
    reports: reports.map((report) => changed.get(report.code) ?? report),
  }
}

const accept =
  (which: (form: Form) => CreditCode | '' | undefined): Step =>
  async (turn, state, form, look) => {
    const only = which(form)
    if (only === '') return { toast: { tone: 'warning', say: review.noFirm } }
    const reviewed = acceptReports(
      { ...look, seen: state.seen },
      { by: turn.who.id, at: turn.at, via: turn.via },
      only,
    )
    return { ...told(reviewed), after: afterwards(look, reviewed) }
  }

const sendBack: Step = async (turn, state, form, look) => {
  if (!form.firm) return { toast: { tone: 'warning', say: review.noFirm } }
  if (!form.reason) return { toast: { tone: 'warning', say: review.noReason } }
  const reason = [form.reason, form.words].filter((words) => words?.trim()).join('；')
  const on = officerIndicators(turn.plan.programme).find(({ id }) => id === form.field)?.id
  const by = { by: turn.who.id, at: turn.at, via: turn.via }
  const reviewed = returnReport({ ...look, seen: state.seen }, form.firm, reason, by, on)
  const answer = told(reviewed)
  if (reviewed.is !== 'returned') return { ...answer, after: look }
  return {
    ...answer,
    changes: [...answer.changes, ...(await tellReturned(turn, reviewed.report, look.reports))],
    after: afterwards(look, reviewed),
  }
}

const told = (reviewed: Reviewed): { changes: Change[]; toast: Toast } => {
  switch (reviewed.is) {
    case 'accepted':
      return {
        changes: [reviewed.settlement],
        toast: { tone: 'success', say: review.accepted(reviewed.count, reviewed.left) },
      }
    case 'returned':
      return {
        changes: [reviewed.settlement],
        toast: { tone: 'success', say: review.returned(reviewed.report.name) },
      }
    case 'changed-meanwhile':
      return { changes: [], toast: { tone: 'warning', say: review.changed(reviewed.report.name) } }
    case 'returned-already':
      return { changes: [], toast: { tone: 'info', say: review.returnedAlready(reviewed.report.name) } }
    case 'nothing-to-accept':
      return { changes: [], toast: { tone: 'info', say: review.nothing } }
    case 'no-reason':
      return { changes: [], toast: { tone: 'warning', say: review.noReason } }
    case 'closed':
      return { changes: [], toast: refusals.unknownButton }
  }
}

/** The district looks through a township's month, accepts what is clean and sends back what is not. It edits nothing. */
export default defineFlow({
  ...reviewFlow,
  state: State,
  form: Form,
  page: ({ programme, month, township }) => ({ programme, month, township, codes: [] }),
  steps: {
    show: guarded(async () => ({})),
    list,
    accept: guarded(accept(() => undefined)),
    'accept-one': guarded(accept(({ firm }) => firm ?? '')),
    return: guarded(sendBack),
  },
})
