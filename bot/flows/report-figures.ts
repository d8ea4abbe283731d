import * as z from 'zod'
import { openQuestions } from '../../shared/domain/report.ts'
import { judgeStored } from '../../shared/domain/rules/judge.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import { textIn, typedFirms } from '../cards/filing-names.ts'
import { FilingState } from '../cards/filing-state.ts'
import { defineFlow } from '../declare.ts'
import { filing } from '../words/filing.ts'
import { filingFind } from '../words/filing-find.ts'
import { chooseFirm } from './change-condition.ts'
import { back, declareNone, detail, none, showDetail } from './filing-detail.ts'
import { forward } from './filing-forward.ts'
import { homeOf } from './filing-home.ts'
import { after, before, fromFirm, otherView } from './filing-pages.ts'
import { find, findDetail } from './filing-search.ts'
import { isLeft, resultCard, submitted } from './filing-submit.ts'
import { filingFlow } from './filing-token.ts'
import { guarded, type Step, take } from './filing-turn.ts'

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

/** The open ones again, or what is missing; 查看、修改已报 shows what is filed and nothing else. */
const show =
  (patch: Partial<FilingState>, nothing: string): Step =>
  async (turn, state, _form, tally) => {
    const list = patch.filed || state.list === 'all' ? undefined : state.list
    const card = await after(turn, { ...state, ...patch, list, codes: [] }, { tally })
    return card ? { card } : { toast: { tone: 'info', say: nothing } }
  }

/** Back to where the officer's month begins. */
const home: Step = async (turn, { programme, month }) => {
  const card = await homeOf(turn, await turn.ports.store.tallies(programme, month))
  return card ? { card } : { toast: { tone: 'info', say: filing.nothingLeft } }
}

const explain: Step = async (turn, state, _form, tally: Tally) => {
  const reports = (await turn.ports.store.reports(state)).filter(
    (report) => openQuestions(report).length > 0 && (state.firm ?? report.code) === report.code,
  )
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
  page: ({ programme, month, township, codes, firm }) => {
    const read = firm === undefined ? codes : [...new Set([...codes, firm])]
    return { programme, month, township, codes: read }
  },
  steps: {
    rest: guarded(show({ filed: undefined }, filing.nothingLeft)),
    filed: guarded(show({ filed: true }, filing.nothingFiled)),
    home: guarded(home),
    submit: guarded(submitted(undefined)),
    next: guarded(submitted(after)),
    previous: guarded(submitted(before)),
    view: guarded(submitted(otherView, filingFind.notMissing)),
    find: guarded(find),
    'find-detail': guarded(findDetail),
    begin: guarded(submitted(fromFirm)),
    'row-detail': guarded(submitted(showDetail)),
    detail: guarded(detail),
    back: guarded(back),
    none: guarded(none),
    'declare-none': guarded(declareNone),
    forward: guarded(forward),
    halt: guarded(submitted(chooseFirm)),
    mine: guarded(mine),
    theirs: guarded(theirs),
    explain: guarded(explain),
    later: guarded(async () => ({ toast: { tone: 'info', say: filing.later } })),
  },
})
