import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../../bot/cards/kit.ts'
import { inputsOf } from './inputs-of.ts'
import { buttonsOf, nodesOf, textsOf } from './said-of.ts'
import { aTownship, clean, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(14)
})
afterAll(() => here.close())

const code = (index: number) => here.codes[index] ?? ''
const sequence = async () => (await here.ports.store.tally(here.of))?.sequence ?? 0
const press = async (
  step: string,
  form: Record<string, unknown>,
  some = {},
  codes = here.codes.slice(0, 5),
) => here.press(people.officer, filing(codes, await sequence(), some)(step), form)
/** The firms that a card asks figures of, as places in the roster, and which figures. */
const askedOn = (card: Card | undefined) =>
  inputsOf(card)
    .filter(({ name }) => !name.startsWith('find-') && !name.startsWith('say_'))
    .map(({ name }) => name.replace(/_(.+)$/, (_, firm: string) => `@${here.codes.indexOf(firm as never)}`))
const firmsOn = (card: Card | undefined) => [
  ...new Set(askedOn(card).map((name) => Number(name.split('@')[1]))),
]
const said = (card: Card | undefined) => textsOf(card).join('\n')
const tokenOf = (card: Card | undefined, words: string) =>
  nodesOf(card).flatMap(({ tag, text, behaviors }) =>
    tag === 'button' && (text as { content: string }).content === words
      ? [(behaviors as { value: unknown }[])[0]?.value]
      : [],
  )[0]

describe('a firm in a long list', () => {
  it('stands first on its page, by its number, its code or its name', async () => {
    expect(firmsOn((await press('find', { 'find-0': '8' })).card)).toEqual([7, 8, 9, 10, 11])
    expect(firmsOn((await press('find', { 'find-0': ` ${code(12).toLowerCase()} ` })).card)).toEqual([12, 13])
    expect(firmsOn((await press('find', { 'find-0': '第三试验' })).card)).toEqual([2, 3, 4, 5, 6])
  })

  it('is offered among those that may be meant, each with its page and its own card', async () => {
    const { card } = await press('find', { 'find-0': '试验机械' })
    expect(said(card)).toContain('有 14 户对得上，先列 8 户')
    expect(buttonsOf(card).filter((words) => words === '明细')).toHaveLength(8)
    const near = await press('find', { 'find-0': '南通第三实验机械' })
    expect(textsOf(near.card)[1]).toContain('3 南通第三试验机械')
    const { card: page } = await here.press(people.officer, tokenOf(card, '填报'))
    expect(firmsOn(page)).toHaveLength(5)
    const { card: back } = await here.press(people.officer, tokenOf(card, '返回'))
    expect(firmsOn(back)).toEqual([0, 1, 2, 3, 4])
  })

  it('is said to be unknown without losing what was typed, and nothing is stored', async () => {
    const answer = await press('find', { 'find-0': '上海某某', ...typed(code(0), clean) })
    expect(answer).toMatchObject({
      toast: { tone: 'warning', say: expect.stringContaining('没有找到“上海某某”') },
    })
    expect(answer.card).toBeUndefined()
    expect((await press('find', { 'find-0': ' ' })).toast?.say).toContain('找一户')
    expect((await here.ports.store.report(here.of, code(0) as never))?.state).toBe('expected')
  })

  it('takes in what was typed on the page before it goes there', async () => {
    const { card } = await press('find', { 'find-0': '10', ...typed(code(0), clean) })
    expect(firmsOn(card)).toEqual([9, 10, 11, 12, 13])
    expect((await here.ports.store.report(here.of, code(0) as never))?.state).toBe('submitted')
  })

  it('is looked for on the first card of the month too, and only where there are more than a page', async () => {
    await here.say(people.officer, '/待办')
    const push = (await here.pushed()).find(({ facts }) => facts.text === '/待办')
    const reply = push && (await here.render(push))
    const card = reply && 'card' in reply ? (reply.card as Card) : undefined
    expect(buttonsOf(card)).toEqual(expect.arrayContaining(['找', '看明细', '只看缺的']))
    const { card: page } = await here.press(people.officer, tokenOf(card, '找'), { 'find-0': '8' })
    expect(firmsOn(page)[0]).toBe(7)
  })
})

describe('只看缺的', () => {
  it('asks for what is missing and nothing else, and comes back to all', async () => {
    await press('submit', typed(code(1), { sales: '80.5', tax: '7.1', power: '6.2' }))
    await press('submit', { ...typed(code(2), { ...clean, sales: '0' }) })
    const { card } = await press('view', {}, { list: 'missing' })
    const asked = askedOn(card)
    expect(asked.filter((name) => name.endsWith('@1'))).toEqual(['staff@1'])
    // Power without sales is asked about: the sales alone, with room for a reason.
    expect(asked.filter((name) => name.endsWith('@2'))).toEqual(['sales@2'])
    expect(inputsOf(card).map(({ name }) => name)).toContain(`say_sales_${code(2)}`)
    expect(asked.filter((name) => name.endsWith('@0'))).toEqual([])
    expect(buttonsOf(card)).toContain('看全部')
    const { card: all } = await here.press(people.officer, tokenOf(card, '看全部'))
    expect(askedOn(all).filter((name) => name.endsWith('@1'))).toHaveLength(4)
  })

  it('keeps to it on the next page, and what is filled in there is gone from it', async () => {
    const { card } = await press('submit', typed(code(1), { staff: '44' }), { list: 'missing' }, [
      here.codes[1] as never,
    ])
    const { card: on } = await here.press(people.officer, tokenOf(card, '接着填（11 户）'))
    expect(firmsOn(on)).not.toContain(1)
    expect(firmsOn(on)).toContain(2)
    expect(buttonsOf(on)).toContain('看全部')
  })

  it('shows one figure of those firms that lack it', async () => {
    await press('submit', typed(code(3), { sales: '80.5' }))
    const { card } = await press('view', {}, { list: 'missing', indicator: 'sales' })
    expect(firmsOn(card)).not.toContain(3)
    expect(firmsOn(card)).toContain(4)
  })

  it('says so where nothing is missing, and stores nothing', async () => {
    const small = await aTownship(1)
    const [only] = small.codes
    if (only === undefined) throw new Error('no firm')
    const token = async () => filing([only], (await small.ports.store.tally(small.of))?.sequence ?? 0)
    await small.press(people.officer, (await token())('submit'), typed(only, clean))
    const answer = await small.press(people.officer, (await token())('view', { list: 'missing' }), {})
    expect(answer.toast?.say).toContain('没有缺的')
    expect(answer.card).toBeUndefined()
    await small.close()
  })
})
