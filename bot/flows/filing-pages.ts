import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import { FIRMS_BY_FIRM, FIRMS_BY_INDICATOR, filingPage } from '../cards/filing-page.ts'
import { roomFor } from '../cards/filing-room.ts'
import type { FilingState } from '../cards/filing-state.ts'
import type { Card } from '../cards/kit.ts'
import type { Turn } from '../declare.ts'
import { filingToken } from './filing-token.ts'
import type { Tallied } from './filing-turn.ts'
import { type Changed, filed, findBefore, findFromHere, findNext, open, type Search } from './find-firms.ts'

/** A township as it stands after this turn, and what the turn changed. */
export type After = { tally: Tallied; changed?: Changed }
export type Go = (turn: Turn, state: FilingState, after: After) => Promise<Card | undefined>

const pageOf = (
  turn: Turn,
  state: FilingState,
  tally: Tallied,
  reports: readonly Report[],
): Card | undefined => {
  if (reports.length === 0) return undefined
  const { programme, units } = turn.plan
  const page = { programme, townshipName: nameOf(units, state.township), tally, indicator: state.indicator }
  const some = reports.slice(0, roomFor(page, reports, filingToken(state)))
  const shown = { ...state, codes: some.map(({ code }) => code), seen: tally.sequence }
  return filingPage({ ...page, reports: some, state: shown, at: turn.at }, filingToken(shown))
}

const pageSize = (state: FilingState) => (state.indicator === undefined ? FIRMS_BY_FIRM : FIRMS_BY_INDICATOR)

const searchOf = (state: FilingState, { changed, tally }: After): Search => ({
  wanted: state.filed ? filed : open,
  count: pageSize(state),
  counts: tally.counts,
  changed,
})

/** The next firms that fit, around at the end of the roster. */
export const after: Go = async (turn, state, look) =>
  pageOf(turn, state, look.tally, await findNext(turn, state, searchOf(state, look)))

/** The firms before the first one shown, filed or not. */
export const before: Go = async (turn, state, look) =>
  pageOf(turn, state, look.tally, await findBefore(turn, state, searchOf(state, look)))

/** The same place in the other layout: as many firms as it holds, from the first one shown. */
export const otherView: Go = async (turn, state, look) =>
  pageOf(turn, state, look.tally, await findFromHere(turn, state, searchOf(state, look)))
