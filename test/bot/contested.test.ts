import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '../../bot/cards/kit.ts'
import { inputsOf } from './inputs-of.ts'
import { aTownship, clean, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeEach(async () => {
  here = await aTownship(3)
})
afterEach(() => here.close())

const valuesOf = (card: unknown) =>
  Object.fromEntries(inputsOf(card).map(({ name, value }) => [name, value ?? '']))

/** The token in the button of that name. */
const buttonOf = (card: Card | undefined, name: string): unknown =>
  JSON.parse(
    JSON.stringify(card).match(new RegExp(`"name":"${name}".*?"value":(\\{.*?\\})\\}\\],?(?:"|\\})`))?.[1] ??
      'null',
  )
const names = (card: Card | undefined) =>
  [...JSON.stringify(card).matchAll(/"tag":"button","name":"(\w+)"/g)].map(([, name]) => name)

/** A colleague was first with the first firm; the officer's card also has a wrong second and a clean third one. */
const contested = async () => {
  const [first = '', second = '', third = ''] = here.codes
  await here.press(people.colleague, filing(here.codes.slice(0, 1), 1)('submit'), typed(first, clean))
  const form = {
    ...typed(first, { ...clean, sales: '81' }),
    ...typed(second, { ...clean, staff: '12人' }),
    ...typed(third, clean),
  }
  const { card } = await here.press(people.officer, filing(here.codes, 1)('submit'), form)
  return { card, first, second }
}
const reportOf = async (code: string) =>
  (await here.ports.store.reports(here.of)).find((report) => report.code === code)

describe('a card with a contested firm and a refused one', () => {
  it('offers no way on that would lose what was typed', async () => {
    const { card } = await contested()
    expect(names(card)).toEqual(['mine', 'theirs', 'submit', 'later'])
  })

  it('stores the officer’s figures with the reason, and keeps what was typed for the refused firm', async () => {
    const { card, first, second } = await contested()
    const form = { ...valuesOf(card), override: '与会计核对过开票汇总' }
    const answer = await here.press(people.officer, buttonOf(card, 'mine'), form)
    expect(valuesOf(answer.card)).toEqual(typed(second, { ...clean, staff: '12人' }))
    expect((await reportOf(first))?.figures.sales).toBe(810_000)
  })

  it('lets the colleague’s figures stand, and takes what was mended for the other firm', async () => {
    const { card, first, second } = await contested()
    const form = { ...valuesOf(card), ...typed(second, { ...clean, staff: '12' }) }
    await here.press(people.officer, buttonOf(card, 'theirs'), form)
    expect((await reportOf(first))?.filedBy).toBe(people.colleague.id)
    expect((await reportOf(second))?.figures.staff).toBe(120_000)
  })
})
