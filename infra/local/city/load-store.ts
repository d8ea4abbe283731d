import { setTimeout as sleep } from 'node:timers/promises'
import pMap from 'p-map'
import { Day, type Instant, instantOf } from '../../../shared/domain/instant.ts'
import { nextMonth } from '../../../shared/domain/month.ts'
import { access } from '../../../shared/store/access.ts'
import type { StoreClient } from '../../../shared/store/client.ts'
import type { Attributes } from '../../../shared/store/codec.ts'
import {
  chatItem,
  enterpriseItem,
  personItem,
  planItem,
  roleItem,
  totalsItem,
  versionOfPlanItem,
  yearItem,
} from '../../../shared/store/items.ts'
import { type Key, key } from '../../../shared/store/keys.ts'
import { dynamoStore } from '../../../shared/store/store.ts'
import { createTable } from '../../../shared/store/table.ts'
import type { City } from './city.ts'

type Row = Key & Attributes

const ROWS_A_PART = 500
const PARTS_AT_ONCE = 4

/** Makes the table and puts a whole city into it: plan, people, groups, firms and their history. Again changes nothing. */
export const loadStore = async (city: City, client: StoreClient, table: string): Promise<void> => {
  await createTable(client, table)
  const { putSome } = access(client, table)
  const rows = [...planRows(city), ...peopleRows(city), ...chatRows(city), ...firmRows(city)]
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS_A_PART) }, (_, index) =>
    rows.slice(index * ROWS_A_PART, (index + 1) * ROWS_A_PART),
  )
  await pMap(parts, putSome, { concurrency: PARTS_AT_ONCE })
  /** The programme comes last: without it there is nothing to be found, and no agenda. */
  const { id, version } = city.plan.programme
  await putSome([{ ...key.programme(id), ...versionOfPlanItem.write({ version }) }])
  const store = dynamoStore(client, table, { wall: () => Date.now(), sleep: (ms) => sleep(ms) })
  await store.sealRegistry(id, city.enterprises, eveOf(city))
}

/** The firms come into the registry when the newest month that there is history of is over. */
const eveOf = ({ totals }: City): Instant => {
  const newest = totals
    .map(({ month }) => month)
    .toSorted()
    .at(-1)
  return newest === undefined ? Date.now() : instantOf(Day.parse(`${nextMonth(newest)}-01`), '00:00')
}

const planRows = ({ plan, totals }: City): Row[] => [
  {
    ...key.plan(plan.programme.id),
    ...planItem.write({ programme: plan.programme, units: [...plan.units] }),
  },
  ...totals.map((one) => ({ ...key.totals(one.programme, one.month), ...totalsItem.write(one) })),
]

const peopleRows = ({ plan, people }: City): Row[] =>
  people.flatMap((person) => [
    { ...key.person(person.id), ...personItem.write(person) },
    ...person.roles.map(({ role, unit }) => ({
      ...key.role(plan.programme.id, unit, role, person.id),
      ...roleItem.write({ person: person.id, name: person.name, role, unit }),
    })),
  ])

const chatRows = ({ plan, chats }: City): Row[] =>
  chats.flatMap(({ id, unit }) => [
    { ...key.chat(id), ...chatItem.write({ id, programme: plan.programme.id, unit, inside: true }) },
    { ...key.boundChat(plan.programme.id, id) },
  ])

const firmRows = ({ plan, enterprises, years }: City): Row[] => {
  const { id } = plan.programme
  return [
    ...enterprises.flatMap((firm) => {
      const item = enterpriseItem.write(firm)
      return [
        { ...key.enterprise(id, firm.code), ...item, etag: enterpriseItem.etag(firm) },
        { ...key.roster(id, firm.unit, firm.code), ...item },
      ]
    }),
    ...years.map((year) => ({ ...key.year(id, year.code, year.year), ...yearItem.write(year) })),
  ]
}
