import { findUnits, nameOf } from './plan.ts'
import { levelOf, parentOf, type Unit } from './unit.ts'

/** Units as tables name them: by path or code, by name, or by a name with those of the units above before it. */
export const unitsNamed = (units: readonly Unit[], text: string): Unit[] => {
  const exact = units.filter(({ path, code }) => path === text || (code !== undefined && code === text))
  if (exact.length > 0) return exact
  const underItsParent = units.filter(({ path, name }) => {
    const parent = parentOf(path)
    return parent !== undefined && text === nameOf(units, parent) + name
  })
  if (underItsParent.length > 0) return underItsParent
  const above = units.filter(({ path }) => levelOf(path) !== 'township')
  const short = above.reduce((left, { name }) => left.replace(name, ''), text)
  const found = [text, short].map((name) => findUnits(units, name))
  return found.find(({ length }) => length > 0) ?? []
}
