import type { UnitLine } from './import-units.ts'
import { levelOf, parentOf, type Unit, UnitPath } from './unit.ts'
import { unitsNamed } from './unit-named.ts'

/** Why it is not known where in the tree a row's unit stands. */
export type PlaceRefusal =
  | { why: 'parent-missing' | 'cycle' | 'too-deep' | 'no-code' | 'code-form' | 'unit-several' }
  | { why: 'parent-unknown' | 'parent-several' | 'parent-refused'; parent: string }
  /** A unit's place is its name in the record: under another unit it is another unit. */
  | { why: 'moved'; parent: string }

export type Placed = { line: UnitLine } & (
  | { is: 'known'; unit: Unit }
  | { is: 'new'; path: UnitPath }
  | { is: 'refused'; refusal: PlaceRefusal }
)

/** Where each row's unit stands: a unit of the plan, or a new one under a unit of the plan or of another row. */
export const placesOf = (lines: readonly UnitLine[], units: readonly Unit[]): Placed[] => {
  const placed = new Map<UnitLine, Placed>()
  const place = (line: UnitLine, under: readonly UnitLine[]): Placed => {
    const before = placed.get(line)
    if (before) return before
    const found = { line, ...placeOf(line, under) } as Placed
    placed.set(line, found)
    return found
  }

  const placeOf = (line: UnitLine, under: readonly UnitLine[]) => {
    const refused = (refusal: PlaceRefusal) => ({ is: 'refused' as const, refusal })
    const known = knownAs(line, units)
    if (known === 'several') return refused({ why: 'unit-several' })
    if (known)
      return isAsBefore(known, line, units)
        ? { is: 'known' as const, unit: known }
        : refused({ why: 'moved', parent: line.parent })
    if (line.parent === '') return refused({ why: 'parent-missing' })
    const above = lineAbove(line, lines)
    if (above && (above === line || under.includes(above))) return refused({ why: 'cycle' })
    const parent = above ? pathOf(place(above, [...under, line])) : parentAmong(line.parent, units)
    if (parent === undefined) return refused({ why: 'parent-refused', parent: line.parent })
    return typeof parent === 'string' ? newUnder(parent, line) : refused({ ...parent, parent: line.parent })
  }

  return lines.map((line) => place(line, []))
}

const pathOf = (placed: Placed): UnitPath | undefined => {
  if (placed.is === 'known') return placed.unit.path
  return placed.is === 'new' ? placed.path : undefined
}

/** Of a row's own path its unit; else the one of that name, and of that unit above it where several have it. */
const knownAs = (line: UnitLine, units: readonly Unit[]): Unit | 'several' | undefined => {
  const byPath = units.find(({ path }) => path === line.path)
  if (byPath || line.path.includes('/')) return byPath
  const named = units.filter(({ name }) => name === line.name)
  const parents = line.parent === '' ? [] : unitsNamed(units, line.parent)
  const own = named.filter(({ path }) => parents.some((parent) => parent.path === parentOf(path)))
  const [unit, ...others] = own.length > 0 ? own : named.filter(({ path }) => isUnnamedPlace(path, line))
  return others.length > 0 ? 'several' : unit
}

/** Without a unit above it a name means what it meant; under another unit it is a new unit. */
const isUnnamedPlace = (path: UnitPath, { parent }: UnitLine): boolean =>
  parent === '' || levelOf(path) === 'city'

const isAsBefore = ({ path }: Unit, { parent }: UnitLine, units: readonly Unit[]): boolean => {
  const above = parentOf(path)
  return parent === '' || above === undefined || unitsNamed(units, parent).some((one) => one.path === above)
}

/** The row of the table that is the unit above, where that is a new one too. */
const lineAbove = (line: UnitLine, lines: readonly UnitLine[]): UnitLine | undefined =>
  lines.find((one) => one.name === line.parent && one.parent !== '')

const parentAmong = (
  text: string,
  units: readonly Unit[],
): UnitPath | { why: 'parent-unknown' | 'parent-several' } => {
  const found = unitsNamed(units, text).filter(({ path }) => levelOf(path) !== 'township')
  const [parent, ...others] = found
  if (parent === undefined) return { why: 'parent-unknown' }
  return others.length > 0 ? { why: 'parent-several' } : parent.path
}

const newUnder = (parent: UnitPath, { path, code }: UnitLine) => {
  const refused = (why: 'too-deep' | 'no-code' | 'code-form') => ({
    is: 'refused' as const,
    refusal: { why },
  })
  if (levelOf(parent) === 'township') return refused('too-deep')
  const own = (path === '' ? code : path).toLowerCase()
  if (own === '') return refused('no-code')
  const read = UnitPath.safeParse(`${parent}/${own}`)
  return read.success && !own.includes('/') ? { is: 'new' as const, path: read.data } : refused('code-form')
}
