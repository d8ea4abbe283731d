import { readAmount } from './amount.ts'
import { readCreditCode } from './credit-code.ts'
import { type CreditCode, type Enterprise, placeIn } from './enterprise.ts'
import { keptName } from './firm-names.ts'
import type { FirmList, ListLine } from './import-list.ts'
import type { Month } from './month.ts'
import { findUnits, unitOfVillage } from './plan.ts'
import type { Programme } from './programme.ts'
import type { RegistryAsk } from './registry.ts'
import { isBySales, type Screened, screened } from './screening.ts'
import { levelOf, type Unit, type UnitPath } from './unit.ts'

/** What a row of a bureau's list asks of the registry; `asked` with nothing to ask is in it as it should be. */
export type ListRow = { line: ListLine; code?: CreditCode } & (
  | { is: 'asked'; asks: RegistryAsk[] }
  | { is: 'outside'; why: Extract<Screened, { is: 'outside' }>['why'] }
  | { is: 'refused'; why: 'value' | 'township' | 'twice' }
)

type Held = {
  firms: ReadonlyMap<CreditCode, Enterprise>
  units: readonly Unit[]
  programme: Pick<Programme, 'tiers' | 'threshold' | 'screening'>
  /** The first month whose roster is not frozen yet. */
  next: Month
  /** The last full year. */
  year: number
  /** For the record: which list it was. */
  reason: string
}

/**
 * Reads what the rows of a list mean for the registry: new firms in the tier that the screening gives them, changed names,
 * moves, and of firms in a tier of sales the tier that the new sales give. A tier that stands on something else stays.
 */
export const listRows = (list: FirmList, held: Held): ListRow[] => {
  const seen = new Set<string>()
  return list.lines.map((line): ListRow => {
    const read = readCreditCode(line.code)
    const code = read.is === 'code' ? { code: read.code } : {}
    if (read.is === 'code' && seen.has(read.code)) return { line, ...code, is: 'refused', why: 'twice' }
    if (read.is === 'code') seen.add(read.code)
    const tier = tierOf(list, line, held)
    if (tier === undefined) return { line, ...code, is: 'refused', why: 'value' }
    const unit = line.unit === '' ? undefined : unitNamed(held.units, line.unit)
    if (line.unit !== '' && unit === undefined) return { line, ...code, is: 'refused', why: 'township' }
    const firm = read.is === 'code' ? held.firms.get(read.code) : undefined
    if (firm && (firm.until === undefined || firm.until >= held.next))
      return { line, ...code, is: 'asked', asks: changesOf(list, { line, firm, unit, tier }, held) }
    if (tier.is === 'outside') return { line, ...code, is: 'outside', why: tier.why }
    if (unit === undefined) return { line, ...code, is: 'refused', why: 'township' }
    return { line, ...code, is: 'asked', asks: [addition(line, unit, tier.tier, held)] }
  })
}

const tierOf = (list: FirmList, { value }: ListLine, { programme, year }: Held): Screened | undefined => {
  if (list.is === 'statistics') {
    const left = /20\d\d/.exec(value)?.[0]
    return left === undefined ? undefined : screened(programme, { list: list.is, left: Number(left) }, year)
  }
  const read = readAmount(value, { decimals: 4 })
  return read.is === 'amount' ? screened(programme, { list: list.is, sales: read.value }, year) : undefined
}

/** A township as lists call it: its name, the district's before it, or its code; a village's code counts for where it reports. */
const unitNamed = (units: readonly Unit[], text: string): UnitPath | undefined => {
  if (/^\d{9,12}$/.test(text)) return unitOfVillage(units, text)?.path
  const townships = units.filter(({ path }) => levelOf(path) === 'township')
  const above = units.filter(({ path }) => levelOf(path) !== 'township')
  const short = above.reduce((left, { name }) => left.replace(name, ''), text)
  const found = [text, short].map((name) => findUnits(townships, name)).find(({ length }) => length > 0)
  const [only, ...others] = found ?? []
  return others.length === 0 ? only?.path : undefined
}

type Known = { line: ListLine; firm: Enterprise; unit: UnitPath | undefined; tier: Screened }

const changesOf = (
  list: FirmList,
  { line, firm, unit, tier }: Known,
  { programme, next, reason }: Held,
): RegistryAsk[] => {
  const { code } = firm
  const isMoved = unit !== undefined && placeIn(firm, next).unit !== unit
  const isRenamed = keptName(line.name) !== '' && keptName(line.name) !== firm.name
  const bySales = programme.tiers.some((one) => one.id === firm.tier && isBySales(one))
  const isPromoted = list.is === 'tax' && bySales && tier.is === 'tier' && tier.tier !== firm.tier
  return [
    ...(isRenamed ? [{ is: 'rename' as const, code, name: line.name, distinct: line.distinct, reason }] : []),
    ...(isMoved ? [{ is: 'move' as const, code, unit, from: next, reason }] : []),
    ...(isPromoted ? [{ is: 'tier' as const, code, tier: tier.tier, reason }] : []),
  ]
}

const addition = (
  { code, name, division, distinct }: ListLine,
  unit: UnitPath,
  tier: string,
  { next, reason }: Held,
): RegistryAsk => ({
  ...{ is: 'add', code, name, unit, tier, from: next, distinct, reason },
  division: divisionOf(division),
})

/** `34`, `C34`, `3489`, `34 通用设备制造业`: the first two digits are the division. */
const divisionOf = (text: string): string => /\d{2}/.exec(text)?.[0] ?? ''

/** Firms of the registry that the list does not have: nothing follows from that, somebody should look. */
export const notListed = (
  rows: readonly ListRow[],
  firms: Iterable<Enterprise>,
  next: Month,
): Enterprise[] => {
  const listed = new Set(rows.map(({ code }) => code))
  return [...firms].filter(({ code, until }) => !listed.has(code) && (until === undefined || until >= next))
}
