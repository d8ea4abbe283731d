import type { CreditCode } from '../../shared/domain/enterprise.ts'
import { ownerOf } from '../../shared/domain/person.ts'
import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import { isDone, type Report } from '../../shared/domain/report.ts'
import { type Counts, doneCount, openCount } from '../../shared/domain/tally.ts'
import { lackingOf, officerIndicators } from '../cards/filing-indicators.ts'
import type { FilingState } from '../cards/filing-state.ts'
import type { Turn } from '../declare.ts'

/** What this turn has just changed; the store does not know it before the commit. */
export type Changed = ReadonlyMap<CreditCode, Report>

/**
 * Which firms are looked for, and how many of a township they are; where `atMost`, no more than that, and they may lie
 * anywhere.
 */
type Wanted = { fits: (report: Report) => boolean; among: (counts: Counts) => number; atMost?: true }

export const open: Wanted = { fits: (report) => !isDone(report.state), among: openCount }
/** What was filed and may be changed, and with it what was sent back. */
export const filed: Wanted = {
  fits: ({ state, condition }) => state === 'returned' || (isDone(state) && condition === 'normal'),
  among: (counts) => doneCount(counts) - counts.by.inactive + counts.by.returned,
}
/** Whatever was filed or not; firms that stand still owe nothing. */
const everyFirm: Wanted = {
  fits: ({ state }) => state !== 'inactive',
  among: ({ firms, by }) => firms - by.inactive,
}
/** What is missing of these figures, or asked about them. */
const lacking = (indicators: readonly Indicator[]): Wanted => ({
  fits: (report) => lackingOf(report, indicators).length > 0,
  among: (counts) => openCount(counts) + counts.questioned,
  atMost: true,
})

/** What a card goes through, as its state says. */
export const wantedOf = (
  programme: Programme,
  { list, filed: isFiled, indicator }: Pick<FilingState, 'list' | 'filed' | 'indicator'>,
): Wanted => {
  if (list === 'all') return everyFirm
  if (list === 'missing')
    return lacking(officerIndicators(programme).filter(({ id }) => (indicator ?? id) === id))
  return isFiled ? filed : open
}

export type Search = {
  wanted: Wanted
  count: number
  /** The township's counts after this turn. */
  counts: Counts
  changed?: Changed | undefined
}

/** The firms on the card, as they are after this turn. */
const shown = ({ page }: Turn, { codes }: FilingState, changed?: Changed): Report[] =>
  codes.flatMap((code) => changed?.get(code) ?? page?.reports.find((report) => report.code === code) ?? [])

/** An officer's own come first where firms are shared out. */
const ownFirst = ({ who, page }: Turn, reports: readonly Report[]): readonly Report[] => {
  const owner = page && ownerOf(who, page.tally.programme, page.tally.township)
  const own = reports.filter(({ officer }) => officer === undefined || officer === owner)
  return own.length > 0 ? own : reports
}

/** The next firms in roster order after the card's last one; from the beginning where none is left behind it. */
export const findNext = async (
  turn: Turn,
  state: FilingState,
  { wanted, count, counts, changed }: Search,
): Promise<Report[]> => {
  const here = shown(turn, state, changed)
  const left = wanted.among(counts) - here.filter(wanted.fits).length
  if (left <= 0) return []
  const last = here.at(-1)
  const behind = counts.firms - (last?.no ?? 0)
  const choose = (some: readonly Report[]): Report[] => {
    const fitting = some
      .map((report) => changed?.get(report.code) ?? report)
      .filter((report) => wanted.fits(report) && !state.codes.includes(report.code))
    const after = fitting.filter(({ no }) => no > (last?.no ?? 0))
    return ownFirst(turn, after.length > 0 ? after : fitting).slice(0, count)
  }
  /** So many lie between here and enough of them, if those in the way that do not fit all come first. */
  const enough = count + Math.max(0, behind - left)
  const isSharedOut = here.some(({ officer }) => officer !== undefined)
  if (enough < behind && !isSharedOut && !wanted.atMost) {
    const some = await turn.ports.store.nearby(state, last ? { after: last.code } : {}, enough)
    const found = choose(some)
    if (found.length > 0 && some.every(({ officer }) => officer === undefined)) return found
  }
  return choose(await turn.ports.store.nearby(state, {}, counts.firms))
}

/** The firms before the card's first one, filed or not; of what may lie anywhere only what is looked for. */
export const findBefore = async (
  turn: Turn,
  state: FilingState,
  { wanted, count, counts, changed }: Omit<Search, 'wanted'> & { wanted?: Wanted },
): Promise<Report[]> => {
  const [first] = shown(turn, state, changed)
  if (first === undefined || first.no <= 1) return []
  const isSharedOut = first.officer !== undefined
  const limit = isSharedOut || wanted?.atMost ? counts.firms : count
  const all = await turn.ports.store.nearby(state, { before: first.code }, limit)
  const some = wanted?.atMost ? all.filter(wanted.fits) : all
  return [...ownFirst(turn, some)].slice(0, count).toSorted((a, b) => a.no - b.no)
}

/** This firm, whatever its state, and those that follow it. */
export const findFrom = async (
  turn: Turn,
  { firm, ...of }: FilingState,
  { wanted, count, changed }: Search,
): Promise<Report[]> => {
  if (firm === undefined) return []
  const [one, following] = await Promise.all([
    turn.ports.store.report(of, firm),
    turn.ports.store.nearby(of, { after: firm }, 2 * count),
  ])
  const now = [...(one ? [one] : []), ...following].map((report) => changed?.get(report.code) ?? report)
  return now.filter((report) => report.code === firm || wanted.fits(report)).slice(0, count)
}

/** The same place again: the firms shown that fit, and those that follow them. */
export const findFromHere = async (turn: Turn, state: FilingState, search: Search): Promise<Report[]> => {
  const here = shown(turn, state, search.changed).filter(search.wanted.fits)
  if (here.length >= search.count) return here.slice(0, search.count)
  const last = shown(turn, state, search.changed).at(-1)
  const more = await findNext(turn, state, { ...search, count: search.count - here.length })
  return [...here, ...more.filter(({ no }) => here.length === 0 || no > (last?.no ?? 0))]
}
