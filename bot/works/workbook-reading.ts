import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import { firmFinder, type KnownFirm } from '../../shared/domain/table/firms.ts'
import type { TableLine } from '../../shared/domain/table/rows.ts'
import { TEMPLATE_VERSION } from '../../shared/domain/table/template.ts'
import { fitOf, readMark } from '../../shared/domain/table/template-mark.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { parentOf } from '../../shared/domain/unit.ts'
import type { Sheet, TownshipMonth } from '../../shared/ports.ts'
import type { SentTable } from '../cards/workbook-state.ts'
import type { WorkContext } from '../declare-work.ts'
import { ownTownships } from '../flows/open-townships.ts'
import { refusals } from '../words/refusals.ts'
import { markRefused } from '../words/table.ts'
import { workbookWords } from '../words/workbook.ts'
import { contentOf } from './workbook-content.ts'
import { type Parse, type Parsed, parseSheets, parseText } from './workbook-parse.ts'

type Place = { tally: Tally; reports: readonly Report[] }
export type Lines = Place & {
  is: 'lines'
  lines: readonly TableLine[]
  /** The township's sequence when the table was made, or now for one without a mark of ours. */
  seen: number
  digest: string
  remarks: readonly string[]
}
export type Reading = Lines | { is: 'refused'; say: string } | { is: 'nothing' }

/** Reads what somebody sent, for the township whose firms are in it, or for the one that it was shown for. */
export const readSent = async (
  context: WorkContext,
  sent: SentTable,
  shownFor?: TownshipMonth,
): Promise<Reading> => {
  const places = await placesOf(context, shownFor)
  if ('say' in places) return { is: 'refused', say: places.say }
  const content = await contentOf(context.ports, sent)
  if (content.is === 'refused') return content
  const { programme } = context.plan
  const { month } = places[0].tally
  const marked = content.is === 'sheets' ? ofMark(content.sheets, places) : { places }
  if ('say' in marked) return { is: 'refused', say: marked.say }
  const parse =
    content.is === 'sheets'
      ? parseSheets(content.sheets, { programme, month })
      : parseText(content.text, { programme, month })
  const parsed = await parseAmong(context, parse, marked.places)
  if (parsed.is !== 'lines') return parsed
  const place = placeIn(parsed.lines, marked.places)
  if (place === undefined) return { is: 'refused', say: workbookWords.severalTownships }
  if (shownFor && place.tally.township !== shownFor.township)
    return { is: 'refused', say: workbookWords.otherTable }
  const { sequence } = place.tally
  // What is said in the file proves nothing: from later than now it cannot be.
  const seen = Math.min(marked.seen ?? sequence, sequence)
  return { ...parsed, ...place, seen, digest: content.digest }
}

type Places = readonly [Place, ...Place[]]

type Said = { say: string }

/** Open townships of the newest month; once a table was shown, the same ones, whatever has been closed since. */
const placesOf = async (context: WorkContext, shownFor?: TownshipMonth): Promise<Places | Said> => {
  const own = await ownTownships(context, shownFor?.month)
  const all = own?.tallies ?? []
  if (shownFor && !all.some(({ township }) => township === shownFor.township))
    return { say: refusals.notYours(nameOf(context.plan.units, shownFor.township)).say }
  const meant = shownFor ? all : all.filter(({ closed }) => !closed)
  const reading = meant.map(async (tally) => ({ tally, reports: await context.ports.store.reports(tally) }))
  const [first, ...others] = await Promise.all(reading)
  if (first) return [first, ...others]
  const [closed] = all
  return { say: closed ? refusals.closed(closed.month, closed.closes).say : workbookWords.notForYou }
}

/** A template of ours says for which township and month it was made, and from what. */
const ofMark = (sheets: readonly Sheet[], places: Places): Said | { places: Places; seen?: number } => {
  const read = readMark(sheets)
  const [{ tally }] = places
  if (read.is === 'none') return { places }
  if (read.is === 'damaged') return { say: markRefused(read, tally.month) ?? '' }
  const meant = places.find((place) => place.tally.township === read.mark.township)
  const { programme, month, township } = (meant ?? places[0]).tally
  const say = markRefused(fitOf(read.mark, { programme, month, township, version: TEMPLATE_VERSION }), month)
  return say === undefined && meant ? { places: [meant], seen: read.mark.seen } : { say: say ?? '' }
}

/** The firms of the neighbours are read only where a row's firm is not found. */
const parseAmong = async ({ ports, plan }: WorkContext, parse: Parse, places: Places): Promise<Parsed> => {
  const roster: KnownFirm[] = places.flatMap(({ reports }) =>
    reports.map(({ code, name }) => ({ code, name })),
  )
  const first = parse(roster, firmFinder(roster))
  const isLost = first.is === 'lines' && first.lines.some(({ problem }) => problem?.why === 'unknown-firm')
  const district = parentOf(places[0].tally.township)
  if (!isLost || district === undefined) return first
  const own = new Set(roster.map(({ code }) => code))
  const all = await ports.store.enterprises(plan.programme.id, district)
  return parse(
    roster,
    firmFinder(
      roster,
      all.filter(({ code }) => !own.has(code)),
    ),
  )
}

/** The one township whose firms are in it; undefined where there are several. */
const placeIn = (lines: readonly TableLine[], places: Places): Place | undefined => {
  const codes = new Set(lines.flatMap(({ code }) => code ?? []))
  const meant = places.filter(({ reports }) => reports.some(({ code }) => codes.has(code)))
  return meant.length > 1 ? undefined : (meant[0] ?? places[0])
}
