import { expect, it } from 'vitest'
import { stream } from '../../infra/local/city/random.ts'
import { canonical } from '../../shared/store/canonical.ts'
import { townships } from '../build/small-city.ts'
import { kinds as ofMonths, type Table, type Tampered } from './tampering/kinds.ts'
import { aLivedMonth, type Image } from './tampering/lived.ts'
import { registryKinds } from './tampering/registry-kinds.ts'

const kinds = { ...ofMonths, ...registryKinds }

const TAMPERINGS = 1_000
const SEED = 7

const isAltered = (image: Image, { changes }: Tampered): boolean =>
  [...changes].some(([name, item]) => canonical(item) !== canonical(image.get(name)))

it(`${TAMPERINGS} tamperings made straight in the table are each found, and nothing before and after them`, {
  timeout: 900_000,
}, async () => {
  const lived = await aLivedMonth()
  expect(await lived.verify()).toEqual([])
  const codes = new Map(
    townships.map((place) => [
      place,
      new Set(lived.firms.filter(({ unit }) => unit === place).map(({ code }) => String(code))),
    ]),
  )
  const table: Table = { ...lived, codesOf: (place) => codes.get(place) ?? new Set() }
  const names = Object.keys(kinds)
  const found = new Map<string, { done: number; found: number; by: Set<string> }>()
  const missed: unknown[] = []
  for (let done = 0; done < TAMPERINGS; done++) {
    const name = names[done % names.length] ?? ''
    const chance = stream(SEED, 'tampering', done)
    let tampered = kinds[name]?.(table, chance)
    while (tampered && !isAltered(lived.image, tampered)) tampered = kinds[name]?.(table, chance)
    if (tampered === undefined) throw new Error(name)
    const { place, changes } = tampered
    await lived.apply(changes)
    const breaks = await lived.verify(place)
    await lived.apply(new Map([...changes.keys()].map((key) => [key, lived.image.get(key)])))
    if (breaks.length === 0) missed.push({ name, done, changes: [...changes] })
    const one = found.get(name) ?? { done: 0, found: 0, by: new Set() }
    found.set(name, one)
    one.done++
    one.found += breaks.length > 0 ? 1 : 0
    for (const { is } of breaks) one.by.add(is)
  }
  console.table(
    Object.fromEntries([...found].map(([name, one]) => [name, { ...one, by: [...one.by].join(' ') }])),
  )
  expect(missed.slice(0, 3)).toEqual([])
  expect(await lived.verify()).toEqual([])
})
