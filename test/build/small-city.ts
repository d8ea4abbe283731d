import { onTestFinished } from 'vitest'
import { makeCreditCode } from '../../shared/domain/credit-code.ts'
import { Enterprise } from '../../shared/domain/enterprise.ts'
import { Day, type Instant, instantOf } from '../../shared/domain/instant.ts'
import { Month } from '../../shared/domain/month.ts'
import { type Person, Person as PersonShape } from '../../shared/domain/person.ts'
import { ChatId, type Push } from '../../shared/domain/push.ts'
import { Unit, UnitPath } from '../../shared/domain/unit.ts'
import type { Plan, Ports, Store } from '../../shared/ports.ts'
import { confirmOpening } from '../../shared/usecases/open-month.ts'
import { runAgenda } from '../../shared/usecases/run-agenda.ts'
import { programme as nantong } from './snapshot.ts'
import { aTable } from './table.ts'
import { watchedLog } from './watched-log.ts'

export const programme = { ...nantong, id: 'nt22' }
export const month = Month.parse('2023-03')
export const time = (day: string, clock: string): Instant => instantOf(Day.parse(day), clock)

const path = (text: string) => UnitPath.parse(text)
/** Two districts; 如城 has no officer. */
export const unit = {
  city: path('nt'),
  tongzhou: path('nt/tongzhou'),
  jinsha: path('nt/tongzhou/1'),
  xiting: path('nt/tongzhou/2'),
  rugao: path('nt/rugao'),
  rucheng: path('nt/rugao/1'),
  jiuhua: path('nt/rugao/2'),
}
export const townships = [unit.jinsha, unit.xiting, unit.rucheng, unit.jiuhua]
const units = Object.entries(unit).map(([name, place]) => Unit.parse({ path: place, name }))
export const plan: Plan = { programme, units }

const person = (id: string, ...roles: [role: string, where: string][]): Person =>
  PersonShape.parse({
    id: `ou_${id}`,
    name: id,
    roles: roles.map(([role, where]) => ({ programme: programme.id, role, unit: where })),
  })
export const people = {
  /** An officer of two townships. */
  zhang: person('zhang', ['officer', unit.jinsha], ['officer', unit.xiting]),
  wang: person('wang', ['officer', unit.jinsha]),
  li: person('li', ['officer', unit.jiuhua]),
  head: person('head', ['head', unit.jinsha]),
  tongzhou: person('tongzhou', ['district', unit.tongzhou]),
  rugao: person('rugao', ['district', unit.rugao]),
  /** Answers for both districts. */
  both: person('both', ['district', unit.tongzhou], ['district', unit.rugao]),
  leader: person('leader', ['leader', unit.tongzhou]),
  mayor: person('mayor', ['leader', unit.city]),
  city: person('city', ['city', unit.city]),
  auditor: person('auditor', ['auditor', unit.city]),
  administrator: person('administrator', ['administrator', unit.city]),
}
export const stranger = PersonShape.parse({ id: 'ou_stranger', name: '生人', roles: [] })

export const groups = {
  oc_tongzhou: unit.tongzhou,
  oc_rugao: unit.rugao,
  oc_city: unit.city,
  oc_jinsha: unit.jinsha,
}

/** So many firms for each township; 九华 may have more. */
export const firmsOf = (each: number, inJiuhua = each) =>
  townships.flatMap((place, township) =>
    Array.from({ length: place === unit.jiuhua ? inJiuhua : each }, (_, index) =>
      Enterprise.parse({
        code: makeCreditCode('91320612', `T${township}${String(index).padStart(6, '0')}`),
        name: `试验${township}之${index}机械`,
        ...{ unit: place, division: '34', tier: 'growth', from: '2022-01' },
      }),
    ),
  )

type Founded = {
  each?: number
  inJiuhua?: number
  begin?: number
  /** Kept on disk there; in memory without it. */
  dir?: string
  /** What stands between everybody and the store. */
  around?: (store: Store, clock: { now: () => Instant }) => Store
}

/** A city of four townships on an embedded DynamoDB of its own, whose clock the test moves. */
export const aSmallCity = async (given: Founded = {}) => {
  const { each = 2, inJiuhua = each, begin = time('2023-04-06', '09:00'), dir, around } = given
  const firms = firmsOf(each, inJiuhua)
  const table = await aTable({
    plan,
    people: Object.values(people),
    firms,
    ...(dir !== undefined && { dir }),
  })
  onTestFinished(() => table.close())
  const clock = { at: begin, wall: begin }
  const watched = watchedLog()
  const ports: Ports = {
    store: around?.(table.store, { now: () => clock.at }) ?? table.store,
    clock: {
      now: () => clock.at,
      wall: () => clock.wall,
      monotonic: () => clock.wall,
      sleep: async (ms) => {
        clock.wall += Math.ceil(ms)
      },
    },
    log: watched.log,
  }
  for (const [id, place] of Object.entries(groups))
    await ports.store.commit([
      { is: 'chat', chat: { id: ChatId.parse(id), programme: programme.id, unit: place, inside: true } },
    ])
  const tick = async (day: string, hours: string, by = ports) => {
    clock.at = time(day, hours)
    clock.wall = Math.max(clock.wall, clock.at)
    await runAgenda(by, plan)
  }
  /** Everything that was ever planned and is not sent yet, in the order of its lanes. */
  const planned = async (): Promise<Push[]> => {
    const lanes = await Promise.all(
      (['answer', 'bulk'] as const).map((lane) => ports.store.pending(lane, 10 ** 14, 1000)),
    )
    return lanes.flat().map(({ push }) => push)
  }
  const pressOpening = async () => {
    const record = await ports.store.month(programme.id, month)
    const confirmed = record && confirmOpening(record, people.city.id, clock.at)
    if (confirmed?.is !== 'opening') throw new Error('the month waits for no press')
    await ports.store.commit(confirmed.changes, `press-${clock.at}`)
  }
  return {
    ...{ ports, clock, firms, tick, planned, pressOpening, client: table.client, endpoint: table.endpoint },
    /** Every line that was logged through these ports. */
    logLines: watched.lines,
    /** The store ends, as it does when its machine is lost. */
    stopStore: () => table.close(),
  }
}
export type SmallCity = Awaited<ReturnType<typeof aSmallCity>>
