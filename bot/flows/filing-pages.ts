import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import { FIRMS_BY_FIRM, FIRMS_BY_INDICATOR, FIRMS_LACKING, filingPage } from '../cards/filing-page.ts'
import { roomFor } from '../cards/filing-room.ts'
import type { FilingState } from '../cards/filing-state.ts'
import type { Card } from '../cards/kit.ts'
import { fitPage } from '../cards/page-size.ts'
import type { Turn } from '../declare.ts'
import { filingToken } from './filing-token.ts'
import type { Tallied } from './filing-turn.ts'
import {
  type Changed,
  findBefore,
  findFrom,
  findFromHere,
  findNext,
  type Search,
  wantedOf,
} from './find-firms.ts'

/** A township as it stands after this turn, and what the turn changed. */
export type After = { tally: Tallied; changed?: Changed }
export type Go = (turn: Turn, state: FilingState, after: After) => Promise<Card | undefined>

const pageOf = (
  turn: Turn,
  { firm: _, ...state }: FilingState,
  tally: Tallied,
  reports: readonly Report[],
): Card | undefined => {
  if (reports.length === 0) return undefined
  const { programme, units } = turn.plan
  const page = { programme, townshipName: nameOf(units, state.township), tally, indicator: state.indicator }
  const draw = (some: readonly Report[]): Card => {
    const shown = { ...state, codes: some.map(({ code }) => code), seen: tally.sequence }
    return filingPage({ ...page, reports: some, state: shown, at: turn.at }, filingToken(shown))
  }
  const room = roomFor(page, reports, filingToken(state))
  return draw(
    reports.slice(
      0,
      Math.max(
        1,
        fitPage(room, (count) => draw(reports.slice(0, count))),
      ),
    ),
  )
}

const pageSize = ({ indicator, list }: FilingState): number => {
  if (indicator !== undefined) return FIRMS_BY_INDICATOR
  return list === 'missing' ? FIRMS_LACKING : FIRMS_BY_FIRM
}

const searchOf = ({ plan }: Turn, state: FilingState, { changed, tally }: After): Search => {
  const wanted = wantedOf(plan.programme, state)
  return { wanted, count: pageSize(state), counts: tally.counts, changed }
}

/** The next firms that fit, around at the end of the roster. */
export const after: Go = async (turn, state, look) =>
  pageOf(turn, state, look.tally, await findNext(turn, state, searchOf(turn, state, look)))

/** The firms before the first one shown, filed or not; of what is missing only that. */
export const before: Go = async (turn, state, look) =>
  pageOf(turn, state, look.tally, await findBefore(turn, state, searchOf(turn, state, look)))

/** The same place in the other layout or list: as many firms as it holds, from the first one shown. */
export const otherView: Go = async (turn, state, look) =>
  pageOf(turn, state, look.tally, await findFromHere(turn, state, searchOf(turn, state, look)))

/** The firm that was asked for stands first, those that follow it after it. */
export const fromFirm: Go = async (turn, state, look) => {
  const every = { ...state, list: 'all' as const, filed: undefined }
  return pageOf(turn, every, look.tally, await findFrom(turn, every, searchOf(turn, every, look)))
}

/** The page that somebody came from, its firms as they are now. */
export const samePage: Go = async (turn, state, look) => {
  if (state.codes.length === 0) return after(turn, state, look)
  const here = state.codes.flatMap((code) => turn.page?.reports.find((report) => report.code === code) ?? [])
  return pageOf(turn, state, look.tally, here)
}
