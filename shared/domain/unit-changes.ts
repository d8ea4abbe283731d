import type { Enterprise } from './enterprise.ts'
import { isGoing, type UnitLine, validityIn } from './import-units.ts'
import { type Month, previousMonth } from './month.ts'
import { parentOf, type Unit, type UnitPath, within } from './unit.ts'
import { type Placed, type PlaceRefusal, placesOf } from './unit-places.ts'
import { checkedAmong } from './unit-tree.ts'

/** Why a row of a table of units is not taken in. */
export type UnitRefusal =
  | PlaceRefusal
  | { why: 'hidden' | 'name' | 'state' | 'twice' | 'not-yours' | 'code-taken' | 'name-taken' | 'going-new' }
  /** 起始月份 or 截止月份 is no month; or the end comes before the beginning. */
  | { why: 'from' | 'until' | 'backwards' }
  /** A month whose roster is frozen would change. `next`: the first one that would not. */
  | { why: 'frozen'; next: Month }
  /** Firms that report there after its end: they move first. */
  | { why: 'has-firms'; firms: number; from: Month }
  /** Units below it that outlast it. */
  | { why: 'has-units'; names: readonly string[] }
  | { why: 'parent-ends' }

/** What a row leads to. `ended`: it was to go, and ends at a month because somebody has been in it. */
export type UnitDecision = { row: number; name: string } & (
  | { is: 'refused'; refusal: UnitRefusal }
  | { is: 'same' | 'changed' | 'ended'; before: Unit; after: Unit }
  | { is: 'new'; after: Unit }
  | { is: 'gone'; before: Unit }
)

type Held = {
  units: readonly Unit[]
  /** The units whose units the table may change; undefined for whoever runs the system. */
  scopes: readonly UnitPath[] | undefined
  /** The first month whose roster is not frozen, and whether any is. */
  next: Month
  isAnyFrozen: boolean
  firms: readonly Enterprise[]
  /** Units that people or chats belong to, and those that the programme's targets name. */
  used: ReadonlySet<UnitPath>
}

/** What a table leads to, row by row, and the plan's units as they are after it. */
export const unitChanges = (
  lines: readonly UnitLine[],
  held: Held,
): { decisions: UnitDecision[]; units: Unit[] } => {
  const placed = placesOf(lines, held.units)
  const twice = new Set(placed.flatMap((one, index) => (isTwice(one, placed, index) ? [one.line.row] : [])))
  const wanted = placed.map((one) => wantedBy(one, twice, held))
  let decisions = wanted
  // A unit that is refused may take others with it: again, until nothing more falls.
  for (let fallen = -1; fallen !== 0; ) {
    const units = unitsAfter(held.units, decisions)
    const checked = decisions.map((one) => checkedAmong(one, units, held.firms))
    fallen = checked.filter(({ is }, index) => is !== decisions[index]?.is).length
    decisions = checked
  }
  return { decisions, units: unitsAfter(held.units, decisions) }
}

const keyOf = (one: Placed): string | undefined =>
  one.is === 'known' ? one.unit.path : one.is === 'new' ? one.path : undefined

const isTwice = (one: Placed, all: readonly Placed[], index: number): boolean => {
  const key = keyOf(one)
  return key !== undefined && all.findIndex((other) => keyOf(other) === key) !== index
}

const wantedBy = (placed: Placed, twice: ReadonlySet<number>, held: Held): UnitDecision => {
  const { line } = placed
  const { row, name } = line
  const refused = (refusal: UnitRefusal): UnitDecision => ({ row, name, is: 'refused', refusal })
  if (line.isHidden) return refused({ why: 'hidden' })
  if (name === '') return refused({ why: 'name' })
  if (placed.is === 'refused') return refused(placed.refusal)
  if (twice.has(row)) return refused({ why: 'twice' })
  const going = isGoing(line)
  if (going === undefined) return refused({ why: 'state' })
  const decided =
    placed.is === 'new' ? added(line, placed.path, going, held) : kept(line, placed.unit, going, held)
  if ('why' in decided) return refused(decided)
  const isStill = decided.is === 'same'
  const path = 'after' in decided ? decided.after.path : decided.before.path
  return isStill || isKept(path, held) ? { ...decided, row, name } : refused({ why: 'not-yours' })
}

/** The unit above; the city has only itself. */
const aboveOf = (path: UnitPath): UnitPath => parentOf(path) ?? path

/** A unit is changed by whoever keeps the one above it; the city itself by the city. */
const isKept = (path: UnitPath, { scopes }: Held): boolean =>
  scopes === undefined || scopes.some((scope) => within(aboveOf(path), scope))

