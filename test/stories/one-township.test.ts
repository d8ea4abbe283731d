import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatch } from '../../bot/dispatch.ts'
import { filingToken } from '../../bot/flows/filing-token.ts'
import { renderPush } from '../../bot/notices/index.ts'
import { makeCreditCode } from '../../shared/domain/credit-code.ts'
import { Enterprise } from '../../shared/domain/enterprise.ts'
import { Day, instantOf } from '../../shared/domain/instant.ts'
import { Month } from '../../shared/domain/month.ts'
import { type Person, Person as PersonShape } from '../../shared/domain/person.ts'
import { parsePlan } from '../../shared/domain/plan.ts'
import { foldReports } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { Ports } from '../../shared/ports.ts'
import { brokenAt } from '../../shared/store/chain.ts'
import { runAgenda } from '../../shared/usecases/run-agenda.ts'
import { aTable } from '../build/table.ts'

const text = readFileSync(
  new URL('../../shared/domain/programmes/nantong-2022-2024.json', import.meta.url),
  'utf8',
)
const whole = parsePlan(JSON.parse(text))
const plan = {
  ...whole,
  units: whole.units.filter(({ path }) => path.split('/').length < 3 || path === 'nt/tongzhou/320612001'),
}
const township = UnitPath.parse('nt/tongzhou/320612001')
const month = Month.parse('2023-03')
const of = { programme: 'nt22', month, township }

const person = (id: string, role: string, unit: string): Person =>
  PersonShape.parse({ id, name: id, roles: [{ programme: 'nt22', role, unit }] })
const officer = person('ou_zhang', 'officer', township)
const colleague = person('ou_wang', 'officer', township)
const city = person('ou_city', 'city', 'nt')
const stranger = 'ou_stranger'

const codes = Array.from({ length: 7 }, (_, index) =>
  makeCreditCode('91320612', `T000000${index}`),
).toSorted()
const firms = codes.map((code, index) =>
  Enterprise.parse({
    code,
    name: `试验${index}机械`,
    unit: township,
    division: '34',
    tier: 'growth',
    from: '2022-01',
  }),
)

let now = instantOf(Day.parse('2023-04-07'), '09:00')
let table: Awaited<ReturnType<typeof aTable>>
let ports: Ports
let events = 0

beforeAll(async () => {
  table = await aTable({ plan, people: [officer, colleague, city], firms })
  ports = {
    store: table.store,
    clock: {
      now: () => now,
      wall: () => Date.now(),
      monotonic: () => performance.now(),
      sleep: async () => {},
    },
    log: () => {},
  }
})
afterAll(() => table.close())

const press = (from: string, value: unknown, form: Record<string, unknown> = {}) =>
  dispatch(ports, {
    is: 'press',
    id: `event-${++events}`,
    at: now,
    from: PersonShape.shape.id.parse(from),
    chat: 'oc_1' as never,
    message: 'om_1',
    value,
    form,
  })

const state = (seen: number, some: readonly string[]) =>
  filingToken({
    programme: 'nt22',
    month,
    township,
    codes: codes.filter((code) => some.includes(code)),
    seen,
  })

const figures = (code: string, sales: string) => ({
  [`sales_${code}`]: sales,
  [`tax_${code}`]: '4.2',
  [`power_${code}`]: '3.1',
  [`staff_${code}`]: '45',
})

