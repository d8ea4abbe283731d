import { afterAll, beforeAll, expect, it } from 'vitest'
import { haltToken } from '../../bot/flows/change-condition.ts'
import { buttonsOf, nodesOf } from './said-of.ts'
import { aTownship, clean, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(2)
})
afterAll(() => here.close())

const tokenOf = (card: object | undefined, words: string): unknown => {
  const button = nodesOf(card).find(
    ({ tag, text }) => tag === 'button' && (text as { content: unknown }).content === words,
  )
  return (button?.behaviors as { value: unknown }[] | undefined)?.[0]?.value
}
const back = (card: object | undefined) => here.press(people.officer, tokenOf(card, '返回填报'))

it('leads from the chooser, and from a firm, back to the firms that are still to be filed', async () => {
  const chooser = (await here.press(people.officer, haltToken(here.of))).card
  expect(buttonsOf(chooser)).toEqual(['下一步', '返回填报'])
  expect((await back(chooser)).card?.header.title.content).toBe('金沙街道 4月')
  const firm = (await here.press(people.officer, haltToken(here.of, here.codes[0]))).card
  expect(buttonsOf((await back(firm)).card)).toContain('提交本页')
})

it('leads back to what is filed where nothing is left', async () => {
  const figures = Object.assign({}, ...here.codes.map((code) => typed(code, clean)))
  await here.press(people.officer, filing(here.codes, 1)('submit'), figures)
  const chooser = (await here.press(people.officer, haltToken(here.of))).card
  const answer = await back(chooser)
  expect(answer.toast).toBeUndefined()
  expect(nodesOf(answer.card).filter(({ tag }) => tag === 'input')).toHaveLength(8)
})
