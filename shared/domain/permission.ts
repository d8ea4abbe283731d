import type { Person, Role } from './person.ts'
import type { Indicator, Programme } from './programme.ts'
import { type Level, levelOf, type UnitPath, within } from './unit.ts'

/** What somebody may want to do. Use cases and flows ask `may`; nobody else decides. */
export type Action =
  | 'file'
  | 'seeFirm'
  | 'seeProgress'
  | 'review'
  | 'askCorrection'
  | 'decideCorrection'
  | 'permitCorrections'
  | 'openMonth'
  | 'publish'
  | 'recordListing'
  | 'keepRegistry'
  | 'importFigures'
  | 'keepPeople'
  | 'keepUnits'
  | 'handOver'
  | 'bindChat'
  | 'operate'

/**
 * Who may do what, inside the units that are theirs. Leaders and administrators see no firm (architecture.md, Trust and
 * law); an auditor looks at everything of the unit and changes nothing; the city opens and publishes, districts review.
 */
const rights: Record<Role, readonly Action[]> = {
  officer: ['file', 'seeFirm', 'seeProgress', 'askCorrection'],
  head: ['file', 'seeFirm', 'seeProgress', 'askCorrection', 'handOver'],
  district: [
    'seeFirm',
    'seeProgress',
    'review',
    'decideCorrection',
    'recordListing',
    'keepRegistry',
    'importFigures',
    'keepPeople',
    'keepUnits',
    'handOver',
    'bindChat',
  ],
  city: [
    'seeFirm',
    'seeProgress',
    'permitCorrections',
    'openMonth',
    'publish',
    'recordListing',
    'keepRegistry',
    'importFigures',
    'keepPeople',
    'keepUnits',
    'bindChat',
  ],
  leader: ['seeProgress'],
  auditor: ['seeFirm', 'seeProgress'],
  administrator: ['seeProgress', 'bindChat', 'operate'],
}

/** True when a role of the person in this programme allows the action at `unit`. */
export const may = (person: Person, programme: string, action: Action, unit: UnitPath): boolean =>
  scopeFor(person, programme, action).some((scope) => within(unit, scope))

/** The widest units in which the person may do it; none for a stranger. */
export const scopeFor = (person: Person, programme: string, action: Action): UnitPath[] => {
  const units = person.roles
    .filter((one) => one.programme === programme && rights[one.role].includes(action))
    .map(({ unit }) => unit)
  return [...new Set(units)].filter((unit) => !units.some((other) => other !== unit && within(unit, other)))
}

/** At which level of unit a role is held. */
const heldAt: Record<Role, readonly Level[]> = {
  officer: ['township'],
  head: ['township'],
  district: ['district'],
  city: ['city'],
  leader: ['township', 'district', 'city'],
  auditor: ['township', 'district', 'city'],
  administrator: ['city'],
}

/** True where a unit of that level has such a role at all. */
export const isHeldAt = (role: Role, unit: UnitPath): boolean => heldAt[role].includes(levelOf(unit))

/**
 * May the person give this role there, or take it? Only inside the units that are theirs, which holds no role above their
 * own level; and an administrator is named by whoever runs the system, never in chat.
 */
export const mayGive = (giver: Person, programme: string, role: Role, unit: UnitPath): boolean =>
  role !== 'administrator' && isHeldAt(role, unit) && may(giver, programme, 'keepPeople', unit)

/** The indicators of which this level sees one firm's value: a level sees what is meant for it and for those below. */
export const visibleAt = ({ indicators }: Programme, level: Level): Indicator[] =>
  indicators.filter(({ visibleTo }) => LEVELS.indexOf(visibleTo) <= LEVELS.indexOf(level))

/** The indicators of a firm at `unit` that the person sees, by the widest role that sees the firm at all. */
export const visibleTo = (person: Person, programme: Programme, unit: UnitPath): Indicator[] => {
  const seen = scopeFor(person, programme.id, 'seeFirm').filter((scope) => within(unit, scope))
  return programme.indicators.filter(({ id }) =>
    seen.some((scope) => visibleAt(programme, levelOf(scope)).some((indicator) => indicator.id === id)),
  )
}

const LEVELS: readonly Level[] = ['township', 'district', 'city']
