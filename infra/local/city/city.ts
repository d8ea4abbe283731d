import { SCALE } from '../../../shared/domain/amount.ts'
import type { MonthTotals } from '../../../shared/domain/analysis/statistics.ts'
import type { CreditCode, Enterprise } from '../../../shared/domain/enterprise.ts'
import type { Figures } from '../../../shared/domain/figures.ts'
import {
  type Month,
  monthNumber,
  monthOf,
  monthsFrom,
  plusMonths,
  yearOf,
} from '../../../shared/domain/month.ts'
import type { Person } from '../../../shared/domain/person.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import type { Plan, YearOfFigures } from '../../../shared/ports.ts'
import { type GroupChat, makeChats } from './chats.ts'
import { yearOfLife } from './firm-life.ts'
import { yearsOf } from './history.ts'
import { type Contact, contactsOf, makePeople } from './people.ts'
import { isMember, type Member, makeRoster } from './roster.ts'
import { shareOut, townshipsOf } from './share-out.ts'
import { tierOf } from './tier.ts'
import { foldTotals } from './totals.ts'
import { inactiveIn, type Truth } from './truth.ts'

/** A city as the store and the sandbox take it in, and what is true of its months, those to come included. */
export type City = {
  plan: Plan
  people: Person[]
  contacts: Contact[]
  enterprises: Enterprise[]
  years: YearOfFigures[]
  totals: MonthTotals[]
  chats: GroupChat[]
  truth: (month: Month) => Truth
}

const enterpriseOf = (
  programme: Programme,
  { firm, name, unit, officer, from, until }: Member,
): Enterprise => {
  const isNew = from > monthOf(firm.anchor, 1)
  const sales = yearOfLife(firm, firm.anchor).reduce((sum, month) => sum + (month.sales ?? 0), 0) / SCALE
  return {
    code: firm.code,
    name,
    unit,
    division: firm.trade.division,
    tier: tierOf(programme, isNew ? undefined : sales),
    ...(officer && { officer }),
    from,
    ...(until && { until }),
  }
}

const truthOf = (roster: readonly Member[], month: Month): Truth => {
  const truth: Truth = { figures: new Map(), inactive: new Map() }
  for (const member of roster.filter((one) => isMember(one, month))) {
    const { seed, code } = member.firm
    const inactive = inactiveIn(month, seed, code)
    const figures = yearOfLife(member.firm, yearOf(month))[monthNumber(month) - 1]
    if (inactive) truth.inactive.set(code, inactive)
    else if (figures) truth.figures.set(code, figures)
  }
  return truth
}

/**
 * A whole city that never was, from one number: the plan's townships with their firms, people and groups for every
 * post, and `months` of history up to `lastMonth`. The same options always give the same city.
 */
export const makeCity = (options: {
  plan: Plan
  seed: number
  lastMonth: Month
  firms?: number
  months?: number
  /** Small townships that nobody reports for yet, so that the opening has something to say. */
  unitsWithoutOfficer?: number
}): City => {
  const { plan, seed, lastMonth, firms = 3000, months = 36, unitsWithoutOfficer = 1 } = options
  const first = plusMonths(lastMonth, 1 - months)
  const history = monthsFrom(first, lastMonth)
  const townships = shareOut(townshipsOf(plan, lastMonth), seed, firms)
  const people = makePeople(plan, seed, townships, unitsWithoutOfficer)
  const roster = makeRoster(plan, seed, { first, last: lastMonth }, townships, people)
  const enterprises = roster.map((member) => enterpriseOf(plan.programme, member))
  const years = roster.flatMap((member) => yearsOf(member, history))
  return {
    plan,
    people,
    contacts: contactsOf(people),
    enterprises,
    years,
    totals: foldTotals(plan.programme.id, history, enterprises, years),
    chats: makeChats(plan, seed, people),
    truth: (month) => truthOf(roster, month),
  }
}

/** The true figures of a month, for its officers to report. */
export const figuresFor = (city: City, month: Month): Map<CreditCode, Figures> => city.truth(month).figures
