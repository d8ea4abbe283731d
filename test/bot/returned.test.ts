import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reviewToken } from '../../bot/flows/review-token.ts'
import { tellReturned } from '../../bot/flows/tell-returned.ts'
import type { CreditCode } from '../../shared/domain/enterprise.ts'
import { inputsOf } from './inputs-of.ts'
import { textsOf } from './said-of.ts'
import { aTownship, clean, filing, people, township, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(3)
  const form = Object.assign({}, ...here.codes.map((code) => typed(code, clean)))
  await here.press(people.officer, filing(here.codes, 1)('submit'), form)
  for (const firm of here.codes) await sendBack(firm)
})
afterAll(() => here.close())

const tally = async () => {
  const found = await here.ports.store.tally(here.of)
  if (found === undefined) throw new Error('the township is open')
  return found
}
const report = (code: CreditCode) => here.ports.store.report(here.of, code)
const sendBack = async (firm: CreditCode) =>
  here.press(people.reviewer, reviewToken(await tally())('return'), {
    firm,
    reason: '与上月、去年相差较大，请说明',
  })
const file = async (index: number, form: (code: CreditCode) => Record<string, string>) => {
  const shown = here.codes.slice(index, index + 1)
  const [code] = shown
  if (code === undefined) throw new Error('three firms')
  const token = filing(shown, (await tally()).sequence)
  return { code, answer: await here.press(people.officer, token('submit'), form(code)) }
}
const explanation = (code: string, text: string) => ({
  [`why_returned_${code}`]: '集中开票、交付验收',
  [`say_returned_${code}`]: text,
})

describe('a firm that was sent back', () => {
  it('reaches the officer who filed it as a card with the firm open, the reason, and room to explain', async () => {
    const [push] = (await here.pushed()).filter(({ kind }) => kind === 'returned')
    expect(push?.to).toEqual({ person: people.officer.id })
    const said = JSON.stringify(push && (await here.render(push)))
    for (const words of ['与上月、去年相差较大', `sales_${here.codes[0]}`, `say_returned_${here.codes[0]}`])
      expect(said).toContain(words)
  })

  it('stays returned when the same figures come again without a reason, and says so', async () => {
    const { code, answer } = await file(0, (code) => typed(code, clean))
    expect((await report(code))?.state).toBe('returned')
    expect(answer.card?.header.title.content).toBe('1 户请补一句说明')
    expect(JSON.stringify(answer.card)).toContain('请先选一个原因')
  })

  it('is shown again with its figures to correct, as they were typed, beside the room to explain', async () => {
    const { code, answer } = await file(0, (code) => typed(code, clean))
    const shown = Object.fromEntries(inputsOf(answer.card).map(({ name, value }) => [name, value]))
    expect(shown).toEqual({ ...typed(code, clean), [`say_returned_${code}`]: undefined })
  })

  it('is found again behind 查看、修改已报, with what was filed in its inputs', async () => {
    const token = filing(here.codes.slice(0, 1), (await tally()).sequence)
    const { card } = await here.press(people.officer, token('filed'))
    expect(inputsOf(card)).toContainEqual({ name: `sales_${here.codes[0]}`, value: '80.50' })
    expect(textsOf(card).join()).toContain('与上月、去年相差较大，请说明')
  })

  it('stays returned when the next page is asked for, and is shown again instead', async () => {
    const shown = here.codes.slice(0, 1)
    const token = filing(shown, (await tally()).sequence)
    const answer = await here.press(people.officer, token('next'), typed(shown[0] ?? '', clean))
    expect(JSON.stringify(answer.card)).toContain(`say_returned_${shown[0]}`)
  })

  it('is resubmitted with the same figures once they are explained, and the reviewer reads why', async () => {
    const { code } = await file(0, (code) => ({
      ...typed(code, clean),
      ...explanation(code, '4月只交付一台机床，客户推迟到5月'),
    }))
    const after = await report(code)
    expect(after).toMatchObject({ state: 'resubmitted', figures: { sales: 805_000 } })
    expect(after?.returned).toBeUndefined()
    const answer = await here.press(people.reviewer, reviewToken(await tally())('show'))
    expect(JSON.stringify(answer.card)).toContain('4月只交付一台机床，客户推迟到5月')
  })

  it('is resubmitted at once when a figure is corrected', async () => {
    const { code } = await file(1, (code) => typed(code, { ...clean, sales: '88' }))
    expect(await report(code)).toMatchObject({ state: 'resubmitted', questions: [] })
  })

  it('goes to the other officers of the township when its filer has gone', async () => {
    const gone = { ...people.neighbour, id: 'ou_gone' as typeof people.officer.id }
    const turn = { ports: here.ports, plan: await here.ports.store.plan(here.of.programme), id: 'x', at: 0 }
    const found = await report(here.codes[2] ?? ('' as CreditCode))
    const changes = await tellReturned(turn as never, { ...found, township, filedBy: gone.id } as never, [])
    expect(changes.map((change) => change.is === 'push' && change.push.to)).toEqual([
      { person: people.colleague.id },
      { person: people.officer.id },
    ])
  })
})
