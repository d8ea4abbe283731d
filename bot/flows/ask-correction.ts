import * as z from 'zod'
import { CreditCode } from '../../shared/domain/enterprise.ts'
import { Month, nextMonth } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { TownshipMonth } from '../../shared/ports.ts'
import { type Asked, askCorrection, correctableTill } from '../../shared/usecases/ask-correction.ts'
import { withdrawCorrection } from '../../shared/usecases/decide-correction.ts'
import {
  correctionApplied,
  correctionChoice,
  correctionForm,
  correctionSent,
} from '../cards/correction-ask.ts'
import { textIn, typedFirms } from '../cards/filing-names.ts'
import type { Card } from '../cards/kit.ts'
import { plainCard } from '../cards/plain.ts'
import { type Answer, defineFlow, type Reply, type Toast, type Turn } from '../declare.ts'
import { correctionWords as words } from '../words/correction.ts'
import { refusals } from '../words/refusals.ts'
import { askFlow } from './correction-token.ts'
import { deedOf } from './deed-of.ts'
import { notYours } from './not-yours.ts'
import { tellCorrection } from './tell-correction.ts'

const State = z.object({
  programme: z.string(),
  month: Month,
  township: UnitPath,
  code: CreditCode.optional(),
  from: z.number().int().nonnegative().optional(),
  /** The report's revision when its card was drawn. */
  seen: z.number().int().nonnegative().optional(),
  number: z.number().int().positive().optional(),
})
type State = z.infer<typeof State>
type Form = Readonly<Record<string, unknown>>
type Step = (turn: Turn, state: State, form: Form, tally: Tally) => Promise<Answer>

const warn = (say: string): Answer => ({ toast: { tone: 'warning', say } })

/** Only the township asks, and only of a month that is closed. */
const guarded =
  (step: Step) =>
  async (turn: Turn, state: State, form: Form): Promise<Answer> => {
    const tally = turn.page?.tally
    if (!may(turn.who, state.programme, 'askCorrection', state.township))
      return { toast: await notYours(turn, state.township) }
    if (tally === undefined) return { toast: refusals.notOpen(state.month) }
    if (!tally.closed) return warn(words.notClosed(state.month))
    return step(turn, state, form, tally)
  }

const following = ({ ports: { store } }: Turn, { programme, month }: Pick<State, 'programme' | 'month'>) =>
  store.month(programme, nextMonth(month))

const earlier = ({ ports: { store } }: Turn, { programme, month, township }: TownshipMonth) =>
  store.corrections(programme, month, township)

/** The card that asks which firm it is. */
export const correctionHome = async (turn: Turn, of: TownshipMonth, from = 0): Promise<Card> => {
  const [reports, asked] = await Promise.all([turn.ports.store.reports(of), earlier(turn, of)])
  return correctionChoice(turn.plan, of, { reports, from, asked, at: turn.at })
}

const formOf = async (turn: Turn, report: Report): Promise<Card | undefined> => {
  const expires = correctableTill(turn.plan.programme, await following(turn, report), turn.at)
  return expires === undefined ? undefined : correctionForm(turn.plan, report, { expires })
}

/** One firm's form, or why there is none. */
export const firmCorrection = async (turn: Turn, of: TownshipMonth, code: CreditCode): Promise<Reply> => {
  const report = await turn.ports.store.report(of, code)
  const card = report && (await formOf(turn, report))
  return card ? { card } : { text: report ? words.over(of.month) : words.noFirm }
}

const show: Step = async (turn, state, form) => {
  const code = state.code ?? CreditCode.safeParse(textIn(form, 'firm')).data
  const report = code && (await turn.ports.store.report(state, code))
  if (!report) return warn(words.noFirm)
  const card = await formOf(turn, report)
  return card ? { card } : warn(words.over(state.month))
}

const ask: Step = async (turn, state, form, tally) => {
  const report = turn.page?.reports.find(({ code }) => code === state.code)
  if (report === undefined) return warn(words.noFirm)
  const { programme } = turn.plan
  const [record, month, asked] = await Promise.all([
    turn.ports.store.month(state.programme, state.month),
    following(turn, state),
    earlier(turn, state),
  ])
  const [typed] = typedFirms(programme, [report.code], form)
  const reason = textIn(form, 'reason')
  const done = askCorrection(
    {
      ...{ programme, tally, report, earlier: asked, following: month, record, reason },
      seen: state.seen ?? 0,
      typed: typed?.figures ?? {},
    },
    deedOf(turn, state.township),
  )
  if (done.is === 'asked')
    return {
      changes: [...done.changes, ...(await tellCorrection(turn, done.correction))],
      card: correctionSent(turn.plan, done.correction),
    }
  if (done.is === 'applied')
    return { changes: done.changes, card: correctionApplied(turn.plan, done.correction) }
  if (done.is === 'refused') {
    const expires = correctableTill(programme, month, turn.at) ?? turn.at
    const again = { expires, typed: typed?.figures ?? {}, reason, findings: done.findings }
    return { card: correctionForm(turn.plan, report, again) }
  }
  return { toast: { tone: 'warning', say: said(done, state.month) } }
}

const said = (
  { is }: Exclude<Asked, { is: 'asked' | 'applied' | 'refused' }>,
  month: Month,
): Toast['say'] => {
  switch (is) {
    case 'waiting':
      return words.alreadyAsked
    case 'changed-meanwhile':
      return words.changedMeanwhile
    case 'unchanged':
      return words.unchanged
    case 'no-reason':
      return words.noReason
    case 'not-closed':
      return words.notClosed(month)
    case 'over':
      return words.over(month)
  }
}

const withdraw: Step = async (turn, state, _form, tally) => {
  const correction = state.number && (await turn.ports.store.correction(state, state.number))
  if (!correction) return { toast: refusals.unknownButton }
  const done = withdrawCorrection(tally, correction, deedOf(turn, state.township))
  if (done.is !== 'withdrawn') return warn(words.notWaiting)
  const title = words.withdrawnTitle
  return {
    changes: done.changes,
    card: plainCard(turn.plan, state.month, { title, tone: 'grey', body: words.withdrawn }),
  }
}

/** 申请更正: the township's way to put a closed month right, with figures of its own and a reason. */
export default defineFlow({
  ...askFlow,
  state: State,
  form: z.record(z.string(), z.unknown()),
  page: ({ programme, month, township, code }) => ({ programme, month, township, codes: code ? [code] : [] }),
  steps: {
    choose: guarded(async (turn, state) => ({ card: await correctionHome(turn, state, state.from) })),
    show: guarded(show),
    ask: guarded(ask),
    withdraw: guarded(withdraw),
  },
})
