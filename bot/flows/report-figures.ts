import * as z from 'zod'
import { Source } from '../../shared/domain/figures.ts'
import { may } from '../../shared/domain/permission.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { isDone, openQuestions, type Report } from '../../shared/domain/report.ts'
import { judgeStored } from '../../shared/domain/rules/judge.ts'
import { openCount, type Tally } from '../../shared/domain/tally.ts'
import type { Change } from '../../shared/ports.ts'
import { type FirmResult, recordFigures, type TypedFirm } from '../../shared/usecases/record-figures.ts'
import { type Typed, textIn, typedFirms } from '../cards/filing-names.ts'
import { FIRMS_BY_FIRM, FIRMS_BY_INDICATOR, filingPage } from '../cards/filing-page.ts'
import { filingResult } from '../cards/filing-result.ts'
import { FilingState, type FilingToken } from '../cards/filing-state.ts'
import type { Card } from '../cards/kit.ts'
import { type Answer, defineFlow, type Turn } from '../declare.ts'
import { filing } from '../words/filing.ts'
import { refusals } from '../words/refusals.ts'
import { completionReceipt } from './completion-receipt.ts'
import { namesOf } from './names-of.ts'

const id = 'report-figures'
const version = 1

export const filingToken =
  (state: FilingState): FilingToken =>
  (step, patch) => ({ flow: id, version, step, state: { ...state, ...patch } })

type Tallied = Pick<Tally, 'counts' | 'due' | 'month' | 'sequence' | 'explainBy' | 'township' | 'programme'>
type Step = (turn: Turn, state: FilingState, form: Typed, tally: Tally) => Promise<Answer>

/** Only who may file for the township, and only until the close. */
const guarded =
  (step: Step) =>
  async (turn: Turn, state: FilingState, form: Typed): Promise<Answer> => {
    const tally = turn.page?.tally
    if (!may(turn.who, state.programme, 'file', state.township))
      return { toast: refusals.notYours(nameOf(turn.plan.units, state.township)) }
    if (tally === undefined) return { toast: refusals.notOpen(state.month) }
    if (tally.closed) return { toast: refusals.closed(state.month, tally.closes) }
    return step(turn, state, form, tally)
  }

/** Takes in what was typed, then goes where the button leads; a page with something to mend is shown first. */
const submitted =
  (go: (turn: Turn, state: FilingState, tally: Tallied) => Promise<Card | undefined>): Step =>
  async (turn, state, form, tally) => {
    const contested = state.contested
    const firms = typedFirms(turn.plan.programme, state.codes, form).map((firm) => ({
      ...firm,
      ...(contested?.codes.includes(firm.code) && { contested: true }),
    }))
    const { results, changes, tally: after } = record(turn, state, form, tally, firms)
    const mending = results.some(({ is }) => is === 'refused' || is === 'superseded')
    const card = mending ? undefined : await go(turn, { ...state, contested: undefined }, after)
    return { changes, card: card ?? (await resultCard(turn, state, results, after)) }
  }

const record = (turn: Turn, state: FilingState, form: Typed, tally: Tally, firms: readonly TypedFirm[]) => {
  const source = Source.safeParse(form.source)
  const recorded = recordFigures({
    programme: turn.plan.programme,
    tally,
    reports: turn.page?.reports ?? [],
    seen: state.seen,
    firms,
    source: source.success ? source.data : 'firm',
    deed: { by: turn.who.id, at: turn.at, via: turn.via },
  })
  const results: FirmResult[] = recorded.is === 'recorded' ? recorded.results : []
  const settlement = recorded.is === 'recorded' ? recorded.settlement : undefined
  const changes: Change[] = settlement
    ? [settlement, ...completionReceipt(turn, tally, settlement.after)]
    : []
  return { results, changes, tally: recorded.tally }
}

const resultCard = async (turn: Turn, state: FilingState, results: readonly FirmResult[], tally: Tallied) =>
  filingResult(
    {
      programme: turn.plan.programme,
      townshipName: nameOf(turn.plan.units, state.township),
      tally,
      results,
      names: await namesOf(turn, results),
      by: turn.who.name,
      at: turn.at,
      nextUp:
        openCount(tally.counts) > 0 ? await firms(turn, state, isOpen, { after: state.codes.at(-1) }, 3) : [],
    },
    filingToken({ ...state, contested: undefined }),
  )

/** The officer's own figures after all, with a reason that stays on the record. */
const mine: Step = async (turn, state, form, tally) => {
  const reason = textIn(form, 'override').trim()
  if (reason === '') return { toast: { tone: 'warning', say: filing.noOverrideReason } }
  const seen = state.contested?.seen ?? state.seen
  const typed = typedFirms(turn.plan.programme, state.contested?.codes ?? [], form)
  const chosen = typed.map((firm) => ({ ...firm, override: { reason, seen } }))
  const { results, changes, tally: after } = record(turn, state, form, tally, chosen)
  return { changes, card: await resultCard(turn, state, results, after) }
}

