import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filingToken } from '../../bot/flows/filing-token.ts'
import { seal } from '../../shared/store/chain.ts'
import { verifyAudit } from '../../shared/usecases/verify-audit.ts'
import { worker } from '../build/works.ts'
import { nodesOf, textsOf } from './said-of.ts'
import { aSharedTownship, deputy, everywhere, firmsBy, head, may } from './shared-township.ts'
import { clean, people, township, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aSharedTownship>>
let city: ReturnType<typeof worker>
beforeAll(async () => {
  here = await aSharedTownship(18)
  city = worker(here.ports)
})
afterAll(() => here.close())

const textOf = (reply: unknown) => [...textsOf(reply), (reply as { text?: string })?.text ?? ''].join('\n')
const optionsOf = (card: unknown, name: string) =>
  nodesOf(card)
    .filter((node) => node.tag === 'select_static' && node.name === name)
    .flatMap(({ options }) => options as { value: string; text: { content: string } }[])
const submitOne = async (seen: number) => {
  const [code] = here.codes
  if (code === undefined) throw new Error('no firm')
  const token = filingToken({ ...here.of, codes: [code], seen })('submit')
  return { code, token, form: typed(code, { ...clean }) }
}

describe('/交接', () => {
  it('is not for officers', async () => {
    expect(textOf(await here.answers(people.officer, '/交接'))).toContain('不在您的权限内')
    const card = await here.answers(head, '/交接')
    const press = here.button(card, '交接')
    const form = { giver: people.officer.id, taker: deputy.id }
    expect((await press(people.officer, form)).toast?.say).toContain('不在您的权限内')
    expect(firmsBy(await here.ports.store.enterprises(here.of.programme, township))).toEqual({
      ou_officer: 17,
      ou_colleague: 1,
    })
  })

  it('names the officers with their firms, and the people of the district who could take over', async () => {
    const card = await here.answers(head, '/交接')
    expect(textOf(card)).toContain('分片 17 户')
    expect(optionsOf(card, 'giver').map(({ value }) => value)).toEqual(['ou_colleague', 'ou_officer'])
    const takers = optionsOf(card, 'taker').map(({ value }) => value)
    expect(takers).toContain(deputy.id)
    expect(takers).not.toContain(people.neighbour.id)
  })

  it('asks a district first which township it is', async () => {
    const card = await here.answers(everywhere, '/交接')
    expect(textOf(card)).toContain('请选要办经办人交接的镇')
    const chosen = await here.button(card, '下一步')(everywhere, { township })
    expect(textsOf(chosen.card).join()).toContain('现在的经办人')
    const elsewhere = await here.button(card, '下一步')(people.reviewer, { township: 'nt/rugao/320682001' })
    expect(elsewhere.toast?.say).toContain('不在您的权限内')
  })

  it.each([
    [{}, '从谁那里接'],
    [{ giver: 'ou_officer' }, '交给谁'],
    [{ giver: 'ou_officer', taker: 'ou_officer' }, '同一个人'],
    [{ giver: 'ou_officer', taker: 'ou_neighbour' }, '不在本区名单'],
    [{ giver: 'ou_deputy', taker: 'ou_colleague' }, '已经不是这里的经办人'],
  ])('with %o changes nothing and says what to do', async (form, said) => {
    const card = await here.answers(head, '/交接')
    const answer = await here.button(card, '交接')(head, form)
    expect(answer.toast?.say).toContain(said)
    expect(await city.jobs()).toEqual([])
  })

  it('passes role and firms with one press, and everybody concerned is told in a line', async () => {
    const card = await here.answers(head, '/交接')
    const done = await here.button(card, '交接')(head, { giver: people.officer.id, taker: deputy.id })
    expect(textsOf(done.card).join()).toContain('17 户正在转')
    await city.doJobs()
    const { store } = here.ports
    expect(firmsBy(await store.enterprises(here.of.programme, township))).toEqual({
      ou_deputy: 17,
      ou_colleague: 1,
    })
    expect(firmsBy(await store.reports(here.of))).toEqual({ ou_deputy: 17, ou_colleague: 1 })
    const officers = await store.people(here.of.programme, { unit: township, role: 'officer' })
    expect(officers.map(({ person }) => person).toSorted()).toEqual(['ou_colleague', 'ou_deputy'])
    const told = await here.told('handed-over')
    expect(Object.keys(told).toSorted()).toEqual(['ou_deputy', 'ou_everywhere', 'ou_officer', 'ou_reviewer'])
    for (const said of Object.values(told)) expect(said).toContain('已由ou_officer名交给ou_deputy名')
  })

  it('leaves the old officer a kind sentence on the card that was begun, and stores nothing of it', async () => {
    const { code, token, form } = await submitOne(1)
    const before = await here.ports.store.report(here.of, code)
    const answer = await here.press(people.officer, token, form)
    expect(answer.toast?.say).toContain('交给ou_deputy名')
    expect(await here.ports.store.report(here.of, code)).toEqual(before)
  })

  it('leaves the cards of the others as good as they were', async () => {
    const { code, token, form } = await submitOne(1)
    await here.press(deputy, token, form)
    expect(await here.ports.store.report(here.of, code)).toMatchObject({
      state: 'submitted',
      filedBy: deputy.id,
      officer: deputy.id,
    })
  })

  it('stands in the record: of the township who gave and took, of each firm whose it was', async () => {
    const { store } = here.ports
    const [, entry] = await store.audit(here.of)
    expect(entry).toMatchObject({ move: 'handover', by: head.id, reason: 'ou_officer → ou_deputy' })
    const trail = textOf(await here.answers(people.reviewer, `/留痕 ${here.codes[0]} ${may}`))
    expect(trail).toContain('经办人：ou&#95;officer名 → ou&#95;deputy名')
    const plan = await store.plan(here.of.programme)
    if (plan === undefined) throw new Error('no plan')
    const verifying = await verifyAudit({ store, seal, plan, scope: { unit: township } })
    const breaks = []
    for await (const verified of verifying.chains()) breaks.push(...verified.breaks)
    expect(breaks).toEqual([])
  })

  it('again finds nothing to pass', async () => {
    const entries = (await here.ports.store.audit(here.of)).length
    const card = await here.answers(head, '/交接')
    const answer = await here.button(card, '交接')(head, { giver: people.officer.id, taker: deputy.id })
    expect(answer.toast?.say).toContain('已经不是这里的经办人')
    expect(await here.ports.store.audit(here.of)).toHaveLength(entries)
  })
})
