import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RECORDS_A_PAGE } from '../../bot/cards/trail.ts'
import { haltToken } from '../../bot/flows/change-condition.ts'
import type { Person } from '../../shared/domain/person.ts'
import { nodesOf, textsOf } from './said-of.ts'
import { aTownship, clean, filing, people, stranger, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
const auditor: Person = {
  ...people.city,
  id: 'ou_auditor' as Person['id'],
  roles: people.city.roles.map((role) => ({ ...role, role: 'auditor' as const })),
}

beforeAll(async () => {
  here = await aTownship(3, [auditor])
})
afterAll(() => here.close())

const answersTo = async (who: typeof stranger, text: string, inGroup = false) => {
  const known = new Set((await here.pushed()).map(({ id }) => id))
  await here.say(who, text, inGroup)
  const pushes = (await here.pushed()).filter(({ id }) => !known.has(id))
  return Promise.all(pushes.map(async (push) => ({ push, reply: await here.render(push) })))
}

const trailOf = async (who: typeof stranger, text: string) => {
  const [answer] = await answersTo(who, text)
  const reply = answer?.reply
  return reply && 'card' in reply
    ? textsOf(reply.card).join('\n')
    : reply && 'text' in reply
      ? reply.text
      : ''
}

const file = async (who: Person, sales: string) => {
  const [code] = here.codes
  if (code === undefined) throw new Error('no firm')
  const tally = await here.ports.store.tally(here.of)
  await here.press(who, filing([code], tally?.sequence ?? 0)('submit'), typed(code, { ...clean, sales }))
}

describe('/留痕', () => {
  it('says that nothing has happened yet, and what to type', async () => {
    expect(await trailOf(people.officer, `/留痕 ${here.codes[0]}`)).toContain('还没有变动')
    expect(await trailOf(people.officer, '/留痕')).toContain('请写企业名称或代码')
    expect(await trailOf(people.officer, `/留痕 ${here.codes[0]} 13月`)).toContain('没有这个月份')
  })

  it('shows who, when, through which card, the old value and the new, the newest first', async () => {
    await file(people.officer, '80.5')
    await file(people.colleague, '90.25')
    const said = await trailOf(people.reviewer, `/留痕 ${here.codes[0]}`)
    const [newest = -1, oldest = -1] = [said.indexOf('colleague名'), said.indexOf('officer名')]
    expect(newest).toBeGreaterThan(0)
    expect(oldest).toBeGreaterThan(newest)
    expect(said).toContain('80.50 → 90.25 万元')
    expect(said).toContain('— → 80.50 万元')
    expect(said).toMatch(/5月15日 10:00.*报送.*通过卡片（report&#45;figures&#64;\d+）/)
  })

  it('shows what a firm was before it stood still, and why it does', async () => {
    const [, code] = here.codes
    const form = (await here.press(people.officer, haltToken(here.of, code))).card
    const [send] = nodesOf(form).filter(({ tag }) => tag === 'button')
    const [behaviour] = (send?.behaviors ?? []) as { value: unknown }[]
    await here.press(people.officer, behaviour?.value, { condition: 'suspended', reason: '锅炉检修' })
    const said = await trailOf(people.city, `/留痕 ${code} 2023-04`)
    expect(said).toContain('状态：正常 → 停产')
    expect(said).toContain('原因：锅炉检修')
  })

  it('pages, and says how the older ones are asked for', async () => {
    for (let more = 0; more < RECORDS_A_PAGE; more++) await file(people.officer, String(100 + more))
    const first = await trailOf(auditor, `/留痕 ${here.codes[0]} 4月`)
    expect(first).toContain(`第 1—${RECORDS_A_PAGE} 次，共 ${RECORDS_A_PAGE + 2} 次`)
    expect(first).toContain(`/留痕 ${here.codes[0]} 2023-04 第2页`)
    const second = await trailOf(auditor, `/留痕 ${here.codes[0]} 2023-04 第2页`)
    expect(second).toContain('80.50 → 90.25 万元')
    expect(second).not.toContain('第3页')
    expect(await trailOf(auditor, `/留痕 ${here.codes[0]} 第3页`)).toBe('只有 2 页。')
  })

  it('is for those who see the firm: nobody else is told that it exists', async () => {
    for (const who of [people.neighbour, people.leader, people.administrator, stranger])
      expect(await trailOf(who, `/留痕 ${here.codes[0]}`)).not.toMatch(/→|试验机械/)
  })

  it('goes to the asker alone when it is asked in a group, and may not be forwarded', async () => {
    const answers = await answersTo(people.officer, `/留痕 ${here.codes[0]}`, true)
    const carrying = answers.filter(({ reply }) => JSON.stringify(reply).includes('→'))
    expect(carrying.map(({ push }) => push.to)).toEqual([{ person: people.officer.id }])
    expect(carrying[0]?.reply).toMatchObject({ card: { config: { enable_forward: false } } })
  })
})
