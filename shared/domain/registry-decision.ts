import type { CodeReading } from './credit-code.ts'
import type { CreditCode, Enterprise } from './enterprise.ts'
import type { FirmNames } from './firm-names.ts'
import type { Month } from './month.ts'
import type { OpenId } from './person.ts'
import { type UnitPath, within } from './unit.ts'

/** 新增: everything as it was typed or read; the code is checked here. */
export type Add = {
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
  /** `signs`: a name with markup or control characters, which no licence has. */
  | { why: 'name' | 'signs' | 'reason' | 'division' | 'township' | 'tier' | 'officer' }
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

export const refused = (refusal: RegistryRefusal): RegistryDecision => ({ is: 'refused', ...refusal })

export const later = (a: Month, b: Month): Month => (a > b ? a : b)

export const keeps = ({ scopes }: Registry, ...units: UnitPath[]): boolean =>
  scopes.some((scope) => units.every((unit) => within(unit, scope)))

/** On no roster that is still to be frozen. */
export const isGone = ({ next }: Registry, { until }: Enterprise): boolean =>
  until !== undefined && until < next

/** `from` is the month asked for; a roster that is frozen stays as it is. */
export const changed = (
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
