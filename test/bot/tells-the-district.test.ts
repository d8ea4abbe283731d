import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { haltToken } from '../../bot/flows/change-condition.ts'
import { difficultyToken } from '../../bot/flows/report-difficulty.ts'
import type { CreditCode } from '../../shared/domain/enterprise.ts'
import { aTownship, group, people } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(3)
})
afterAll(() => here.close())

/** The token of the button of that name. */
const tokenOf = (card: unknown, name: string): unknown => {
  if (typeof card !== 'object' || card === null) return undefined
  if ('name' in card && card.name === name && 'behaviors' in card && Array.isArray(card.behaviors))
    return card.behaviors[0].value
  return Object.values(card)
    .map((part) => tokenOf(part, name))
    .find((token) => token !== undefined)
}
const news = async () => (await here.pushed()).filter(({ kind }) => kind === 'township-news')
const halt = async (code: CreditCode | undefined, form: Record<string, string>) => {
  const { card } = await here.press(people.officer, haltToken(here.of, code))
  return here.press(people.officer, tokenOf(card, 'change'), form)
}

describe('停产, 搬迁, 注销', () => {
  it('needs a reason, and changes nothing without one', async () => {
    const answer = await halt(here.codes[0], { condition: 'suspended', reason: ' ' })
    expect(answer.toast?.say).toContain('请写一句原因')
    expect(await news()).toEqual([])
  })

  it('is noted on the firm’s own card, which leads to the next firm and back to the figures', async () => {
    const answer = await halt(here.codes[0], { condition: 'suspended', reason: '4月起停产检修' })
    expect(answer.card?.header.title.content).toBe('已记下')
    const [again, file] = [tokenOf(answer.card, 'choose'), tokenOf(answer.card, 'rest')]
    const next = await here.press(people.officer, again)
    expect(next.card?.header.title.content).toBe('金沙街道 4月 企业停产、搬迁、注销')
    const rest = await here.press(people.officer, file)
    expect(JSON.stringify(rest.card)).not.toContain(`sales_${here.codes[0]}`)
    expect(JSON.stringify(rest.card)).toContain(`sales_${here.codes[1]}`)
  })

  it('reaches the district with its reason, as one message that later ones change', async () => {
    await halt(here.codes[1], { condition: 'moved', reason: '搬到海门' })
    const pushes = await news()
    expect(pushes.map(({ to }) => to)).toEqual([
      { person: people.reviewer.id },
      { person: people.reviewer.id },
    ])
    expect(new Set(pushes.map(({ thread }) => thread)).size).toBe(1)
    const said = JSON.stringify(pushes[0] && (await here.render(pushes[0])))
    for (const words of ['停产，4月起停产检修', '搬迁，搬到海门', '停产、搬迁、注销 2 户'])
      expect(said).toContain(words)
  })
})

describe('说明困难', () => {
  it('takes a kind from the list and nothing else, since the group sees it', async () => {
    const { card } = await here.press(people.officer, difficultyToken(here.of))
    const tell = tokenOf(card, 'tell')
    for (const kind of ['', '某某机械欠税120万元']) {
      const answer = await here.press(people.officer, tell, { kind, words: '某某机械欠税120万元' })
      expect(answer.toast?.say).toContain('请先选一项')
    }
    expect((await here.ports.store.tally(here.of))?.difficulties).toBeUndefined()
  })

  it('leads on to the figures, and the district hears the words that the group does not', async () => {
    const { card } = await here.press(people.officer, difficultyToken(here.of))
    const form = { kind: '企业失联', words: '会计换人，电话打不通' }
    const answer = await here.press(people.officer, tokenOf(card, 'tell'), form)
    expect(tokenOf(answer.card, 'rest')).toMatchObject({ flow: 'report-figures', step: 'rest' })
    const last = (await news()).at(-1)
    expect(JSON.stringify(last && (await here.render(last)))).toContain('会计换人，电话打不通')

    const { programme, month } = here.of
    await here.ports.store.commit([
      { is: 'chat', chat: { id: group, programme, unit: 'nt/tongzhou' as never, inside: true } },
    ])
    const push = { ...last, kind: 'overdue-district', to: { chat: group }, facts: { update: true }, month }
    const inGroup = JSON.stringify(await here.render(push as never))
    expect(inGroup).toContain('金沙街道（企业失联）')
    expect(inGroup).not.toContain('会计')
    expect(inGroup).toContain('https://applink.feishu.cn/client/bot/open?appId=cli_0123456789abcdef')
  })
})
