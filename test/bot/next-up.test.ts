import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodesOf, textsOf } from './said-of.ts'
import { aTownship, clean, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeEach(async () => {
  here = await aTownship(7)
})
afterEach(() => here.close())

const nameOf = async (index: number) => {
  const [report] = await here.ports.store.nearby(here.of, {}, 7).then((all) => all.slice(index))
  return report?.name ?? 'nobody'
}
/** The firms that the card says come next. */
const named = (card: unknown): string[] =>
  /接下来：(?<names>.*)等。/.exec(textsOf(card).join('\n'))?.groups?.names?.split('、') ?? []
const goOn = (card: unknown): unknown =>
  nodesOf(card).flatMap(({ tag, text, behaviors }) =>
    tag === 'button' && JSON.stringify(text).includes('接着填')
      ? [(behaviors as { value: unknown }[])[0]?.value]
      : [],
  )[0]
/** Firms of the page by their place from 0, each with what is typed. */
const submit = (places: readonly number[], figures: Record<string, string>[]) => {
  const codes = places.flatMap((place) => here.codes[place] ?? [])
  const form = Object.assign({}, ...codes.map((code, index) => typed(code, figures[index] ?? {})))
  return here.press(people.officer, filing(codes, 1)('submit'), form)
}

describe('接下来', () => {
  it('names the firms that 接着填 opens, from the beginning of the roster', async () => {
    const { card } = await submit([3, 4], [clean, clean])
    const { card: opened } = await here.press(people.officer, goOn(card))
    const expected = await Promise.all([0, 1, 2].map(nameOf))
    expect(named(card)).toEqual(expected)
    const headings = textsOf(opened).filter((said) => /^\*\*\d/.test(said))
    expect(headings.slice(0, 3).map((said, index) => said.includes(expected[index] ?? ''))).toEqual([
      true,
      true,
      true,
    ])
  })

  it('names none that is to be mended on the card itself', async () => {
    const { card } = await submit([0, 1], [{ ...clean, sales: '一百五' }, clean])
    expect(named(card)).toEqual(await Promise.all([2, 3, 4].map(nameOf)))
  })

  it('names what the page itself has left open', async () => {
    const { card } = await submit([0, 1], [{}, clean])
    expect(named(card)[0]).toBe(await nameOf(0))
  })
})
