import { type Day, dayOf, type Instant, instantOf, plusDays } from '../domain/instant.ts'
import type { Enrolled, OpenId } from '../domain/person.ts'
import type { UnitPath } from '../domain/unit.ts'
import type { Change } from '../ports.ts'

/** The longest that one may last, in days from today. */
export const MOST_DAYS = 60

type Asked = {
  person: Enrolled
  programme: string
  unit: UnitPath
  /** Whom the person stands in for. */
  officer: OpenId
  /** The last day. */
  last: Day
}

export type StoodIn =
  | { is: 'stands-in'; change: Change; until: Instant }
  /** Files there already, in their own name. */
  | { is: 'own' }
  | { is: 'past' }
  | { is: 'too-long' }

/** 代班: somebody files for a township in an officer's place until the end of a day; the last one given counts. */
export const letStandIn = ({ person, programme, unit, officer, last }: Asked, at: Instant): StoodIn => {
  const files = person.roles.some(
    (one) =>
      one.programme === programme && one.unit === unit && (one.role === 'officer' || one.role === 'head'),
  )
  if (files) return { is: 'own' }
  const today = dayOf(at)
  if (last < today) return { is: 'past' }
  if (last > plusDays(today, MOST_DAYS)) return { is: 'too-long' }
  const until = instantOf(plusDays(last, 1), '00:00')
  const others = person.standIns.filter((one) => one.until > at && !isOf(one, programme, unit))
  const after = { ...person, standIns: [...others, { programme, unit, for: officer, until }] }
  return { is: 'stands-in', until, change: { is: 'person', before: person, after } }
}

/** Ends it before its day; undefined where it is over already. */
export const endStandIn = (
  person: Enrolled,
  { programme, unit }: { programme: string; unit: UnitPath },
  at: Instant,
): Change | undefined => {
  const ended = person.standIns.find((one) => isOf(one, programme, unit) && at < one.until)
  if (ended === undefined) return undefined
  const standIns = person.standIns.filter((one) => one !== ended)
  return { is: 'person', before: person, after: { ...person, standIns } }
}

const isOf = (one: { programme: string; unit: UnitPath }, programme: string, unit: UnitPath): boolean =>
  one.programme === programme && one.unit === unit
