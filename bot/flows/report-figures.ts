import * as z from 'zod'
import { nameOf } from '../../shared/domain/plan.ts'
import { openQuestions } from '../../shared/domain/report.ts'
import { judgeStored } from '../../shared/domain/rules/judge.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import { textIn, typedFirms } from '../cards/filing-names.ts'
import { filingResult } from '../cards/filing-result.ts'
import { FilingState } from '../cards/filing-state.ts'
import { defineFlow, type Turn } from '../declare.ts'
import { filing } from '../words/filing.ts'
import { isKept } from '../words/result-title.ts'
import { chooseFirm } from './change-condition.ts'
import { homeOf } from './filing-home.ts'
import { type After, after, before, type Go, otherView } from './filing-pages.ts'
import { filingFlow, filingToken } from './filing-token.ts'
import { guarded, type Step, type Taken, take } from './filing-turn.ts'
import { findNext, open } from './find-firms.ts'
import { namesOf } from './names-of.ts'

/** Takes in what was typed, then goes where the button leads; a page with something to mend is shown first. */
const submitted =
  (go: Go | undefined): Step =>
  async (turn, state, form, tally) => {
    const firms = typedFirms(turn.plan.programme, state.codes, form).map((firm) => ({
      ...firm,
      ...(state.contested?.codes.includes(firm.code) && { contested: true }),
    }))
    const taken = take(turn, state, form, tally, firms)
    if (go === undefined && taken.results.every((result) => result.is === 'untouched' && !isKept(result)))
      return { toast: { tone: 'info', say: filing.untouched } }
    const there = taken.results.some(isLeft) ? undefined : go
    const draw = async () =>
      (await there?.(turn, { ...state, contested: undefined }, taken)) ?? resultCard(turn, state, taken)
    return { changes: taken.changes, draw }
  }

/** Refused, contested, with a filed figure emptied, or sent back and neither changed nor explained: it would only come back. */
const isLeft = (result: FirmResult): boolean =>
  result.is === 'refused' ||
  result.is === 'superseded' ||
  isKept(result) ||
  (result.is === 'same' && result.report.state === 'returned') ||
  (result.is === 'stored' && result.report.state === 'returned' && result.explanation !== undefined)

const SHOWN_NEXT = 3

const resultCard = async (
  turn: Turn,
  state: FilingState,
  { results, tally, changed }: Pick<Taken, 'results' | 'tally'> & After,
  again = false,
) => {
  const names = await namesOf(turn, results)
  // What 接着填 opens, without what is to be mended on this very card.
  const mending = results.flatMap((result) => (result.is === 'refused' ? [result.report.code] : []))
  const search = { wanted: open, count: SHOWN_NEXT + mending.length, counts: tally.counts, changed }
  const ahead = names.size > 0 ? [] : await findNext(turn, { ...state, codes: [] }, search)
  return filingResult(
    {
      programme: turn.plan.programme,
      townshipName: nameOf(turn.plan.units, state.township),
      tally,
      results,
      names,
      by: turn.who.name,
      at: turn.at,
      nextUp: ahead.filter(({ code }) => !mending.includes(code)).slice(0, SHOWN_NEXT),
      indicator: state.indicator,
      again,
    },
    filingToken({ ...state, contested: undefined }),
  )
}

/** The officer's own figures after all, with a reason that stays on the record; the card's other firms are sent too. */
const mine: Step = async (turn, state, form, tally) => {
  const reason = textIn(form, 'override').trim()
  if (reason === '') return { toast: { tone: 'warning', say: filing.noOverrideReason } }
  const seen = state.contested?.seen ?? state.seen
  const chosen = typedFirms(turn.plan.programme, state.codes, form).map((firm) =>
    state.contested?.codes.includes(firm.code) ? { ...firm, override: { reason, seen } } : firm,
  )
  const taken = take(turn, state, form, tally, chosen)
  return { changes: taken.changes, draw: () => resultCard(turn, state, taken) }
}

/** The colleague's figures stand; the card's other firms are sent. */
const theirs: Step = async (turn, state, form, tally) => {
  const others = state.codes.filter((code) => !state.contested?.codes.includes(code))
  const taken = take(turn, state, form, tally, typedFirms(turn.plan.programme, others, form))
  const fresh = { ...state, codes: [], contested: undefined, filed: undefined }
  const draw = async () =>
    (taken.results.some(isLeft) ? undefined : await after(turn, fresh, taken)) ??
    resultCard(turn, state, taken)
  return { changes: taken.changes, draw }
}

const show =
  (patch: Partial<FilingState>, nothing: string): Step =>
  async (turn, state, _form, tally) => {
    const card = await after(turn, { ...state, ...patch, codes: [] }, { tally })
    return card ? { card } : { toast: { tone: 'info', say: nothing } }
  }

/** Back to where the officer's month begins. */
const home: Step = async (turn, { programme, month }) => {
  const card = await homeOf(turn, await turn.ports.store.tallies(programme, month))
  return card ? { card } : { toast: { tone: 'info', say: filing.nothingLeft } }
}

const explain: Step = async (turn, state, _form, tally: Tally) => {
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
  return { card: await resultCard(turn, state, { results, tally }, true) }
}

/** The card on which an officer files a township's month, a page of firms at a time. */
export default defineFlow({
  ...filingFlow,
  state: FilingState,
  form: z.record(z.string(), z.unknown()),
  page: ({ programme, month, township, codes }) => ({ programme, month, township, codes }),
  steps: {
    rest: guarded(show({ filed: undefined }, filing.nothingLeft)),
    filed: guarded(show({ filed: true }, filing.nothingFiled)),
    home: guarded(home),
    submit: guarded(submitted(undefined)),
    next: guarded(submitted(after)),
    previous: guarded(submitted(before)),
    view: guarded(submitted(otherView)),
    halt: guarded(submitted(chooseFirm)),
    mine: guarded(mine),
    theirs: guarded(theirs),
    explain: guarded(explain),
    later: guarded(async () => ({ toast: { tone: 'info', say: filing.later } })),
  },
})
