import { yearOf } from '../../shared/domain/month.ts'
import { visibleTo } from '../../shared/domain/permission.ts'
import type { Report } from '../../shared/domain/report.ts'
import { officerIndicators } from '../cards/filing-indicators.ts'
import type { FilingState } from '../cards/filing-state.ts'
import { firmDetail } from '../cards/firm-detail.ts'
import { firmNone } from '../cards/firm-none.ts'
import type { Answer, Turn } from '../declare.ts'
import { filingFind } from '../words/filing-find.ts'
import { after, type Go, samePage } from './filing-pages.ts'
import { resultCard } from './filing-submit.ts'
import { filingToken } from './filing-token.ts'
import { type Step, take } from './filing-turn.ts'

/** One firm with everything that its officer may see: this month, the months of two years, what is asked. */
export const showDetail: Go = async (turn, state, { tally, changed }) => {
  const { firm } = state
  if (firm === undefined) return undefined
  const { ports, plan, who, at } = turn
  const year = yearOf(state.month)
  const [stored, years] = await Promise.all([
    ports.store.report(state, firm),
    ports.store.years(state.programme, [firm], [year, year - 1]),
  ])
  const report = changed?.get(firm) ?? stored
  if (report === undefined) return undefined
  const token = filingToken({ ...state, seen: tally.sequence, none: undefined })
  const indicators = visibleTo(who, plan.programme, state.township)
  return firmDetail({ plan, report, tally, years, indicators, at }, token)
}

/** Without what was typed on the card: nothing but the firm's own. */
export const detail: Step = async (turn, state, _form, tally) => {
  const card = await showDetail(turn, state, { tally })
  return card ? { card } : { toast: { tone: 'warning', say: filingFind.notInRoster } }
}

/** Back to the page that the firm's card was opened from. */
export const back: Step = async (turn, state, _form, tally) => {
  const card =
    (await samePage(turn, state, { tally })) ?? (await after(turn, { ...state, list: 'all' }, { tally }))
  return card ? { card } : { toast: { tone: 'info', say: filingFind.notInRoster } }
}

const firmOf = ({ page }: Turn, { firm }: FilingState): Report | undefined =>
  page?.reports.find(({ code }) => code === firm)

/** What was chosen, of what is still missing: a figure that is filed is never touched. */
const chosenOf = ({ plan }: Turn, { figures }: Report, chosen: readonly unknown[]) =>
  officerIndicators(plan.programme).filter(({ id }) => chosen.includes(id) && figures[id] === undefined)

/** 本月无, first step: which figures are meant is said once more, with the firm's name. */
export const none: Step = async (turn, state, form) => {
  const report = firmOf(turn, state)
  const chosen = report ? chosenOf(turn, report, Array.isArray(form.none) ? form.none : []) : []
  if (report === undefined || chosen.length === 0)
    return { toast: { tone: 'warning', say: filingFind.noneChosen } }
  return {
    card: firmNone(turn.plan, report, chosen, filingToken({ ...state, none: chosen.map(({ id }) => id) })),
  }
}

/** 本月无, confirmed: a zero for each of them, through the edits like a typed one. */
export const declareNone: Step = async (turn, state, _form, tally): Promise<Answer> => {
  const report = firmOf(turn, state)
  const chosen = report ? chosenOf(turn, report, state.none ?? []) : []
  if (report === undefined) return { toast: { tone: 'warning', say: filingFind.notInRoster } }
  const isStale = report.sequence > state.seen || report.condition !== 'normal'
  if (isStale || chosen.length !== state.none?.length) {
    const card = await showDetail(turn, state, { tally })
    return { ...(card && { card }), toast: { tone: 'warning', say: filingFind.changedMeanwhile } }
  }
  const declared = chosen.map(({ id }) => id)
  const figures = Object.fromEntries(declared.map((id) => [id, '0']))
  const source = { ...(report.source && { source: report.source }) }
  const taken = take(turn, state, source, tally, [{ code: report.code, figures, declared }])
  return { changes: taken.changes, draw: () => resultCard(turn, state, taken) }
}
