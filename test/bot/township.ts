import { dispatch } from '../../bot/dispatch.ts'
import { filingToken } from '../../bot/flows/filing-token.ts'
import { renderPush } from '../../bot/notices/index.ts'
import { makeCreditCode } from '../../shared/domain/credit-code.ts'
import { type CreditCode, Enterprise } from '../../shared/domain/enterprise.ts'
import { Figures } from '../../shared/domain/figures.ts'
import { Day, instantOf } from '../../shared/domain/instant.ts'
import { Month } from '../../shared/domain/month.ts'
import { type Person, Person as PersonShape } from '../../shared/domain/person.ts'
import type { Indicator } from '../../shared/domain/programme.ts'
import { ChatId, type Push } from '../../shared/domain/push.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { MonthRecord, Plan, Ports } from '../../shared/ports.ts'
import { freezeTownship } from '../../shared/usecases/open-month.ts'
import { aTable } from '../build/table.ts'
import { plan as fullest } from './fullest/month.ts'

export const township = UnitPath.parse('nt/tongzhou/320612001')
const month = Month.parse('2023-04')
export const group = ChatId.parse('oc_group')
const elsewhere = UnitPath.parse('nt/rugao/320682001')

const { form: _, ...bare } = fullest.programme
const plan: Plan = {
  programme: bare,
  units: [
    ...fullest.units.filter(({ path }) => path.split('/').length < 3),
    { path: township, name: '金沙街道' },
    { path: elsewhere, name: '如城街道' },
  ],
}

const person = (id: string, role: string, unit: string): Person =>
  PersonShape.parse({ id, name: `${id}名`, roles: [{ programme: bare.id, role, unit }] })
export const people = {
  officer: person('ou_officer', 'officer', township),
  colleague: person('ou_colleague', 'officer', township),
  neighbour: person('ou_neighbour', 'officer', elsewhere),
  reviewer: person('ou_reviewer', 'district', 'nt/tongzhou'),
  city: person('ou_city', 'city', 'nt'),
  leader: person('ou_leader', 'leader', 'nt/tongzhou'),
  administrator: person('ou_administrator', 'administrator', 'nt'),
}
export const stranger = PersonShape.parse({ id: 'ou_stranger', name: '生人', roles: [] })

const nameOf = (index: number) => `南通第${'一二三四五六七八九十'[index] ?? index}试验机械`
/** What every firm reported for the month before, and nobody ever types in a test. */
const before = Figures.parse({ sales: 777_777, tax: 66_666, power: 55_555, staff: 440_000 })

/** A township whose month is open on an embedded store, with officers, a district, a city and perhaps others around it. */
export const aTownship = async (
  count = 7,
  others: readonly Person[] = [],
  indicators: readonly Indicator[] = bare.indicators,
) => {
  const codes = Array.from({ length: count }, (_, index) =>
    makeCreditCode('91320612', `T00000${String(index).padStart(2, '0')}`),
  ).toSorted()
  const shape = { unit: township, division: '34', tier: 'growth', from: '2022-01' }
  const firms = codes.map((code, index) => Enterprise.parse({ ...shape, code, name: nameOf(index) }))
  const programme = { ...bare, indicators: [...indicators] }
  const table = await aTable({
    plan: { ...plan, programme },
    people: [...Object.values(people), ...others],
    firms,
  })
  const now = instantOf(Day.parse('2023-05-15'), '10:00')
  const ports: Ports = {
    store: table.store,
    clock: {
      now: () => now,
      wall: () => Date.now(),
      monotonic: () => performance.now(),
      sleep: async () => {},
    },
    log: () => {},
  }
  const day = (text: string) => instantOf(Day.parse(text), '17:00')
  const record: MonthRecord = {
    programme: bare.id,
    month,
    revision: 1,
    state: 'open',
    due: day('2023-05-17'),
    explainBy: day('2023-05-19'),
    closes: day('2023-05-24'),
    snapshot: 0,
  }
  await ports.store.saveYears(
    bare.id,
    codes.flatMap((code) => [
      { code, year: 2023, months: { 3: before } },
      { code, year: 2022, months: { 4: before } },
    ]),
  )
  await ports.store.commit([{ is: 'month', before: undefined, after: record }])
  for (const unit of plan.units.filter(({ path }) => path.split('/').length === 3))
    await freezeTownship(ports, record, unit, now)
  return {
    ports,
    codes,
    close: table.close,
    endpoint: table.endpoint,
    of: { programme: bare.id, month, township },
    ...driving(ports),
  }
}

/** People who press and write. */
const driving = (ports: Ports) => {
  let events = 0
  const at = ports.clock.now()
  const press = (who: Person, value: unknown, form: Record<string, unknown> = {}) =>
    dispatch(ports, {
      is: 'press',
      id: `event-${++events}`,
      at,
      from: who.id,
      chat: ChatId.parse('oc_1'),
      message: 'om_1',
      value,
      form,
    })
  const say = (who: Person, text: string, inGroup = false) =>
    dispatch(ports, {
      is: 'message',
      id: `event-${++events}`,
      at,
      from: who.id,
      chat: inGroup ? group : ChatId.parse('oc_1'),
      group: inGroup,
      toBot: true,
      message: 'om_2',
      text,
    })
  /** A file in the private chat. */
  const drop = (who: Person, message: string, name: string) =>
    dispatch(ports, {
      ...{ is: 'file', id: message, at, from: who.id, chat: ChatId.parse('oc_1'), group: false },
      ...{ message, file: 'file_sent', name },
    })
  const pushed = async (): Promise<Push[]> =>
    (
      await Promise.all(
        (['answer', 'bulk'] as const).map((lane) => ports.store.pending(lane, at + 3_600_000, 100)),
      )
    )
      .flat()
      .map(({ push }) => push)
  return { press, say, drop, pushed, render: renderPush(ports, 'cli_0123456789abcdef') }
}

/** The token of a button on a filing card that shows these firms. */
export const filing = (codes: readonly CreditCode[], seen: number, some = {}) =>
  filingToken({ programme: bare.id, month, township, codes: [...codes], seen, ...some })

/** A firm's figures as they are typed. */
export const typed = (code: string, figures: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(figures).map(([id, value]) => [`${id}_${code}`, value]))

export const clean = { sales: '80.5', tax: '7.1', power: '6.2', staff: '44' }
