import * as z from 'zod'
import { CreditCode } from '../../shared/domain/enterprise.ts'
import { Condition } from '../../shared/domain/figures.ts'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { isDone, type Report } from '../../shared/domain/report.ts'
import { openCount, type Tally } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { TownshipMonth } from '../../shared/ports.ts'
import { changeCondition } from '../../shared/usecases/change-condition.ts'
import { type ConditionToken, conditionChoice, conditionDone, conditionForm } from '../cards/condition.ts'
import type { Card } from '../cards/kit.ts'
import { type Answer, defineFlow, type Reply, type Token, type Turn } from '../declare.ts'
import { condition } from '../words/condition.ts'
import { refusals } from '../words/refusals.ts'
import { completionReceipt } from './completion-receipt.ts'
import { deedOf } from './deed-of.ts'
import { filingToken } from './filing-token.ts'
import { notYours } from './not-yours.ts'
import { tellDistrict } from './tell-district.ts'

const State = z.object({
  programme: z.string(),
  month: Month,
  township: UnitPath,
  code: CreditCode.optional(),
  /** Where the list of firms begins. */
  from: z.number().int().nonnegative().optional(),
  /** The report's sequence when its card was drawn. */
  seen: z.number().int().nonnegative().optional(),
})
type State = z.infer<typeof State>
const Form = z
  .object({ firm: CreditCode.or(z.literal('')), condition: Condition.or(z.literal('')), reason: z.string() })
  .partial()
type Form = z.infer<typeof Form>

const id = 'change-condition'
const version = 1

const tokenOf =
  ({ programme, month, township }: TownshipMonth): ConditionToken =>
  (step, patch = {}) => ({ flow: id, version, step, state: { programme, month, township, ...patch } })

/** The way in, for the cards that offer it: one firm's own card, or first the choice of the firm. */
export const haltToken = (of: TownshipMonth, code?: Report['code']): Token =>
  code === undefined ? tokenOf(of)('choose') : tokenOf(of)('show', { code })

type Step = (turn: Turn, state: State, form: Form) => Promise<Answer>

const guarded =
  (step: Step): Step =>
  async (turn, state, form) => {
    if (!may(turn.who, state.programme, 'file', state.township))
      return { toast: await notYours(turn, state.township) }
    const tally = turn.page?.tally
    return tally?.closed ? { toast: refusals.closed(state.month, tally.closes) } : step(turn, state, form)
  }

/** Back to the firms that are still to be filed, or where none is left to those that are. */
const waysOf = (of: TownshipMonth, open: boolean, seen: number) => ({
  token: tokenOf(of),
  back: filingToken({ ...placeOf(of), codes: [], seen })(open ? 'rest' : 'filed'),
})

/** The card that asks which firm it is. */
export const chooseFirm = async (
  turn: Turn,
  of: TownshipMonth & { from?: number | undefined },
): Promise<Card> => {
  const reports = await turn.ports.store.reports(of)
  const open = reports.some(({ state }) => !isDone(state))
  const ways = waysOf(of, open, turn.page?.tally.sequence ?? 0)
  return conditionChoice(turn.plan, of, { reports, from: of.from ?? 0 }, ways)
}

const formOf = ({ plan }: Turn, report: Report, { counts, sequence }: Tally): Card =>
  conditionForm(plan, report, waysOf(report, openCount(counts) > 0, sequence))

/** One firm's own card, or why there is none in this month. */
export const firmCondition = async (turn: Turn, of: TownshipMonth, code: Report['code']): Promise<Reply> => {
  const { store } = turn.ports
  const [tally, report] = await Promise.all([store.tally(of), store.report(of, code)])
  if (tally === undefined || report === undefined) return { text: refusals.notOpen(of.month).say }
  if (tally.closed) return { text: refusals.closed(of.month, tally.closes).say }
  return { card: formOf(turn, report, tally) }
}

const show: Step = async (turn, state, typed) => {
  const code = state.code ?? typed.firm
  const report = code ? await turn.ports.store.report(state, code) : undefined
  const tally = turn.page?.tally
  if (tally === undefined) return { toast: refusals.notOpen(state.month) }
  return report
    ? { card: formOf(turn, report, tally) }
    : { toast: { tone: 'warning', say: condition.noFirm } }
}

const change: Step = async (turn, state, typed) => {
  const report = turn.page?.reports.find(({ code }) => code === state.code)
  if (turn.page === undefined || report === undefined) return { toast: refusals.notOpen(state.month) }
  if (!typed.condition) return { toast: { tone: 'warning', say: condition.noCondition } }
  const { tally } = turn.page
  const changed = changeCondition(
    { tally, report, seen: state.seen ?? 0, programme: turn.plan.programme },
    { condition: typed.condition, reason: typed.reason ?? '' },
    deedOf(turn, state.township),
  )
  switch (changed.is) {
    case 'closed':
      return { toast: refusals.closed(state.month, tally.closes) }
    case 'changed-meanwhile':
      return {
        card: formOf(turn, report, tally),
        toast: { tone: 'warning', say: condition.changedMeanwhile },
      }
    case 'no-reason':
      return { toast: { tone: 'warning', say: condition.noReason } }
    case 'unchanged':
      return { toast: { tone: 'info', say: condition.unchanged } }
    case 'halted':
    case 'resumed': {
      const { after } = changed.settlement
      const file = filingToken({ ...placeOf(state), codes: [], seen: after.sequence })('rest')
      return {
        changes: [
          changed.settlement,
          ...completionReceipt(turn, tally, after),
          ...(await tellDistrict(turn, state)),
        ],
        card: conditionDone(
          turn.plan,
          { report, to: typed.condition, counts: after.counts },
          { again: haltToken(state), file },
        ),
      }
    }
  }
}

const placeOf = ({ programme, month, township }: TownshipMonth): TownshipMonth => ({
  programme,
  month,
  township,
})

/** 停产, 搬迁, 注销: first which firm, then its own card with the condition and a reason. */
export default defineFlow({
  id,
  version,
  state: State,
  form: Form,
  page: (state) => ({ ...placeOf(state), codes: state.code ? [state.code] : [] }),
  steps: {
    choose: guarded(async (turn, state) => ({ card: await chooseFirm(turn, state) })),
    show: guarded(show),
    change: guarded(change),
  },
})
