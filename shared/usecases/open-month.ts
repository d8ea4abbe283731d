import { foldShares } from '../domain/difficulty.ts'
import { type Enterprise, isOnRoster, placeIn } from '../domain/enterprise.ts'
import type { Instant } from '../domain/instant.ts'
import { type Month, previousMonth, yearOf } from '../domain/month.ts'
import { OpenId } from '../domain/person.ts'
import { townshipsUnder } from '../domain/plan.ts'
import { foldReports, GENESIS, type Tally } from '../domain/tally.ts'
import type { Unit, UnitPath } from '../domain/unit.ts'
import type { Change, MonthRecord, Plan, Ports } from '../ports.ts'
import { expectedReport, historiesOf } from './expected-report.ts'
import { planPushes, pushesTo } from './plan-pushes.ts'
import { settle } from './settle.ts'

export type Opening = {
  firms: number
  /** Firms that the roster gains and loses against the month before. */
  joined: readonly Enterprise[]
  left: readonly Enterprise[]
  /** Firms that report elsewhere, or under another name, than the month before. */
  moved: readonly { firm: Enterprise; from: UnitPath; to: UnitPath }[]
  renamed: readonly { firm: Enterprise; was: string }[]
  withoutOfficer: readonly Unit[]
}

/** What city staff are shown before they press 开表. */
export const prepareOpening = async ({ store }: Ports, plan: Plan, month: Month): Promise<Opening> => {
  const { id, city } = plan.programme
  const [firms, officers] = await Promise.all([
    store.enterprises(id, city),
    store.people(id, { role: 'officer' }),
  ])
  const staffed = new Set(officers.map((officer) => officer.unit))
  const before = previousMonth(month)
  const staying = firms.filter((firm) => isOnRoster(firm, month) && isOnRoster(firm, before))
  return {
    firms: firms.filter((firm) => isOnRoster(firm, month)).length,
    moved: staying
      .map((firm) => ({ firm, from: placeIn(firm, before).unit, to: placeIn(firm, month).unit }))
      .filter(({ from, to }) => from !== to),
    renamed: staying.flatMap((firm) =>
      firm.formerly?.until === before ? [{ firm, was: firm.formerly.name }] : [],
    ),
    joined: firms.filter((firm) => isOnRoster(firm, month) && !isOnRoster(firm, before)),
    left: firms.filter((firm) => isOnRoster(firm, before) && !isOnRoster(firm, month)),
    withoutOfficer: townshipsUnder(plan.units, city, month).filter((unit) => !staffed.has(unit.path)),
  }
}

export type Confirmed =
  | { is: 'opening'; changes: Change[] }
  | { is: 'already'; by?: OpenId }
  /** The month would be closed in the same moment, with nothing in it. */
  | { is: 'too-late' }

/** The press on 开表: from here on the agenda freezes township by township and asks. */
export const confirmOpening = (record: MonthRecord, by: OpenId, at: Instant): Confirmed => {
  if (record.state !== 'confirming') return { is: 'already', ...(record.openedBy && { by: record.openedBy }) }
  if (at >= record.closes) return { is: 'too-late' }
  const after: MonthRecord = { ...record, revision: record.revision + 1, state: 'opening', openedBy: by }
  return { is: 'opening', changes: [{ is: 'month', before: record, after }] }
}

/** How many years of history an edit looks at. */
const YEARS_BACK = 2

/**
 * Freezes one township's roster with the reference values that edits need, then opens its tally. Reports are written
 * first and nobody can file before the tally is there, so a run that was cut off is simply run again; the tally is
 * counted over what is stored.
 */
export const freezeTownship = async (
  ports: Ports,
  record: MonthRecord,
  unit: Unit,
  at: Instant,
): Promise<void> => {
  const { programme, month, due, explainBy, closes } = record
  const of = { programme, month, township: unit.path }
  if (await ports.store.tally(of)) return
  const firms = (await ports.store.enterprises(programme, unit.path))
    .filter((firm) => isOnRoster(firm, month) && placeIn(firm, month).unit === unit.path)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => yearOf(month) - back)
  const histories = historiesOf(
    await ports.store.years(
      programme,
      firms.map((firm) => firm.code),
      years,
    ),
  )
  await ports.store.freeze(
    firms.map((firm, index) => expectedReport(of, firm, index + 1, histories.get(firm.code) ?? new Map())),
  )
  const reports = await ports.store.reports(of)
  const counts = foldReports(reports, due)
  const shares = foldShares(reports)
  const before = await ports.store.tally({ ...of, month: previousMonth(month) })
  const head = before?.head ?? GENESIS
  const tally: Tally = {
    ...of,
    ...{ sequence: 0, head, due, explainBy, closes, closed: false, counts },
    ...(shares && { shares }),
  }
  const opening = settle(tally, [], { by: record.openedBy ?? AGENDA, at, via: 'agenda', move: 'open' })
  await ports.store.commit([{ ...opening, roster: reports }])
}

/** One card for each officer, however many townships are theirs. */
export const askOfficers = async (ports: Ports, plan: Plan, month: Month, at: Instant): Promise<void> =>
  planPushes(
    ports,
    await pushesTo(ports, plan, {
      kind: 'ask',
      month,
      at,
      roles: ['officer'],
      unit: plan.programme.city,
      proactive: true,
    }),
  )

/** Who acts when nobody pressed: the agenda itself. */
export const AGENDA = OpenId.parse('agenda')
