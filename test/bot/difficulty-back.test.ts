import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { difficultyToken } from '../../bot/flows/report-difficulty.ts'
import { buttonsOf, nodesOf } from './said-of.ts'
import { aTownship, people } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(3)
})
afterAll(() => here.close())

const behind = (card: unknown, words: string) =>
  nodesOf(card)
    .filter((node) => node.tag === 'button' && JSON.stringify(node.text).includes(words))
    .map((node) => ({
      sends: 'form_action_type' in node,
      behaviors: node.behaviors as { value: unknown }[],
    }))[0]

describe('返回 on the form of 有困难', () => {
  it('leads to the card on which the month begins, sends nothing and stops no reminder', async () => {
    const { card: asked } = await here.press(people.officer, difficultyToken(here.of))
    const back = behind(asked, '返回')
    expect(back?.sends).toBe(false)
    const { card } = await here.press(people.officer, back?.behaviors[0]?.value, { kind: '企业失联' })
    expect(card?.header.title.content).toBe('4月企业数据请报送')
    expect(buttonsOf(card)).toEqual(expect.arrayContaining(['开始填报（3 户）', '有困难']))
    expect((await here.ports.store.tally(here.of))?.difficulties ?? []).toEqual([])
  })

  it('leads nowhere for whoever may not file there', async () => {
    const { card: asked } = await here.press(people.officer, difficultyToken(here.of))
    const token = behind(asked, '返回')?.behaviors[0]?.value
    const { card, toast } = await here.press(people.neighbour, token)
    expect(card).toBeUndefined()
    expect(toast?.say).toContain('金沙街道')
  })
})
