import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filingToken } from '../../bot/flows/filing-token.ts'
import { Day, instantOf } from '../../shared/domain/instant.ts'
import type { Person } from '../../shared/domain/person.ts'
import { chaseOverdue } from '../../shared/usecases/chase-overdue.ts'
import { textsOf } from './said-of.ts'
import { aSharedTownship, deputy, head, may } from './shared-township.ts'
import { clean, people, township, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aSharedTownship>>
beforeAll(async () => {
  here = await aSharedTownship(4)
})
afterAll(() => here.close())

const textOf = (reply: unknown) => [...textsOf(reply), (reply as { text?: string })?.text ?? ''].join('\n')
const begin = async (form: Record<string, unknown>, who = people.reviewer) => {
  const card = await here.answers(people.reviewer, '/代班')
  return here.button(card, '请代班')(who, form)
}
const file = async (who: Person, index: number) => {
  const code = here.codes[index]
  if (code === undefined) throw new Error('no firm')
  const { sequence = 0 } = (await here.ports.store.tally(here.of)) ?? {}
  const token = filingToken({ ...here.of, codes: [code], seen: sequence })('submit')
  const answer = await here.press(who, token, typed(code, { ...clean }))
  return { code, answer, report: await here.ports.store.report(here.of, code) }
}
const asked = { officer: people.officer.id, person: deputy.id, until: '2023-05-20 +0800' }
const setClock = (day: string, time: string) => {
  const at = instantOf(Day.parse(day), time)
  here.ports.clock.now = () => at
}

describe('/代班', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ ...asked, until: '2023-05-14 +0800' }, '已经过了'],
    [{ ...asked, until: '2023-07-15 +0800' }, '最多 60 天'],
    [{ ...asked, until: '' }, '到哪一天'],
    [{ ...asked, officer: '' }, '代谁填报'],
    [{ ...asked, person: '' }, '由谁来代'],
    [{ ...asked, person: people.colleague.id }, '本来就能'],
    [{ ...asked, person: people.neighbour.id }, '不在本区名单'],
  ])('with %o begins nothing and says why', async (form, said) => {
    expect((await begin(form)).toast?.say).toContain(said)
    expect((await here.ports.store.person(deputy.id))?.standIns).toEqual([])
  })

  it('is begun by the head or the district only', async () => {
    for (const who of [people.officer, deputy, people.city, people.leader])
      expect((await begin(asked, who)).toast?.say).toContain('不在您的权限内')
    expect((await file(deputy, 0)).report?.state).toBe('expected')
  })

  it('lets somebody file until the day, who reads in whose place, and all concerned are told', async () => {
    const answer = await begin(asked)
    expect(textsOf(answer.card).join()).toContain('代 ou&#95;officer名 填报，到 5月20日')
    const told = await here.told('stand-in')
    expect(Object.keys(told).toSorted()).toEqual(['ou_deputy', 'ou_everywhere', 'ou_officer'])
    expect(told.ou_deputy).toContain('ou_deputy名从现在起代ou_officer名填报，到 5月20日')
    const home = textOf(await here.answers(deputy, '/待办'))
    expect(home).toContain('您在代 ou&#95;officer名 填报，到 5月20日。')
  })

  it('keeps in chain and version for whom it was filed, and /留痕 says so', async () => {
    const { code, report } = await file(deputy, 0)
    expect(report).toMatchObject({ state: 'submitted', filedBy: deputy.id })
    const entry = (await here.ports.store.audit(here.of)).at(-1)
    expect(entry).toMatchObject({ move: 'file', by: deputy.id, for: people.officer.id })
    const own = await file(people.colleague, 3)
    expect((await here.ports.store.audit(here.of)).at(-1)).not.toHaveProperty('for')
    expect(own.report?.state).toBe('submitted')
    expect(textOf(await here.answers(people.reviewer, `/留痕 ${code} ${may}`))).toContain(
      'ou&#95;deputy名（代 ou&#95;officer名）　报送',
    )
  })

  it('hears the reminders instead of whom it is for', async () => {
    const { store, clock } = here.ports
    const plan = await store.plan(here.of.programme)
    if (plan === undefined) throw new Error('no plan')
    const chase = { plan, month: may, rung: 'remind-due', at: clock.now(), key: 'remind-due' } as const
    await chaseOverdue(here.ports, chase)
    const reminded = (await here.pushed()).filter(({ kind }) => kind === 'remind')
    expect(reminded.map(({ to }) => ('person' in to ? to.person : '')).toSorted()).toEqual([
      'ou_colleague',
      'ou_deputy',
    ])
    const toDeputy = reminded.find(({ to }) => 'person' in to && to.person === deputy.id)
    expect(JSON.stringify(toDeputy && (await here.render(toDeputy)))).toContain('金沙街道')
  })

  it('says its difficulty for the firms of whom it is for', async () => {
    const home = await here.answers(deputy, '/待办')
    const form = await here.button(home, '有困难')(deputy)
    await here.button(form.card, '提交')(deputy, { kind: '企业失联', words: '' })
    const tally = await here.ports.store.tally(here.of)
    expect(tally?.difficulties).toMatchObject([{ by: deputy.id, for: people.officer.id, scope: 'own' }])
  })

  it('ends with the day, to the moment', async () => {
    setClock('2023-05-20', '23:59')
    expect((await file(deputy, 1)).report?.state).toBe('submitted')
    setClock('2023-05-21', '00:00')
    const { answer, report } = await file(deputy, 2)
    expect(report?.state).toBe('expected')
    expect(answer.toast?.say).toContain('您不在该处名单')
    const now = { unit: township, role: 'officer', at: here.ports.clock.now() } as const
    const officers = await here.ports.store.people(here.of.programme, now)
    expect(officers.map(({ person }) => person).toSorted()).toEqual(['ou_colleague', 'ou_officer'])
    setClock('2023-05-15', '10:00')
  })

  it('ends early with a button, once', async () => {
    const card = await here.answers(head, '/代班')
    const end = here.button(card, '结束ou_deputy名的代班')
    expect((await end(people.officer)).toast?.say).toContain('不在您的权限内')
    expect((await end(head)).toast?.say).toContain('代班已结束')
    expect((await end(head)).toast?.say).toContain('已经结束')
    expect((await file(deputy, 2)).report?.state).toBe('expected')
    const moves = (await here.ports.store.audit(here.of)).map(({ move }) => move)
    expect(moves.filter((move) => move.includes('stand-in'))).toEqual(['stand-in', 'end-stand-in'])
  })
})
