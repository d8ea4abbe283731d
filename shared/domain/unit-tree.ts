import { type Enterprise, placeIn } from './enterprise.ts'
import { type Month, nextMonth } from './month.ts'
import { parentOf, type Unit, type UnitPath, within } from './unit.ts'
import type { UnitDecision, UnitRefusal } from './unit-changes.ts'

/** What has to be true of the tree as a whole: names, codes, and who outlasts whom. */
export const checkedAmong = (
  one: UnitDecision,
  units: readonly Unit[],
  firms: readonly Enterprise[],
): UnitDecision => {
  const refused = (refusal: UnitRefusal): UnitDecision => ({
    row: one.row,
    name: one.name,
    is: 'refused',
    refusal,
  })
  if (one.is === 'refused' || one.is === 'same') return one
  if (one.is === 'gone') {
    const below = units.filter(({ path }) => within(path, one.before.path))
    return below.length > 0 ? refused({ why: 'has-units', names: below.map(({ name }) => name) }) : one
  }
  const refusal = wrongAmong(one.after, units, firms)
  return refusal ? refused(refusal) : one
}

const wrongAmong = (
  unit: Unit,
  units: readonly Unit[],
  firms: readonly Enterprise[],
): UnitRefusal | undefined => {
  const { path, code, name, until } = unit
  const others = units.filter((other) => other.path !== path)
  const above = parentOf(path)
  const parent = others.find((other) => other.path === above)
  if (above !== undefined && parent === undefined) return { why: 'parent-refused', parent: above }
  if (code !== undefined && others.some((other) => other.code === code)) return { why: 'code-taken' }
  const isNamesake = (other: Unit) =>
    other.name === name && parentOf(other.path) === above && overlaps(other, unit)
  if (others.some(isNamesake)) return { why: 'name-taken' }
  if (parent?.until !== undefined && (until === undefined || until > parent.until))
    return { why: 'parent-ends' }
  if (until === undefined) return undefined
  const outlasting = others.filter(
    (other) => within(other.path, path) && (other.until === undefined || other.until > until),
  )
  if (outlasting.length > 0) return { why: 'has-units', names: outlasting.map((other) => other.name) }
  const staying = firms.filter((firm) => staysAfter(firm, path, until))
  return staying.length > 0 ? { why: 'has-firms', firms: staying.length, from: nextMonth(until) } : undefined
}

const overlaps = (a: Unit, b: Unit): boolean =>
  (a.until === undefined || b.from === undefined || a.until >= b.from) &&
  (b.until === undefined || a.from === undefined || b.until >= a.from)

/** A firm that reports in the unit in some month after its last. */
const staysAfter = (firm: Enterprise, path: UnitPath, until: Month): boolean => {
  if (firm.until !== undefined && firm.until <= until) return false
  return firm.unit === path || placeIn(firm, nextMonth(until)).unit === path
}
