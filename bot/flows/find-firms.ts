import type { CreditCode } from '../../shared/domain/enterprise.ts'
import { isDone, type Report } from '../../shared/domain/report.ts'
import type { FilingState } from '../cards/filing-state.ts'
import type { Turn } from '../declare.ts'

/** Where to look: after or before a firm, or from the beginning. */
type From = { after?: CreditCode | undefined; before?: CreditCode | undefined }

/** What this turn has just changed; the store does not know it before the commit. */
export type Changed = ReadonlyMap<CreditCode, Report>

export const isOpen = (report: Report): boolean => !isDone(report.state)
export const isFiled = (report: Report): boolean => isDone(report.state) && report.condition === 'normal'

type Search = {
  fits: (report: Report) => boolean
  from: From
  count: number
  changed?: Changed | undefined
}

/** The next firms in roster order that fit, but for those shown. An officer's own come first where firms are shared out. */
export const findFirms = async (turn: Turn, state: FilingState, search: Search): Promise<Report[]> => {
  const isMine = (report: Report) => report.officer === undefined || report.officer === turn.who.id
  const own = await look(turn, state, { ...search, fits: (report) => search.fits(report) && isMine(report) })
  return own.length > 0 ? own : look(turn, state, search)
}

const look = async (turn: Turn, state: FilingState, { fits, from, count, changed }: Search) => {
  const found: Report[] = []
  let cursor = { ...(from.after && { after: from.after }), ...(from.before && { before: from.before }) }
  while (found.length < count) {
    const stored = await turn.ports.store.nearby(state, cursor, count * 2)
    const some = stored.map((report) => changed?.get(report.code) ?? report)
    found.push(...some.filter((report) => fits(report) && !state.codes.includes(report.code)))
    const last = some.at(-1)
    if (last === undefined || some.length < count * 2) break
    cursor = from.before ? { before: last.code } : { after: last.code }
  }
  return found.slice(0, count).toSorted((a, b) => a.no - b.no)
}

/** The same place again: from the first firm shown, that one included, else from the beginning. */
export const findFromHere = async (
  turn: Turn,
  state: FilingState,
  search: Omit<Search, 'from'>,
): Promise<Report[]> => {
  const [first] = state.codes
  const [previous] = first ? await turn.ports.store.nearby(state, { before: first }, 1) : []
  const here = { ...state, codes: [] }
  const found = await findFirms(turn, here, { ...search, from: previous ? { after: previous.code } : {} })
  return found.length > 0 ? found : findFirms(turn, here, { ...search, from: {} })
}
