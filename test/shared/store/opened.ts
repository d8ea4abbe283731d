import { readFileSync } from 'node:fs'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import { Enterprise } from '../../../shared/domain/enterprise.ts'
import { Day, instantOf } from '../../../shared/domain/instant.ts'
import { Month } from '../../../shared/domain/month.ts'
import { Person } from '../../../shared/domain/person.ts'
import { parsePlan } from '../../../shared/domain/plan.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'
import type { MonthRecord, Settlement, Store } from '../../../shared/ports.ts'
import { dynamoStore } from '../../../shared/store/store.ts'
import { freezeTownship } from '../../../shared/usecases/open-month.ts'
import { recordFigures } from '../../../shared/usecases/record-figures.ts'
import { aTable } from '../../build/table.ts'
import { listen } from './wire.ts'

const programmeFile = '../../../shared/domain/programmes/nantong-2022-2024.json'
const plan = parsePlan(JSON.parse(readFileSync(new URL(programmeFile, import.meta.url), 'utf8')))
const township = UnitPath.parse('nt/tongzhou/320612001')
export const month = Month.parse('2023-03')
export const of = { programme: 'nt22', month, township }
export const at = instantOf(Day.parse('2023-04-07'), '09:00')

const officer = (id: string) =>
  Person.parse({ id, name: id, roles: [{ programme: 'nt22', role: 'officer', unit: township }] })
export const zhang = officer('ou_zhang')
export const wang = officer('ou_wang')

const codes = Array.from({ length: 20 }, (_, index) =>
  makeCreditCode('91320612', `T00000${String(index).padStart(2, '0')}`),
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
/** The codes of the township's firms, in roster order. */
export const roster = firms.map(({ code }) => code)

export const recordOf = (some: Month): MonthRecord => ({
  programme: 'nt22',
  month: some,
  revision: 1,
  state: 'opening',
  due: at + 86_400_000,
  explainBy: at + 2 * 86_400_000,
  closes: at + 3 * 86_400_000,
  snapshot: 0,
})

/** Opens a month of the township as the agenda does. */
export const openMonth = async (store: Store, some: Month = month): Promise<void> => {
  const unit = plan.units.find(({ path }) => path === township)
  if (unit === undefined) throw new Error('the plan has lost its township')
  const clock = { now: () => at, wall: () => at, monotonic: () => 0, sleep: async () => {} }
  await freezeTownship({ store, clock, log: () => {} }, recordOf(some), unit, at)
}

/** A table with twenty firms in one township, whose month is open. */
export const openedTownship = async () => {
  const table = await aTable({ plan, people: [zhang, wang], firms })
  await openMonth(table.store)
  /** The item under a key, as the table has it. */
  const itemAt = async (Key: { pk: string; sk: string }) =>
    (await table.client.send(new GetCommand({ TableName: 'liegui', Key, ConsistentRead: true }))).Item
  /** A store that has read nothing yet, as after a cold start. */
  const freshStore = () => dynamoStore(table.client, 'liegui', { wall: () => at, sleep: async () => {} })
  return { ...table, wire: listen(table.client), itemAt, freshStore }
}

/** What one press does with the figures typed in it: read, decide, commit, all on the store. */
export const press = async (
  store: Store,
  typed: { mark: string; by: Person; sales: Record<string, string>; seen: number; month?: Month },
) => {
  const { decided } = await decide(store, typed)
  const settlement = decided.is === 'recorded' ? decided.settlement : undefined
  const results = decided.is === 'recorded' ? decided.results.map(({ is }) => is) : ['closed']
  return { results, committed: settlement && (await store.commit([settlement], typed.mark)) }
}

/** The same press up to its commit, for those that race. */
const decide = async (
  store: Store,
  { by, sales, seen, month: some = month }: Parameters<typeof press>[1],
) => {
  const page = { ...of, month: some, codes: roster.filter((code) => code in sales) }
  const read = await store.readTurn({ person: by.id, page })
  if (read.tally === undefined) throw new Error('the township is not open')
  const decided = recordFigures({
    programme: plan.programme,
    tally: read.tally,
    reports: read.reports,
    seen,
    source: 'firm',
    firms: page.codes.map((code) => ({ code, figures: figuresOf(sales[code] ?? '') })),
    deed: { by: by.id, at, via: 'card:report-figures@1' },
  })
  return { read, decided }
}

const figuresOf = (sales: string) => ({ sales, tax: '4.2', power: '3.1', staff: '45' })

export const settlementOf = async (store: Store, typed: Parameters<typeof press>[1]): Promise<Settlement> => {
  const { decided } = await decide(store, typed)
  if (decided.is !== 'recorded' || decided.settlement === undefined) throw new Error('nothing was decided')
  return decided.settlement
}

/** The place of the firm with this number, from 1, on the roster. */
export const firm = (no: number) => {
  const code = roster[no - 1]
  if (code === undefined) throw new Error(`the roster has no firm ${no}`)
  return code
}
