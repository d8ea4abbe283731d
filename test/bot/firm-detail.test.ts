import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../../bot/cards/kit.ts'
import { reviewToken } from '../../bot/flows/review-token.ts'
import { buttonsOf, nodesOf, rowsOf, textsOf } from './said-of.ts'
import { aTownship, clean, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(9)
})
afterAll(() => here.close())

const code = (index: number) => {
  const found = here.codes[index]
  if (found === undefined) throw new Error('no such firm')
  return found
}
const reportOf = (index: number) => here.ports.store.report(here.of, code(index))
const press = async (step: string, form: Record<string, unknown> = {}, some = {}, who = people.officer) => {
  const sequence = (await here.ports.store.tally(here.of))?.sequence ?? 0
  return here.press(who, filing(here.codes.slice(0, 5), sequence, some)(step), form)
}
const said = (card: unknown) => textsOf(card).join('\n')
const tokenOf = (card: Card | undefined, words: RegExp) =>
  nodesOf(card).flatMap(({ tag, text, behaviors }) =>
    tag === 'button' && words.test((text as { content: string }).content)
      ? [(behaviors as { value: unknown }[])[0]?.value]
      : [],
  )[0]
const declare = async (index: number, none: unknown) => {
  const { card } = await press('none', { none }, { firm: code(index) })
  return card
}
const repliesTo = async (who: typeof people.officer, text: string) => {
  const known = new Set((await here.pushed()).map(({ id }) => id))
  await here.say(who, text)
  const pushes = (await here.pushed()).filter(({ id }) => !known.has(id))
  return Promise.all(pushes.map((push) => here.render(push)))
}

describe('a firm’s own card', () => {
  it('is opened from its row, after what was typed on the page was taken in, and leads back to that page', async () => {
    const { card } = await press('row-detail', typed(code(1), clean), { firm: code(1) })
    expect(said(card)).toContain('应税销售 **80.50 万元**\n')
    expect(said(card)).toContain('上月 77.7777，去年4月 77.7777')
    expect((await reportOf(1))?.state).toBe('submitted')
    const { card: page } = await here.press(people.officer, tokenOf(card, /^返回$/))
    expect(buttonsOf(page).filter((words) => words === '明细')).toHaveLength(5)
    const { card: own } = await here.press(people.officer, tokenOf(card, /填报、修改/))
    expect(said(own)).toMatch(/^.*\n?.*\*\*2 /)
  })

  it('shows the months of this year above those of last year, the newest first', async () => {
    const { card } = await press('detail', {}, { firm: code(0) })
    const [newest, before, first] = rowsOf(card).map(([month, sales]) => [month, sales?.split('\n')])
    expect(newest?.[0]).toBe('4月')
    expect(newest?.[1]?.[0]).toBe('—')
    expect(newest?.[1]?.[1]).toContain('77.7777')
    expect([before?.[0], before?.[1]?.[0]]).toEqual(['3月', '77.7777'])
    expect([first?.[0], first?.[1]?.[0]]).toEqual(['2月', '—'])
  })

  it('says what is asked, and asks for words about this firm alone', async () => {
    await press('submit', {
      ...typed(code(2), { ...clean, sales: '0' }),
      ...typed(code(3), { ...clean, sales: '0' }),
    })
    const { card } = await press('detail', {}, { firm: code(2) })
    expect(said(card)).toContain('要说明的')
    const { card: asked } = await here.press(people.officer, tokenOf(card, /补说明/))
    expect(said(asked)).toContain('**3 ')
    expect(said(asked)).not.toContain('**4 ')
  })

  it('is nobody’s who does not file for the township', async () => {
    for (const who of [people.neighbour, people.reviewer, people.leader, people.administrator]) {
      const answer = await press('detail', {}, { firm: code(0) }, who)
      expect(answer.card).toBeUndefined()
      expect(answer.toast?.tone).toBe('warning')
    }
  })
})

