import { SCALE } from '../../../shared/domain/amount.ts'
import type { CreditCode, Enterprise } from '../../../shared/domain/enterprise.ts'
import { type Month, monthNumber, monthsFrom, previousMonth, yearOf } from '../../../shared/domain/month.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { levelOf, parentOf, type Unit, type UnitPath } from '../../../shared/domain/unit.ts'
import type { Plan, YearOfFigures } from '../../../shared/ports.ts'
import { makeChats } from './chats.ts'
import type { City } from './city.ts'
import { inventedCode } from './invented-code.ts'
import { contactsOf, makePeople } from './people.ts'
import { pickWeighted, stream } from './random.ts'
import { type RealFirm, readRealFirms } from './real-firms.ts'
import { shareOut, townshipsOf } from './share-out.ts'
import { tierOf } from './tier.ts'
import { foldTotals } from './totals.ts'
import { trades } from './trades.ts'

/** Two townships a district: every district has a row, and every township a page of firms. */
const TOWNSHIPS_PER_DISTRICT = 2

/** Power and staff are not known of the real firms. */
const KNOWN = ['sales', 'tax']

const townshipsFor = (plan: Plan, month: Month): Unit[] => {
  const inDistrict = new Map<UnitPath | undefined, number>()
  return townshipsOf(plan, month).filter(({ path }) => {
    const count = (inDistrict.get(parentOf(path)) ?? 0) + 1
    inDistrict.set(parentOf(path), count)
    return count <= TOWNSHIPS_PER_DISTRICT
  })
}

const replayPlan = ({ programme, units }: Plan, townships: readonly Unit[]): Plan => ({
  programme: { ...programme, indicators: programme.indicators.filter(({ id }) => KNOWN.includes(id)) },
  units: units.filter((unit) => levelOf(unit.path) !== 'township' || townships.includes(unit)),
})

const yearsBefore = ({ months }: RealFirm, code: CreditCode, firstMonth: Month): YearOfFigures[] => {
  const known = [...months].filter(([month]) => month < firstMonth)
  return [...new Set(known.map(([month]) => yearOf(month)))].map((year) => ({
    code,
    year,
    months: Object.fromEntries(
      known.flatMap(([month, figures]) => (yearOf(month) === year ? [[monthNumber(month), figures]] : [])),
    ),
  }))
}

const salesIn = (firm: RealFirm, year: number): number =>
  [...firm.months].reduce(
    (sum, [month, { sales }]) => (yearOf(month) === year ? sum + (sales ?? 0) : sum),
    0,
  ) / SCALE

/** On the roster from the first month that is known of it to the last; a month unknown in between is never reported. */
const enterpriseOf = (
  programme: Programme,
  firm: RealFirm,
  unit: Unit,
  index: number,
  lastYear: number,
): Enterprise => {
  const code = inventedCode(unit, index)
  return {
    code,
    name: firm.name,
    unit: unit.path,
    division: pickWeighted(stream(code, 'trade'), trades).division,
    tier: tierOf(programme, salesIn(firm, lastYear)),
    from: firm.first,
    until: firm.last,
  }
}

/**
 * A small city whose firms are real ones behind masks: what is known before `firstMonth` is its history, the rest is
 * the truth of its months to come.
 */
export const makeRealCity = (options: {
  plan: Plan
  csvText: string
  firstMonth: Month
  seed?: number
}): City => {
  const { csvText, firstMonth, seed = 1 } = options
  const real = readRealFirms(csvText)
  const units = townshipsFor(options.plan, firstMonth)
  const plan = replayPlan(options.plan, units)
  const townships = shareOut(units, seed, real.length)
  const people = makePeople(plan, seed, townships, 0)
  const places = townships.flatMap(({ unit, firms }) => Array.from({ length: firms }, () => unit))
  const roster = places.flatMap((unit, index) => {
    const firm = real[index]
    return firm
      ? [{ firm, enterprise: enterpriseOf(plan.programme, firm, unit, index, yearOf(firstMonth) - 1) }]
      : []
  })
  const enterprises = roster.map(({ enterprise }) => enterprise)
  const years = roster.flatMap(({ firm, enterprise }) => yearsBefore(firm, enterprise.code, firstMonth))
  const first = enterprises.map(({ from }) => from).toSorted()[0] ?? firstMonth
  return {
    plan,
    people,
    contacts: contactsOf(people),
    enterprises,
    years,
    totals: foldTotals(plan.programme.id, monthsFrom(first, previousMonth(firstMonth)), enterprises, years),
    chats: makeChats(plan, seed, people),
    truth: (month) => ({
      figures: new Map(
        roster.flatMap(({ firm, enterprise }) => {
          const figures = firm.months.get(month)
          return figures ? [[enterprise.code, figures]] : []
        }),
      ),
      inactive: new Map(),
    }),
  }
}
