import { type CodeReading, readCreditCode } from './credit-code.ts'
import { type CreditCode, type Enterprise, placeIn } from './enterprise.ts'
import { type FirmNames, keptName } from './firm-names.ts'
import { isIndustry } from './industry.ts'
import { type Month, previousMonth } from './month.ts'
import type { OpenId } from './person.ts'
import { type UnitPath, within } from './unit.ts'

/** As long as a name on a licence may be, with room. */
const LONGEST_NAME = 60

/** 新增: everything as it was typed or read; the code is checked here. */
type Add = {
  is: 'add'
  code: string
  name: string
  division: string
  unit: UnitPath
  tier: string
  officer?: OpenId
  from: Month
  /** Somebody has looked: it is not the firm whose name is near. */
  distinct?: boolean
}
/** What the registry is asked for. `from` is the first month for which it counts; a name and a tier count at once. */
export type RegistryAsk = (
  | Add
  | { is: 'move'; code: CreditCode; unit: UnitPath; from: Month }
  | { is: 'rename'; code: CreditCode; name: string; distinct?: boolean }
  | { is: 'tier'; code: CreditCode; tier: string }
  | { is: 'deregister'; code: CreditCode; from: Month }
) & { reason: string }
export type RegistryMove = RegistryAsk['is']

/** The registry as it is, and what whoever asks may change of it. */
export type Registry = {
  /** Every firm of the programme. */
  firms: ReadonlyMap<CreditCode, Enterprise>
  names: FirmNames
  /** The first month whose roster is not frozen yet. */
  next: Month
  /** Units of which the asker keeps the registry. */
  scopes: readonly UnitPath[]
  /** Townships and parks that report. */
  townships: readonly UnitPath[]
  tiers: readonly string[]
  officers: readonly { person: OpenId; unit: UnitPath }[]
}

export type RegistryRefusal =
  | { why: 'code'; reading: Extract<CodeReading, { is: 'refused' }> }
  /** The code is taken, by a firm that reports or is going to. */
  | { why: 'exists'; firm: Enterprise }
  | { why: 'unknown' }
  | { why: 'not-yours'; unit: UnitPath }
  /** From one district to another: only the city. */
  | { why: 'between-districts'; unit: UnitPath }
  | { why: 'name' | 'reason' | 'division' | 'township' | 'tier' | 'officer' }
  /** Nothing would change. */
  | { why: 'same'; firm: Enterprise }
  | { why: 'gone'; firm: Enterprise }
  /** Asked again with `distinct`, it is done. */
  | { why: 'near'; firms: readonly Enterprise[] }

export type RegistryChange = {
  is: 'change'
  before?: Enterprise
  after: Enterprise
  /** The first month for which it counts: later than asked where that month's roster is frozen. */
  effective: Month
  putOff: boolean
  /** The code's inner check fails (GB 11714): it may exist all the same, and somebody should look at the licence. */
  innerCheckFails: boolean
}
export type RegistryRefused = { is: 'refused' } & RegistryRefusal
export type RegistryDecision = RegistryChange | RegistryRefused

/** What a change asked for leads to, or why it does not; decides on what it is given and reads nothing. */
export const registryChange = (registry: Registry, ask: RegistryAsk): RegistryDecision => {
  if (ask.reason.trim() === '') return refused({ why: 'reason' })
  if (ask.is === 'add') return add(registry, ask)
  const firm = registry.firms.get(ask.code)
  if (firm === undefined) return refused({ why: 'unknown' })
  if (!keeps(registry, firm.unit)) return refused({ why: 'not-yours', unit: firm.unit })
  if (isGone(registry, firm)) return refused({ why: 'gone', firm })
  switch (ask.is) {
    case 'move':
      return move(registry, firm, ask)
    case 'rename':
      return rename(registry, firm, ask)
    case 'tier':
      if (!registry.tiers.includes(ask.tier)) return refused({ why: 'tier' })
      if (ask.tier === firm.tier) return refused({ why: 'same', firm })
      return changed(registry, firm, { ...firm, tier: ask.tier })
    case 'deregister': {
      const until = previousMonth(later(ask.from, registry.next))
      if (until === firm.until) return refused({ why: 'same', firm })
      return changed(registry, firm, { ...firm, until }, ask.from)
    }
  }
}

const refused = (refusal: RegistryRefusal): RegistryDecision => ({ is: 'refused', ...refusal })

const later = (a: Month, b: Month): Month => (a > b ? a : b)

