import { nameOf } from '../../shared/domain/plan.ts'
import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import { typedFirms } from '../cards/filing-names.ts'
import { filingResult } from '../cards/filing-result.ts'
import type { FilingState } from '../cards/filing-state.ts'
import type { Card } from '../cards/kit.ts'
import type { Turn } from '../declare.ts'
import { filing } from '../words/filing.ts'
import { isKept } from '../words/result-title.ts'
import type { After, Go } from './filing-pages.ts'
import { filingToken } from './filing-token.ts'
import { type Step, type Taken, take } from './filing-turn.ts'
import { findNext, open } from './find-firms.ts'
import { namesOf } from './names-of.ts'

/**
 * Takes in what was typed, then goes where the button leads; a page with something to mend is shown first. `nothing` is
 * said where nothing was typed and the button leads nowhere.
 */
export const submitted =
  (go: Go | undefined, nothing?: string): Step =>
  async (turn, state, form, tally) => {
    const firms = typedFirms(turn.plan.programme, state.codes, form).map((firm) => ({
      ...firm,
      ...(state.contested?.codes.includes(firm.code) && { contested: true }),
    }))
    const taken = take(turn, state, form, tally, firms)
    if (go === undefined && taken.results.every((result) => result.is === 'untouched' && !isKept(result)))
      return { toast: { tone: 'info', say: filing.untouched } }
    const there = taken.results.some(isLeft) ? undefined : go
    const shown = () => there?.(turn, { ...state, contested: undefined }, taken)
    if (nothing !== undefined && taken.changes.length === 0 && there) {
      const card = await shown()
      return card ? { card } : { toast: { tone: 'info', say: nothing } }
    }
    return { changes: taken.changes, draw: async () => (await shown()) ?? resultCard(turn, state, taken) }
  }

/** Refused, contested, with a filed figure emptied, or sent back and neither changed nor explained: it would only come back. */
export const isLeft = (result: FirmResult): boolean =>
  result.is === 'refused' ||
  result.is === 'superseded' ||
  isKept(result) ||
  (result.is === 'same' && result.report.state === 'returned') ||
  (result.is === 'stored' && result.report.state === 'returned' && result.explanation !== undefined)

const SHOWN_NEXT = 3

/** What came of a page, with what is left to do; `again`: the questions of what was filed before. */
export const resultCard = async (
  turn: Turn,
  { firm: _, none: __, ...state }: FilingState,
  { results, tally, changed }: Pick<Taken, 'results' | 'tally'> & After,
  again = false,
): Promise<Card> => {
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