describe('one township lives March 2023', () => {
  it('asks nobody before somebody of the city has pressed 开表', async () => {
    await runAgenda(ports, plan)
    const [pending, ...others] = await ports.store.pending('bulk', now, 10)
    expect(others).toEqual([])
    expect(pending?.push).toMatchObject({ kind: 'opening', to: { person: 'ou_city' } })
    expect(pending && (await renderPush(ports)(pending.push))).toMatchObject({
      card: { header: { title: { content: '2023年3月数据，是否开表？' } } },
    })
  })

  it('freezes seven firms and plans one card for each officer after the press', async () => {
    const opened = await press('ou_city', {
      flow: 'open-month',
      version: 1,
      step: 'open',
      state: { programme: 'nt22', month },
    })
    expect(opened.card?.header.title.content).toBe('正在开表')
    await runAgenda(ports, plan)
    await runAgenda(ports, plan)
    const asked = (await ports.store.pending('bulk', now, 50)).filter(({ push }) => push.kind === 'ask')
    expect(asked.map(({ push }) => push.to)).toEqual([{ person: 'ou_wang' }, { person: 'ou_zhang' }])
    expect((await ports.store.tally(of))?.counts.firms).toBe(7)
  })

  it('stores what is clean, keeps what is refused, and counts both', async () => {
    const [first = '', second = ''] = codes
    const form = { ...figures(first, '150.5'), ...figures(second, '一百五') }
    const answer = await press('ou_zhang', state(1, [first, second])('submit'), form)
    expect(answer.card?.header.title.content).toBe('已收 1 户，1 户请改一下')
    expect(JSON.stringify(answer.card)).toContain('一百五')
    const tally = await ports.store.tally(of)
    expect(tally?.counts.by).toMatchObject({ expected: 6, submitted: 1 })
    expect(tally?.counts.sums).toEqual({ sales: 1_505_000, tax: 42_000, power: 31_000, staff: 450_000 })
  })

  it('tells the second of two officers whose card is older, and stores nothing of theirs', async () => {
    const [first = ''] = codes
    const answer = await press('ou_wang', state(1, [first])('submit'), figures(first, '153.2'))
    expect(answer.card?.header.title.content).toBe('1 户与同事报的不同')
    expect((await ports.store.report(of, firms[0]?.code as never))?.figures.sales).toBe(1_505_000)
  })

  it('receives the same figures twice without a second version', async () => {
    const [first = ''] = codes
    const answer = await press('ou_zhang', state(1, [first])('submit'), figures(first, '150.50'))
    expect(JSON.stringify(answer.card)).toContain('1 户的数已经收到过')
    expect((await ports.store.tally(of))?.sequence).toBe(2)
  })

  it('refuses a stranger without saying anything about the township', async () => {
    const answer = await press(stranger, state(2, codes)('submit'))
    expect(answer).toEqual({
      toast: {
        tone: 'warning',
        say: '您不在本系统的名单里，这里看不到内容。如刚到岗或调岗，请联系区工信局更新人员。',
      },
    })
  })

  it('closes with a numbered snapshot whose tally is the fold over its reports, and an unbroken chain', async () => {
    now = instantOf(Day.parse('2023-04-27'), '09:30')
    await runAgenda(ports, plan)
    expect(await ports.store.month('nt22', month)).toMatchObject({ state: 'closed', snapshot: 1 })
    const tally = await ports.store.tally(of)
    const reports = await ports.store.reports(of)
    expect(tally && foldReports(reports, tally.due)).toEqual(tally?.counts)
    const entries = await ports.store.audit(of)
    expect(entries.map(({ move }) => move)).toEqual(['open', 'file', 'close'])
    expect(brokenAt(entries, tally?.head ?? '')).toBeUndefined()
    expect(
      brokenAt(
        entries.map((entry) => ({ ...entry, by: officer.id })),
        tally?.head ?? '',
      ),
    ).toBe(1)
    expect(brokenAt(entries.slice(0, 2), tally?.head ?? '')).toBe(3)
    expect((await ports.store.statistics('nt22', month, 1))?.completeness).toMatchObject({
      firms: 7,
      reported: 1,
      missing: 6,
    })
  })

  it('takes no figure after the close', async () => {
    const answer = await press('ou_zhang', state(3, codes)('submit'), figures(codes[1] ?? '', '9'))
    expect(answer.toast?.say).toContain('3月已于4月26日（周三）17:00结账')
  })
})