describe('本月无', () => {
  it('is offered for what is missing alone, with nothing chosen', async () => {
    await press('submit', typed(code(5), { sales: '80.5', staff: '44' }), { codes: [code(5)] })
    const { card } = await press('detail', {}, { firm: code(5) })
    const [select] = nodesOf(card).filter(({ tag }) => tag === 'multi_select_static')
    expect(nodesOf(select).flatMap(({ value }) => (value === undefined ? [] : [value]))).toEqual([
      'tax',
      'power',
    ])
    expect(select).not.toHaveProperty('selected_values')
    const { card: whole } = await press('detail', {}, { firm: code(1) })
    expect(JSON.stringify(whole)).not.toContain('multi_select_static')
  })

  it('needs a choice, and leaves what is filed out of it', async () => {
    for (const none of [undefined, [], 'tax', ['sales'], ['nonsense']]) {
      const answer = await press('none', none === undefined ? {} : { none }, { firm: code(5) })
      expect(answer.toast?.say).toContain('请先选出')
      expect(answer.card).toBeUndefined()
    }
  })

  it('names the firm and the figures before it stores them as declared zeros', async () => {
    const card = await declare(5, ['tax', 'power', 'sales'])
    expect(said(card)).toContain('南通第六试验机械')
    expect(said(card)).toContain('**入库税收、用电量**')
    expect((await reportOf(5))?.state).toBe('partial')
    await here.press(people.officer, tokenOf(card, /^确认本月无/))
    expect(await reportOf(5)).toMatchObject({
      figures: { sales: 805_000, tax: 0, power: 0, staff: 440_000 },
      declared: ['tax', 'power'],
    })
  })

  it('goes through the edits like a typed 0', async () => {
    const report = await reportOf(5)
    await press('submit', typed(code(6), { sales: '80.5', staff: '44', tax: '0', power: '0' }), {
      codes: [code(6)],
    })
    const other = await reportOf(6)
    expect(report?.questions).toEqual(other?.questions)
    expect(report?.questions.length).toBeGreaterThan(0)
    expect([report?.state, other?.declared]).toEqual([other?.state, undefined])
  })

  it('is said in 留痕, and to the district where it looks', async () => {
    const [trail] = await repliesTo(people.reviewer, `/留痕 ${code(5)}`)
    expect(said(trail)).toContain('入库税收：— → 0.00 万元（本月无）')
    const [firm] = await repliesTo(people.reviewer, `/企业 ${code(5)}`)
    expect(said(firm)).toContain('入库税收 本月无')
    const tally = await here.ports.store.tally(here.of)
    if (tally === undefined) throw new Error('not open')
    const { card } = await here.press(people.reviewer, reviewToken(tally)('show'))
    expect(
      rowsOf(card)
        .find(([name]) => name?.startsWith('6 '))
        ?.filter((cell) => cell === '本月无'),
    ).toHaveLength(2)
  })

  it('ends with the figure that is filed instead', async () => {
    await press('submit', typed(code(5), { tax: '3.5' }), { codes: [code(5)] })
    expect((await reportOf(5))?.declared).toEqual(['power'])
  })

  it('changes nothing where somebody filed after it was chosen, and shows the firm as it is', async () => {
    const card = await declare(7, ['sales', 'tax'])
    await press('submit', typed(code(7), { sales: '12.5' }), { codes: [code(7)] })
    const answer = await here.press(people.officer, tokenOf(card, /^确认本月无/))
    expect(answer.toast?.say).toContain('刚有人报过')
    expect(said(answer.card)).toContain('**12.50 万元**')
    expect((await reportOf(7))?.figures).toEqual({ sales: 125_000 })
  })
})

describe('复制一段话发给企业', () => {
  const textAfter = async (some: object) => {
    const known = new Set((await here.pushed()).map(({ id }) => id))
    const answer = await press('forward', {}, some)
    const [push] = (await here.pushed()).filter(({ id }) => !known.has(id))
    const reply = push && (await here.render(push))
    return { answer, push, text: reply && 'text' in reply ? reply.text : '' }
  }

  it('comes as a message of its own to the officer: what is asked, till when, and no figure of anybody', async () => {
    const { answer, push, text } = await textAfter({})
    expect(answer.toast?.say).toContain('长按')
    expect(push?.to).toEqual({ person: people.officer.id })
    expect(text).toContain('①应税销售（万元）')
    expect(text).not.toContain('试验机械')
  })

  it('asks one firm for what it still owes, and to look again at what is asked about', async () => {
    const { text } = await textAfter({ firm: code(7) })
    expect(text).toContain('第八试验机械会计好')
    expect(text).toContain('2023年4月的入库税收（万元）、用电量（万千瓦时）、用工人数（人）')
    expect(text).not.toContain('应税销售')
    const { text: asked } = await textAfter({ firm: code(2) })
    expect(asked).toContain('再核对一下 4月的应税销售')
    for (const said of [text, asked]) expect(said).not.toMatch(/\d[\d,]*\.\d/)
  })

  it('is told nobody who has left the township meanwhile', async () => {
    const { push } = await textAfter({ firm: code(7) })
    if (push === undefined) throw new Error('no push')
    expect(await here.render({ ...push, to: { person: people.neighbour.id } })).toBeUndefined()
  })
})
