import { dispatch } from '../../bot/dispatch.ts'
import { filingToken } from '../../bot/flows/filing-token.ts'
import { Enterprise } from '../../shared/domain/enterprise.ts'
import { Figures } from '../../shared/domain/figures.ts'
import { Day, instantOf } from '../../shared/domain/instant.ts'
import { Month } from '../../shared/domain/month.ts'
import { Person } from '../../shared/domain/person.ts'
import { ChatId } from '../../shared/domain/push.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { Clock, Ports } from '../../shared/ports.ts'
import { dynamoClient, type StoreClient } from '../../shared/store/client.ts'
import { dynamoStore } from '../../shared/store/store.ts'
import { freezeTownship } from '../../shared/usecases/open-month.ts'
import { plan as fullest } from '../bot/fullest/month.ts'
import { aTable } from '../build/table.ts'
import { type Call, listen } from '../shared/store/wire.ts'
import { codes } from './codes.ts'

const unit = { path: UnitPath.parse('nt/tongzhou/320612001'), name: '金沙街道' }
const { form: _, ...programme } = fullest.programme
export const plan = { programme, units: [...fullest.units, unit] }
const person = (id: string) => {
  const roles = [{ programme: programme.id, role: 'officer', unit: unit.path }]
  return Person.parse({ id: `ou_${id.padEnd(32, '0')}`, name: '王敏', roles })
}
export const zhang = person('7d8a6e6df76215')
export const wang = person('9b1c0f3ad77402')

const firms = codes.map((code) =>
  Enterprise.parse({
    ...{ code, name: '南通市通州区金沙精密机械制造有限公司', unit: unit.path },
    ...{ division: '34', tier: 'growth', from: '2020-01' },
  }),
)

/** Three years that differ a little from month to month, so that every reference is there. */
const years = codes.flatMap((code) =>
  [2020, 2021, 2022].map((year) => {
    const monthOf = (number: number): [number, Figures] => [
      number,
      Figures.parse({
        ...{ sales: 18_523_400 + 10_000 * number, tax: 512_300 + number },
        ...{ power: 312_500 + number, staff: 1_250_000 },
      }),
    ]
    return { code, year, months: Object.fromEntries(Array.from({ length: 12 }, (_, i) => monthOf(i + 1))) }
  }),
)

const now = instantOf(Day.parse('2023-05-15'), '10:00')
const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' }
const clock: Clock = { now: () => now, wall: () => now, monotonic: () => 0, sleep: async () => {} }

/** What `work` asks of DynamoDB: each call with its units, those that were refused with none. */
const metered = (client: StoreClient) => {
  let asked: string[] = []
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        asked.push(String(commandName))
        return next(args)
      },
    { step: 'initialize' },
  )
  const wire = listen(client)
  return async (work: () => Promise<unknown>): Promise<Call[]> => {
    asked = []
    const { calls } = await wire.during(work)
    const refused = asked.length - calls.length
    return [...calls, ...Array.from({ length: refused }, () => ({ command: 'refused', units: 0 }))]
  }
}

/** A township on a table of its own, whose calls are counted, and officers who press on its filing cards. */
export const aMeteredTownship = async () => {
  const table = await aTable({ plan, people: [zhang, wang], firms })
  await table.store.saveYears(programme.id, years)
  const aside = dynamoClient({ region: 'local', endpoint: table.endpoint, credentials })
  const portsOf = (client: StoreClient): Ports => ({
    ...{ store: dynamoStore(client, 'liegui', clock), clock, log: () => {} },
  })
  const ports = portsOf(table.client)
  let events = 0
  /** Opens another month of the township, in which nobody has filed yet. */
  const open = async (text: string) => {
    const month = Month.parse(text)
    const record = { programme: programme.id, month, revision: 1, snapshot: 0 }
    const days = { due: now + 1e8, explainBy: now + 2e8, closes: now + 3e8 }
    await freezeTownship(ports, { ...record, ...days, state: 'open' }, unit, now)
    return { programme: programme.id, month, township: unit.path }
  }
  type Page = { codes: typeof codes; seen: number; step: string; form: Record<string, string>; as?: Person }
  const press = (
    of: Awaited<ReturnType<typeof open>>,
    { codes, seen, step, form, as = zhang }: Page,
    by = ports,
  ) =>
    dispatch(by, {
      ...{ is: 'press', id: `event-${++events}`, at: now, from: as.id, form },
      ...{ chat: ChatId.parse('oc_1'), message: 'om_1' },
      value: filingToken({ ...of, codes, seen })(step),
    })
  const sequenceOf = async (of: Awaited<ReturnType<typeof open>>) =>
    (await portsOf(aside).store.tally(of))?.sequence ?? Number.NaN
  return {
    ...{ during: metered(table.client), open, press, sequenceOf },
    close: () => {
      aside.destroy()
      return table.close()
    },
    ports: {
      warm: ports,
      /** That have read nothing yet. */
      cold: () => portsOf(table.client),
      /** Whose calls nobody counts. */
      aside: portsOf(aside),
    },
  }
}
export type MeteredTownship = Awaited<ReturnType<typeof aMeteredTownship>>
