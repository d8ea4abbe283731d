import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inputsOf } from './inputs-of.ts'
import { aTownship, clean, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship()
})
afterAll(() => here.close())

const valuesOf = (card: unknown) =>
  Object.fromEntries(
    inputsOf(card).flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  )
const sequence = async () => (await here.ports.store.tally(here.of))?.sequence ?? 0

describe('what a person typed', () => {
  it('stays in its inputs after a refusal, right and wrong alike, and only the refused firm comes back', async () => {
    const [first = '', second = ''] = here.codes
    const wrong = { sales: '一百五', tax: '-', power: '31,00', staff: '12.5' }
    const form = { ...typed(first, clean), ...typed(second, { ...wrong, tax: '4.20' }) }
    const answer = await here.press(people.officer, filing(here.codes.slice(0, 2), 1)('submit'), form)
    expect(answer.card?.header.title.content).toBe('已收 1 户，1 户请改一下')
    expect(valuesOf(answer.card)).toEqual(typed(second, { ...wrong, tax: '4.20' }))
  })

  it('stays when the page asks one figure of many firms, and no other figure is asked', async () => {
    const [, , third = '', fourth = ''] = here.codes
    const token = filing(here.codes.slice(2, 4), await sequence(), { indicator: 'power' })
    const form = { ...typed(third, { power: '3.1度' }), ...typed(fourth, { power: '无' }) }
    const answer = await here.press(people.officer, token('next'), form)
    expect(answer.card?.header.title.content).toBe('2 户请改一下')
    expect(inputsOf(answer.card).map(({ name, value }) => [name, value])).toEqual([
      [`power_${third}`, '3.1度'],
      [`power_${fourth}`, '无'],
    ])
  })

  it('stays with the explanation when the corrected figure is refused', async () => {
    const [, , , , fifth = ''] = here.codes
    const answer = await here.press(
      people.officer,
      filing(here.codes.slice(4, 5), await sequence())('submit'),
      {
        ...typed(fifth, { sales: '80万' }),
        [`why_sales_${fifth}`]: '新线投产',
        [`say_sales_${fifth}`]: '4月2日新线投产，多交付两台机床',
      },
    )
    expect(valuesOf(answer.card)).toEqual({
      [`sales_${fifth}`]: '80万',
      [`say_sales_${fifth}`]: '4月2日新线投产，多交付两台机床',
    })
    expect(JSON.stringify(answer.card)).toContain('"initial_option":"新线投产"')
  })

  it('stays with an explanation that is none, and the sentence says what to write', async () => {
    const [, , , , , sixth = ''] = here.codes
    const shown = here.codes.slice(5, 6)
    const form = { ...typed(sixth, { ...clean, sales: '0' }) }
    const asked = await here.press(people.officer, filing(shown, await sequence())('submit'), form)
    expect(asked.card?.header.title.content).toBe('已收 1 户，其中 1 户请补一句说明')
    const answer = await here.press(people.officer, filing(shown, await sequence())('submit'), {
      [`why_sales_${sixth}`]: '其他',
      [`say_sales_${sixth}`]: '核实无误，数据属实',
    })
    expect(valuesOf(answer.card)).toMatchObject({ [`say_sales_${sixth}`]: '核实无误，数据属实' })
    expect(JSON.stringify(answer.card)).toContain('“核实无误”看不出原因')
  })

  it('is neither stored nor wiped from the card when nothing was typed at all', async () => {
    const last = here.codes.slice(6, 7)
    const before = await sequence()
    const answer = await here.press(people.officer, filing(last, before)('submit'), {})
    expect(answer.card).toBeUndefined()
    expect(answer.toast?.say).toContain('这一页还没有填数')
    expect(await sequence()).toBe(before)
  })
})
