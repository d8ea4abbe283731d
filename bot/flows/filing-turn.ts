import { Source } from '../../shared/domain/figures.ts'
import { may } from '../../shared/domain/permission.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Change } from '../../shared/ports.ts'
import { type FirmResult, recordFigures, type TypedFirm } from '../../shared/usecases/record-figures.ts'
import type { Typed } from '../cards/filing-names.ts'
import type { FilingState } from '../cards/filing-state.ts'
import type { Answer, Turn } from '../declare.ts'
import { refusals } from '../words/refusals.ts'
import { completionReceipt } from './completion-receipt.ts'
import { deedOf } from './deed-of.ts'
import type { Changed } from './find-firms.ts'
import { notYours } from './not-yours.ts'
import { tellOverridden } from './tell-overridden.ts'

export type Tallied = Omit<Tally, 'head'>
export type Step = (turn: Turn, state: FilingState, form: Typed, tally: Tally) => Promise<Answer>

/** Only who may file for the township, and only until the close. */
export const guarded =
  (step: Step) =>
  async (turn: Turn, state: FilingState, form: Typed): Promise<Answer> => {
    const tally = turn.page?.tally
    if (!may(turn.who, state.programme, 'file', state.township))
      return { toast: await notYours(turn, state.township) }
    if (tally === undefined) return { toast: refusals.notOpen(state.month) }
    if (tally.closed) return { toast: refusals.closed(state.month, tally.closes) }
    return step(turn, state, form, tally)
  }

/** What came of a page: each firm's result, what to commit, and the township as it stands afterwards. */
export type Taken = { results: FirmResult[]; changes: Change[]; tally: Tallied; changed: Changed }

export const take = (
  turn: Turn,
  state: FilingState,
  form: Typed,
  tally: Tally,
  firms: readonly TypedFirm[],
): Taken => {
  const source = Source.safeParse(form.source)
  const recorded = recordFigures({
    programme: turn.plan.programme,
    tally,
    reports: turn.page?.reports ?? [],
    seen: state.seen,
    firms,
    source: source.success ? source.data : 'firm',
    deed: deedOf(turn, state.township),
  })
  const results: FirmResult[] = recorded.is === 'recorded' ? recorded.results : []
  const settlement = recorded.is === 'recorded' ? recorded.settlement : undefined
  return {
    results,
    changes: settlement
      ? [
          settlement,
          ...completionReceipt(turn, tally, settlement.after),
          ...tellOverridden(turn, results, settlement),
        ]
      : [],
    tally: recorded.tally,
    changed: new Map(settlement?.reports.map(({ after }) => [after.code, after])),
  }
}
