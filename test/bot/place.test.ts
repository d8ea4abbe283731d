import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../../bot/cards/kit.ts'
import { inputsOf } from './inputs-of.ts'
import { aTownship, clean, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(14)
})
afterAll(() => here.close())

const sequence = async () => (await here.ports.store.tally(here.of))?.sequence ?? 0
const press = async (from: number, to: number, step: string, form = {}, patch = {}, some = {}) => {
  const token = filing(here.codes.slice(from, to), await sequence(), some)
  return here.press(people.officer, token(step, patch), form)
}
/** Without what somebody looks for, which belongs to no firm. */
const figuresOn = (card: Card | undefined) => inputsOf(card).filter(({ name }) => name !== 'find-0')
/** Which firms a card shows, as places in the roster. */
const shownOn = (card: Card | undefined) => [
  ...new Set(figuresOn(card).map(({ name }) => here.codes.findIndex((code) => name.endsWith(code)))),
]
const page = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

describe('the page where an officer is', () => {
  it('is kept when the layout changes: one figure of many firms begins at the first firm shown', async () => {
    const { card } = await press(5, 10, 'view', {}, { indicator: 'sales' })
    expect(shownOn(card)).toEqual(page(5, 14))
    expect(figuresOn(card).every(({ name }) => name.startsWith('sales_'))).toBe(true)
  })

  it('shows what was typed a moment ago, although it is not committed when the page is drawn', async () => {
    const form = typed(here.codes[5] ?? '', { sales: '80.5' })
    const { card } = await press(5, 10, 'view', form, { indicator: 'sales' })
    expect(shownOn(card)).toEqual(page(5, 14))
    expect(inputsOf(card)[0]).toEqual({ name: `sales_${here.codes[5]}`, value: '80.50' })
  })

  it('is kept on the way back to the pages by firm', async () => {
    const { card } = await press(5, 14, 'view', {}, { indicator: undefined }, { indicator: 'sales' })
    expect(shownOn(card)).toEqual(page(5, 10))
  })

  it('leaves out a firm that the same press completed', async () => {
    const { card } = await press(5, 10, 'view', typed(here.codes[6] ?? '', clean), { indicator: 'power' })
    expect(shownOn(card)).toEqual(page(5, 14).filter((place) => place !== 6))
  })

  it('moves on and back by pages, and around at the end', async () => {
    expect(shownOn((await press(0, 5, 'next')).card)).toEqual([5, 7, 8, 9, 10])
    expect(shownOn((await press(7, 12, 'previous')).card)).toEqual([2, 3, 4, 5, 6])
    expect(shownOn((await press(9, 14, 'next')).card)).toEqual(page(0, 5))
  })

  it('is stored before 停产 is asked about, and the list of firms follows', async () => {
    const { card } = await press(0, 5, 'halt', typed(here.codes[0] ?? '', clean))
    expect(card?.header.title.content).toBe('金沙街道 4月 企业停产、搬迁、注销')
    expect(await here.ports.store.report(here.of, here.codes[0] ?? ('' as never))).toMatchObject({
      state: 'submitted',
    })
  })
})