type Decided =
  | { is: 'same' | 'changed' | 'ended'; before: Unit; after: Unit }
  | { is: 'new'; after: Unit }
  | { is: 'gone'; before: Unit }

const added = (line: UnitLine, path: UnitPath, going: boolean, held: Held): Decided | UnitRefusal => {
  if (going) return { why: 'going-new' }
  const valid = validity(line, held.next)
  if (valid.why !== undefined) return valid
  const { from, until } = valid
  const { next, isAnyFrozen } = held
  const begins = isAnyFrozen && (from === undefined || from < next) ? next : from
  if (until !== undefined && until < (begins ?? next)) return { why: 'backwards' }
  const after: Unit = {
    ...{ path, name: line.name },
    ...(line.code !== '' && { code: line.code }),
    ...(begins !== undefined && { from: begins }),
    ...(until !== undefined && { until }),
  }
  return { is: 'new', after }
}

type Validity = { why: 'from' | 'until' } | { why?: never; from?: Month; until?: Month }

const validity = ({ from = '', until = '' }: UnitLine, next: Month): Validity => {
  const [first, last] = [validityIn(from, next), validityIn(until, next)]
  if (first === undefined) return { why: 'from' }
  if (last === undefined) return { why: 'until' }
  return {
    ...(first !== 'always' && { from: first }),
    ...(last !== 'always' && { until: last }),
  }
}

const kept = (line: UnitLine, before: Unit, going: boolean, held: Held): Decided | UnitRefusal => {
  const valid = validity(line, held.next)
  if (valid.why !== undefined) return valid
  const from = line.from === undefined ? before.from : valid.from
  const until = going
    ? (valid.until ?? before.until ?? previousMonth(held.next))
    : line.until === undefined
      ? before.until
      : valid.until
  if (going && isRemovable(before, held)) return { is: 'gone', before }
  const { from: _, until: __, code: ___, ...rest } = before
  const code = line.code === '' ? before.code : line.code
  const after: Unit = {
    ...rest,
    name: line.name,
    ...(code !== undefined && { code }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  }
  const wrong = wrongTimes(before, after, held)
  if (wrong) return wrong
  const isSame = (['name', 'code', 'from', 'until'] as const).every((one) => before[one] === after[one])
  if (isSame) return { is: 'same', before, after: before }
  return { is: going ? 'ended' : 'changed', before, after }
}

/** Nobody and nothing has ever been in it: no month that is frozen counts it, no firm, no person, no group, no target. */
const isRemovable = ({ path, from }: Unit, { isAnyFrozen, next, firms, used }: Held): boolean => {
  const hasCounted = isAnyFrozen && (from === undefined || from < next)
  const inIt = (unit: UnitPath) => within(unit, path)
  const hasFirms = firms.some(({ unit, earlier = [] }) => inIt(unit) || earlier.some((one) => inIt(one.unit)))
  return !hasCounted && !hasFirms && ![...used].some(inIt)
}

const wrongTimes = (before: Unit, after: Unit, held: Held): UnitRefusal | undefined => {
  const { next, isAnyFrozen } = held
  const last = previousMonth(next)
  if (after.from !== undefined && after.until !== undefined && after.until < after.from)
    return { why: 'backwards' }
  const begins = (unit: Unit) => (unit.from === undefined || unit.from < next ? 'frozen' : 'open')
  if (
    isAnyFrozen &&
    before.from !== after.from &&
    (begins(before) === 'frozen' || begins(after) === 'frozen')
  )
    return { why: 'frozen', next }
  const isFrozen = ({ until }: Unit) => until !== undefined && until < last
  if (isAnyFrozen && before.until !== after.until && (isFrozen(before) || isFrozen(after)))
    return { why: 'frozen', next }
  return undefined
}

/** A new unit comes after the last one of the unit above it, which is where people look for it. */
const unitsAfter = (units: readonly Unit[], decisions: readonly UnitDecision[]): Unit[] => {
  const gone = new Set(decisions.flatMap((one) => (one.is === 'gone' ? [one.before.path] : [])))
  const after = new Map(
    decisions.flatMap((one) =>
      one.is === 'changed' || one.is === 'ended' ? [[one.after.path, one.after] as const] : [],
    ),
  )
  const left = units.filter(({ path }) => !gone.has(path)).map((unit) => after.get(unit.path) ?? unit)
  const added = decisions.flatMap((one) => (one.is === 'new' ? [one.after] : []))
  const byLevel = added.toSorted((a, b) => a.path.split('/').length - b.path.split('/').length)
  return byLevel.reduce((all, unit) => {
    const last = all.findLastIndex(({ path }) => within(path, aboveOf(unit.path)))
    return all.toSpliced(last + 1, 0, unit)
  }, left)
}