const isOpen = (report: Report): boolean => !isDone(report.state)
const isFiled = (report: Report): boolean => isDone(report.state) && report.condition === 'normal'

type From = { after?: Report['code'] | undefined; before?: Report['code'] | undefined }

/** The next firms in roster order that fit. An officer's own come first where the township shares its firms out. */
const firms = async (
  turn: Turn,
  state: FilingState,
  fits: (report: Report) => boolean,
  from: From,
  count: number,
) => {
  const isMine = (report: Report) => report.officer === undefined || report.officer === turn.who.id
  const own = await search(turn, state, (report) => fits(report) && isMine(report), from, count)
  return own.length > 0 ? own : search(turn, state, fits, from, count)
}

const search = async (
  turn: Turn,
  state: FilingState,
  fits: (report: Report) => boolean,
  from: From,
  count: number,
) => {
  const found: Report[] = []
  let cursor = { ...(from.after && { after: from.after }), ...(from.before && { before: from.before }) }
  while (found.length < count) {
    const some = await turn.ports.store.nearby(state, cursor, count * 2)
    found.push(...some.filter((report) => fits(report) && !state.codes.includes(report.code)))
    const last = some.at(-1)
    if (last === undefined || some.length < count * 2) break
    cursor = from.before ? { before: last.code } : { after: last.code }
  }
  return found.slice(0, count).toSorted((a, b) => a.no - b.no)
}

const pageOf = (
  turn: Turn,
  state: FilingState,
  tally: Tallied,
  reports: readonly Report[],
): Card | undefined => {
  if (reports.length === 0) return undefined
  const shown = { ...state, codes: reports.map(({ code }) => code), seen: tally.sequence }
  const townshipName = nameOf(turn.plan.units, state.township)
  return filingPage(
    { programme: turn.plan.programme, townshipName, tally, reports, state: shown },
    filingToken(shown),
  )
}

const pageSize = (state: FilingState) => (state.indicator === undefined ? FIRMS_BY_FIRM : FIRMS_BY_INDICATOR)

const after = async (turn: Turn, state: FilingState, tally: Tallied) => {
  const fits = state.filed ? isFiled : isOpen
  const next = await firms(turn, state, fits, { after: state.codes.at(-1) }, pageSize(state))
  const around = next.length > 0 ? next : await firms(turn, state, fits, {}, pageSize(state))
  return pageOf(turn, state, tally, around)
}

const before = async (turn: Turn, state: FilingState, tally: Tallied) =>
  pageOf(
    turn,
    state,
    tally,
    await firms(turn, state, () => true, { before: state.codes[0] }, pageSize(state)),
  )

/** The same place in the other layout: as many firms as it holds, from the first one shown. */
const otherView = async (turn: Turn, state: FilingState, tally: Tallied) =>
  pageOf(
    turn,
    state,
    tally,
    await firms(turn, { ...state, codes: [] }, state.filed ? isFiled : isOpen, {}, pageSize(state)),
  )

const show =
  (patch: Partial<FilingState>, nothing: string): Step =>
  async (turn, state, _form, tally) => {
    const card = await after(turn, { ...state, ...patch, codes: [] }, tally)
    return card ? { card } : { toast: { tone: 'info', say: nothing } }
  }

const explain: Step = async (turn, state, _form, tally) => {
  const reports = (await turn.ports.store.reports(state)).filter((report) => openQuestions(report).length > 0)
  if (reports.length === 0) return { toast: { tone: 'info', say: filing.nothingToExplain } }
  const results = reports.map(
    (report): FirmResult => ({
      is: 'same',
      report,
      findings: judgeStored(turn.plan.programme, report),
      typed: { code: report.code, figures: {} },
    }),
  )
  return { card: await resultCard(turn, state, results, tally) }
}

/** The card on which an officer files a township's month, a page of firms at a time. */
export default defineFlow({
  id,
  version,
  state: FilingState,
  form: z.record(z.string(), z.unknown()),
  page: ({ programme, month, township, codes }) => ({ programme, month, township, codes }),
  steps: {
    rest: guarded(show({ filed: undefined }, filing.nothingLeft)),
    filed: guarded(show({ filed: true }, filing.nothingFiled)),
    submit: guarded(submitted(async () => undefined)),
    next: guarded(submitted(after)),
    previous: guarded(submitted(before)),
    view: guarded(submitted(otherView)),
    mine: guarded(mine),
    theirs: guarded(show({ filed: undefined }, filing.nothingLeft)),
    explain: guarded(explain),
  },
})
