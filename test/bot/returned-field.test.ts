import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reviewToken } from '../../bot/flows/review-token.ts'
import type { CreditCode } from '../../shared/domain/enterprise.ts'
import { nodesOf, textsOf } from './said-of.ts'
import { aTownship, clean, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(3)
  const form = Object.assign({}, ...here.codes.map((code) => typed(code, clean)))
  await here.press(people.officer, filing(here.codes, 1)('submit'), form)
})
afterAll(() => here.close())

const tally = async () => {
  const found = await here.ports.store.tally(here.of)
  if (found === undefined) throw new Error('the township is open')
  return found
}
const firm = (index: number): CreditCode => {
  const code = here.codes[index]
  if (code === undefined) throw new Error('three firms')
  return code
}
const report = (index: number) => here.ports.store.report(here.of, firm(index))
const sendBack = async (index: number, field: string, words = '') =>
  here.press(people.reviewer, reviewToken(await tally())('return'), {
    firm: firm(index),
    field,
    reason: '单位疑似有误，请核对',
    words,
  })
const file = async (index: number, form: Record<string, string>) =>
  here.press(people.officer, filing([firm(index)], (await tally()).sequence)('submit'), form)
const officerCard = async (index: number) => {
  const push = (await here.pushed()).findLast(
    ({ kind, facts }) => kind === 'returned' && facts.code === firm(index),
  )
  return push && here.render(push)
}
const reviewed = async () => here.press(people.reviewer, reviewToken(await tally())('show'))

describe('one figure that was sent back', () => {
  it('stands open on the officer’s card, with the others folded as they were filed', async () => {
    await sendBack(0, 'power', '请看电表')
    expect((await report(0))?.returned).toMatchObject({
      on: 'power',
      reason: '单位疑似有误，请核对；请看电表',
    })
    const card = await officerCard(0)
    const fold = nodesOf(card ?? {}).find(({ tag }) => tag === 'collapsible_panel')
    const inputs = (within: object) =>
      nodesOf(within).flatMap(({ tag, name }) => (tag === 'input' && typeof name === 'string' ? [name] : []))
    expect(inputs(fold ?? {})).toEqual(['sales', 'tax', 'staff'].map((id) => `${id}_${firm(0)}`))
    expect(inputs(card ?? {})).toContain(`power_${firm(0)}`)
    expect(textsOf(card ?? {}).join()).toContain('只退回“用电量”这一项')
  })

  it('is corrected first: its input stands above the room to explain, as the card says', async () => {
    const names = nodesOf((await officerCard(0)) ?? {}).flatMap(({ name }) =>
      typeof name === 'string' && name.endsWith(firm(0)) ? [name.slice(0, -firm(0).length - 1)] : [],
    )
    expect(names).toEqual(['power', 'why_returned', 'say_returned', 'sales', 'tax', 'staff'])
  })

  it('is filed again only when that figure is another one, or is explained', async () => {
    const answer = await file(0, typed(firm(0), { ...clean, staff: '46' }))
    expect(await report(0)).toMatchObject({ state: 'returned', figures: { staff: 460_000, power: 62_000 } })
    expect(JSON.stringify(answer.card)).toContain(`power_${firm(0)}`)
    expect(JSON.stringify(answer.card)).toContain('请先选一个原因')
    await file(0, typed(firm(0), { power: '6.4' }))
    expect(await report(0)).toMatchObject({
      state: 'resubmitted',
      figures: { power: 64_000 },
      mended: {
        was: { power: 62_000, staff: 440_000 },
        on: 'power',
        reason: '单位疑似有误，请核对；请看电表',
      },
    })
  })

  it('comes back to the reviewer as what changed, both values of it, and nothing else', async () => {
    const { card } = await reviewed()
    const said = textsOf(card ?? {}).find((text) => text.includes('退回时问的'))
    expect(said).toContain('用电量：6.20 → **6.40** 万千瓦时')
    expect(said).toContain('用工人数：44 → **46** 人')
    expect(said).not.toContain('80.5')
    const rows = nodesOf(card ?? {}).find(({ tag }) => tag === 'table')?.rows as Record<string, string>[]
    expect(rows.find(({ state }) => state === '已重报')).toMatchObject({
      sales: '同前',
      tax: '同前',
      power: '6.40',
    })
  })

  it('is explained first where nothing changed', async () => {
    await sendBack(1, 'sales')
    await file(1, {
      [`why_returned_${firm(1)}`]: '集中开票、交付验收',
      [`say_returned_${firm(1)}`]: '4月只交付一台机床，客户推迟到5月',
    })
    const { card } = await reviewed()
    const said = textsOf(card ?? {}).find((text) => text.includes('数没有变')) ?? ''
    expect(said.indexOf('4月只交付一台')).toBeLessThan(said.indexOf('退回时问的'))
  })

  it('is forgotten once the reviewer accepts, and a whole firm is asked for where no figure is named', async () => {
    await here.press(people.reviewer, reviewToken(await tally())('accept-one'), { firm: firm(0) })
    expect((await report(0))?.mended).toBeUndefined()
    await sendBack(2, 'all')
    expect((await report(2))?.returned?.on).toBeUndefined()
    expect(nodesOf((await officerCard(2)) ?? {}).some(({ tag }) => tag === 'collapsible_panel')).toBe(false)
  })
})
