import { findUnits } from './plan.ts'
import { levelOf, type Unit } from './unit.ts'

/** Units as tables name them: by path or code, by name, or by a name with those of the units above before it. */
export const unitsNamed = (units: readonly Unit[], text: string): Unit[] => {
  const exact = units.filter(({ path, code }) => path === text || (code !== undefined && code === text))
  if (exact.length > 0) return exact
  const above = units.filter(({ path }) => levelOf(path) !== 'township')
  const short = above.reduce((left, { name }) => left.replace(name, '') || left, text)
  const found = [text, short].map((name) => findUnits(units, name))
  return found.find(({ length }) => length > 0) ?? []
}
