import { readCreditCode } from './credit-code.ts'
import { type CreditCode, type Enterprise, placeIn } from './enterprise.ts'
import { keptName } from './firm-names.ts'
import { isIndustry } from './industry.ts'
import { type Month, previousMonth } from './month.ts'
import {
  type Add,
  changed,
  isGone,
  keeps,
  later,
  type Registry,
  type RegistryAsk,
  type RegistryDecision,
  type RegistryRefusal,
  refused,
} from './registry-decision.ts'
import type { UnitPath } from './unit.ts'

export type {
  Registry,
  RegistryAsk,
  RegistryChange,
  RegistryDecision,
  RegistryMove,
  RegistryRefusal,
  RegistryRefused,
} from './registry-decision.ts'

/** As long as a name on a licence may be, with room. */
const LONGEST_NAME = 60
/** What Feishu reads as markup, and what nobody sees; a line break inside a cell counts as a space. */
const SIGNS = /[<>*]|(?!\s)\p{Cc}/u

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
  const why = wrongName(ask.name)
  if (why) return refused({ why })
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

/** What is wrong with a name as it was typed, before its spaces are left out. */
const wrongName = (typed: string): 'name' | 'signs' | undefined => {
  if (SIGNS.test(typed.normalize('NFKC'))) return 'signs'
  const { length } = keptName(typed)
  return length >= 2 && length <= LONGEST_NAME ? undefined : 'name'
}

const add = (registry: Registry, ask: Add): RegistryDecision => {
  const reading = readCreditCode(ask.code)
  if (reading.is === 'refused') return refused({ why: 'code', reading })
  const name = keptName(ask.name)
  const wrong = wrongIn(registry, ask)
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

const wrongIn = (registry: Registry, ask: Add): RegistryRefusal | undefined => {
  const why = wrongName(ask.name)
  if (why) return { why }
  if (!isIndustry(ask.division)) return { why: 'division' }
  if (!registry.townships.includes(ask.unit)) return { why: 'township' }
  if (!keeps(registry, ask.unit)) return { why: 'not-yours', unit: ask.unit }
  if (!registry.tiers.includes(ask.tier)) return { why: 'tier' }
  const { officer } = ask
  const isTheirs = registry.officers.some(({ person, unit }) => person === officer && unit === ask.unit)
  return officer === undefined || isTheirs ? undefined : { why: 'officer' }
}