const keeps = ({ scopes }: Registry, ...units: UnitPath[]): boolean =>
  scopes.some((scope) => units.every((unit) => within(unit, scope)))

/** On no roster that is still to be frozen. */
const isGone = ({ next }: Registry, { until }: Enterprise): boolean => until !== undefined && until < next

/** `from` is the month asked for; a roster that is frozen stays as it is. */
const changed = (
  { next }: Registry,
  before: Enterprise | undefined,
  after: Enterprise,
  from = next,
): RegistryChange => ({
  is: 'change',
  ...(before && { before }),
  after: { ...after, revision: (before?.revision ?? 0) + 1 },
  effective: later(from, next),
  putOff: from < next,
  innerCheckFails: false,
})

const move = (
  registry: Registry,
  firm: Enterprise,
  { unit, from }: Extract<RegistryAsk, { is: 'move' }>,
): RegistryDecision => {
  if (!registry.townships.includes(unit)) return refused({ why: 'township' })
  if (!keeps(registry, firm.unit, unit)) return refused({ why: 'between-districts', unit })
  const effective = later(from, registry.next)
  if (firm.unit === unit && placeIn(firm, effective).unit === unit) return refused({ why: 'same', firm })
  const { officer: _, earlier: __, ...same } = firm
  const earlier = placesBefore(firm, effective, unit)
  return changed(registry, firm, { ...same, unit, ...(earlier.length > 0 && { earlier }) }, from)
}

type Places = NonNullable<Enterprise['earlier']>

/** Where a firm that goes to `unit` in `effective` reports until then; a later move that was planned is dropped. */
const placesBefore = (firm: Enterprise, effective: Month, unit: UnitPath): Places => {
  const until = previousMonth(effective)
  const kept = (firm.earlier ?? []).filter((place) => place.until < until)
  const { officer, unit: last } = placeIn(firm, until)
  if (firm.from > until) return []
  if (last === unit) return kept
  return [...kept, { unit: last, until, ...(officer !== undefined && { officer }) }]
}

const near = (registry: Registry, code: CreditCode, name: string): RegistryDecision | undefined => {
  const firms = registry.names.near(name, code)
  return firms.length > 0 ? refused({ why: 'near', firms }) : undefined
}

const rename = (
  registry: Registry,
  firm: Enterprise,
  ask: Extract<RegistryAsk, { is: 'rename' }>,
): RegistryDecision => {
  const name = keptName(ask.name)
  if (!isName(name)) return refused({ why: 'name' })
  if (name === firm.name) return refused({ why: 'same', firm })
  return (
    (!ask.distinct && near(registry, firm.code, name)) ||
    changed(registry, firm, {
      ...firm,
      name,
      formerly: { name: firm.name, until: previousMonth(registry.next) },
    })
  )
}

const isName = (name: string): boolean => name.length >= 2 && name.length <= LONGEST_NAME

const add = (registry: Registry, ask: Add): RegistryDecision => {
  const reading = readCreditCode(ask.code)
  if (reading.is === 'refused') return refused({ why: 'code', reading })
  const name = keptName(ask.name)
  const wrong = wrongIn(registry, ask, name)
  if (wrong) return refused(wrong)
  const known = registry.firms.get(reading.code)
  if (known && !isGone(registry, known)) return refused({ why: 'exists', firm: known })
  if (known && !keeps(registry, known.unit, ask.unit))
    return refused({ why: 'between-districts', unit: known.unit })
  const doubtful = !ask.distinct && near(registry, reading.code, name)
  if (doubtful) return doubtful
  const { division, unit, tier, officer, from } = ask
  const firm: Enterprise = {
    ...{ code: reading.code, name, unit, division, tier, from: later(from, registry.next) },
    ...(officer !== undefined && { officer }),
    ...(known?.listed && { listed: known.listed }),
  }
  return { ...changed(registry, known, firm, from), innerCheckFails: reading.innerCheckFails }
}

const wrongIn = (registry: Registry, ask: Add, name: string): RegistryRefusal | undefined => {
  if (!isName(name)) return { why: 'name' }
  if (!isIndustry(ask.division)) return { why: 'division' }
  if (!registry.townships.includes(ask.unit)) return { why: 'township' }
  if (!keeps(registry, ask.unit)) return { why: 'not-yours', unit: ask.unit }
  if (!registry.tiers.includes(ask.tier)) return { why: 'tier' }
  const { officer } = ask
  const isTheirs = registry.officers.some(({ person, unit }) => person === officer && unit === ask.unit)
  return officer === undefined || isTheirs ? undefined : { why: 'officer' }
}
