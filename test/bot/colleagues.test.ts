import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { difficultyToken } from '../../bot/flows/report-difficulty.ts'
import type { Push } from '../../shared/domain/push.ts'
import { inputsOf } from './inputs-of.ts'
import { nodesOf, textsOf } from './said-of.ts'
import { aTownship, clean, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeEach(async () => {
  here = await aTownship(3)
})
afterEach(() => here.close())

/** The token of the button of that name. */
const tokenOf = (card: unknown, name: string): unknown =>
  nodesOf(card)
    .filter((node) => node.tag === 'button' && node.name === name)
    .map(({ behaviors }) => (behaviors as { value: unknown }[])[0]?.value)[0]
const tally = async () => {
  const found = await here.ports.store.tally(here.of)
  if (found === undefined) throw new Error('the township is open')
  return found
}
const pushes = async (kind: string, said?: string) =>
  (await here.pushed()).filter((push) => push.kind === kind && push.facts.said === said)
const cardOf = async (push: Push | undefined) => {
  const content = push && (await here.render(push))
  return content && 'card' in content ? content.card : undefined
}
/** A reminder to this person, as it would be sent now. */
const reminds = async (person: Push['to']) => {
  const [any] = await here.pushed()
  return cardOf({ ...any, kind: 'remind', ...here.of, facts: {}, to: person } as Push)
}
const explains = async (who = people.officer) => {
  const { card } = await here.press(who, difficultyToken(here.of))
  const form = { kind: '企业失联', words: '会计换人，电话打不通' }
  return { asked: card, answer: await here.press(who, tokenOf(card, 'tell'), form) }
}

describe('有困难 where two officers share a township', () => {
  it('says before the press that it is for the whole township and stops the colleague’s reminders', async () => {
    const { card } = await here.press(people.officer, difficultyToken(here.of))
    const said = textsOf(card).join()
    expect(said).toContain('整个金沙街道')
    expect(said).toContain(`您和同事（ou&#95;colleague名）的提醒都会停`)
    expect(said).toContain('文字只有同事和区、市工信人员可见')
  })

  it('tells the colleague who said it, why, and how to go on, and takes none of the month’s five', async () => {
    await explains()
    const told = await pushes('colleague', 'explained')
    expect(told).toMatchObject([{ to: { person: people.colleague.id }, proactive: false, quiet: true }])
    const card = await cardOf(told[0])
    const said = textsOf(card).join()
    for (const words of ['ou&#95;officer名', '企业失联', '会计换人', '恢复提醒'])
      expect(said).toContain(words)
    expect(JSON.stringify(card?.valueOf())).toContain('"summary":{"content":"4月数据情况"}')
    expect(await reminds({ person: people.colleague.id })).toBeUndefined()
  })

  it('is taken back by the colleague: both are reminded again, and whoever had said it is told', async () => {
    await explains()
    const [told] = await pushes('colleague', 'explained')
    const resume = tokenOf(await cardOf(told), 'resume')
    const answer = await here.press(people.colleague, resume)
    expect(answer.card?.header.title.content).toBe('提醒已恢复')
    const back = await pushes('colleague', 'resumed')
    expect(back).toMatchObject([{ to: { person: people.officer.id }, proactive: false }])
    expect(textsOf(await cardOf(back[0])).join()).toContain('ou&#95;colleague名恢复了金沙街道的提醒')
    expect(await cardOf(told)).toBeUndefined()
    for (const who of [people.officer, people.colleague])
      expect(await reminds({ person: who.id })).toBeDefined()
    const again = await here.press(people.colleague, resume)
    expect(again.toast?.say).toBe('提醒没有停，不用恢复。')
  })

  it('is nobody else’s to take back, and no message for whoever has left', async () => {
    const { answer } = await explains()
    const refused = await here.press(people.neighbour, tokenOf(answer.card, 'resume'))
    expect(refused.toast?.say).toContain('金沙街道')
    const [told] = await pushes('colleague', 'explained')
    expect(await cardOf(told && { ...told, to: { person: people.neighbour.id } })).toBeUndefined()
    expect((await tally()).difficulties).toHaveLength(1)
  })
})

describe('用我填的 against a colleague’s figures', () => {
  const reason = '与会计核对过开票汇总'
  const override = async () => {
    const [first = ''] = here.codes
    const shown = here.codes.slice(0, 1)
    await here.press(people.colleague, filing(shown, 1)('submit'), typed(first, clean))
    const form = typed(first, { ...clean, sales: '81' })
    const { card } = await here.press(people.officer, filing(shown, 1)('submit'), form)
    await here.press(people.officer, tokenOf(card, 'mine'), { ...form, override: reason })
    return pushes('overridden')
  }

  it('reaches the colleague once: the firm, who, the reason and both values, no figure before it is opened', async () => {
    const told = await override()
    expect(told).toMatchObject([{ to: { person: people.colleague.id }, proactive: false, quiet: true }])
    expect(JSON.stringify(told)).not.toMatch(/80\.5|81\.00|805000|810000/)
    const card = await cardOf(told[0])
    expect(textsOf(card).join('\n')).toMatch(
      /ou&#95;officer名.*与会计核对过开票汇总.*第一试验机械.*您报的：销售 80\.50 万元\n改用的：销售 81\.00 万元/s,
    )
    const { config, header } = card as { config: { summary: { content: string } }; header: object }
    expect(config.summary.content).toBe('4月数据情况')
    expect(JSON.stringify(header)).not.toMatch(/试验机械|8[01]/)
  })

  it('leads to that firm, with what counts now in its inputs', async () => {
    const [told] = await override()
    const { card } = await here.press(people.colleague, tokenOf(await cardOf(told), 'view'))
    const sales = inputsOf(card).find(({ name }) => name === `sales_${here.codes[0]}`)
    expect(sales?.value).toBe('81.00')
  })

  it('keeps the reason on the record with both values', async () => {
    await override()
    const [code] = here.codes
    if (code === undefined) throw new Error('three firms')
    const life = await here.ports.store.history(here.of.programme, code)
    expect(life?.versions.at(-1)).toMatchObject({
      ...{ reason, by: people.officer.id, before: { sales: 805_000 }, after: { sales: 810_000 } },
    })
  })

  it('is not told to somebody who is no officer there any more', async () => {
    const [told] = await override()
    expect(await cardOf(told && { ...told, to: { person: people.neighbour.id } })).toBeUndefined()
  })
})
