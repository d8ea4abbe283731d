import type { Item } from './lived.ts'

export type Chance = () => number

export const pick = <One>(chance: Chance, some: readonly One[]): One => {
  const one = some[Math.floor(chance() * some.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

type Path = readonly (string | number)[]

/** Where a value has a number, a text or a flag, however deep. */
const leavesOf = (value: unknown, path: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, one]) =>
    leavesOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

const changed = (value: unknown, chance: Chance): unknown => {
  if (typeof value === 'number') return value + pick(chance, [1, -1, 10_000, 123_400])
  if (typeof value === 'boolean') return !value
  const text = String(value)
  const at = Math.floor(chance() * text.length)
  const other = text[at] === '1' ? '2' : '1'
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`
}

const withChanged = (value: unknown, [first, ...rest]: Path, chance: Chance): unknown => {
  if (first === undefined) return changed(value, chance)
  if (Array.isArray(value))
    return value.map((one, at) => (at === first ? withChanged(one, rest, chance) : one))
  const fields: Item = { ...(value as Item) }
  return { ...fields, [first]: withChanged(fields[first], rest, chance) }
}

/** An item with its nested text read. */
export const unfolded = ({ more, ...item }: Item): Item => ({
  ...item,
  ...(typeof more === 'string' && { more: JSON.parse(more) as unknown }),
})

const folded = ({ more, ...item }: Item): Item => ({
  ...item,
  ...(more !== undefined && { more: JSON.stringify(more) }),
})

/** One value of an item changed a little, among those that `about` is true of; the item itself where there is none. */
export const edited = (item: Item, chance: Chance, about: (path: string) => boolean = () => true): Item => {
  const open = unfolded(item)
  const paths = leavesOf(open).filter((path) => {
    const name = path.join('.')
    return name !== 'pk' && name !== 'sk' && about(name)
  })
  if (paths.length === 0) return item
  return folded(withChanged(open, pick(chance, paths), chance) as Item)
}

/** What one item says under the key of another. */
export const under = ({ pk, sk }: Item, said: Item): Item => ({ ...said, pk, sk })
