import { ChatId } from '../domain/push.ts'
import { levelOf, type UnitPath } from '../domain/unit.ts'
import type { Clock, Plan, Store } from '../ports.ts'
import { access } from './access.ts'
import type { StoreClient } from './client.ts'
import { committer } from './commit.ts'
import * as items from './items.ts'
import { key, range } from './keys.ts'
import { monthEnd } from './month-end.ts'
import { outbox } from './outbox.ts'
import { registry } from './registry.ts'
import { transactions } from './transact.ts'

/** The Store port on one DynamoDB table. */
export const dynamoStore = (
  client: StoreClient,
  tableName: string,
  clock: Pick<Clock, 'wall' | 'sleep'>,
): Store => {
  const table = { ...access(client, tableName), ...transactions(client, clock) }
  const { get, getSome, query } = table
  const commit = committer(table, clock)
  const plans = new Map<string, Plan>()

  const versionOf = async (programme: string): Promise<number | undefined> => {
    const item = await get(key.programme(programme))
    return item && items.versionOfPlanItem.read(item).version
  }

  return {
    ...outbox(table),
    ...monthEnd(table),
    ...registry(table).reads,

    async plan(programme, version) {
      const newest = version ?? (await versionOf(programme))
      const cached = plans.get(programme)
      if (newest === undefined || cached?.programme.version === newest) return cached
      const item = await get(key.plan(programme))
      if (item) plans.set(programme, items.planItem.read(item))
      return plans.get(programme)
    },
    async programmes() {
      return (await query(range.programmes())).map(({ sk }) => String(sk))
    },

    async readTurn({ person, programme, page }) {
      const known = page?.programme ?? programme
      const keys = [
        key.person(person),
        ...(known === undefined ? [] : [key.programme(known)]),
        ...(page ? [key.tally(page), ...page.codes.map((code) => key.report(page, code))] : []),
      ]
      const found = await getSome(keys)
      const by = (at: { pk: string; sk: string } | undefined) =>
        at && found.find(({ pk, sk }) => pk === at.pk && sk === at.sk)
      const who = by(key.person(person))
      const version = known === undefined ? undefined : by(key.programme(known))
      const tally = page && by(key.tally(page))
      return {
        person: who && items.personItem.read(who),
        planVersion: version && items.versionOfPlanItem.read(version).version,
        tally: page && tally && items.tallyItem.read(tally, place(page)),
        reports: (page?.codes ?? []).flatMap((code) => {
          const item = page && by(key.report(page, code))
          return page && item ? [items.reportItem.read(item, { ...place(page), code })] : []
        }),
      }
    },
    commit,

    async person(id) {
      const item = await get(key.person(id))
      return item && items.personItem.read(item)
    },
    async people(programme, { unit, role, at } = {}) {
      const rows = await query(unit ? range.peopleOf(programme, unit) : range.people(programme))
      return rows
        .map((row) => items.roleItem.read(row))
        .filter((one) => role === undefined || one.role === role)
        .filter(({ standIn }) => standIn === undefined || (at !== undefined && at < standIn.until))
    },
    async operations(programme) {
      const item = await get(key.operations(programme))
      return item && items.operationsItem.read(item)
    },
    async chat(id) {
      const item = await get(key.chat(id))
      return item && items.chatItem.read(item)
    },
    async chats(programme) {
      const bound = await query(range.boundChats(programme))
      const chats = await getSome(bound.map(({ sk }) => key.chat(ChatId.parse(sk))))
      return chats.map((item) => items.chatItem.read(item)).filter((chat) => chat.programme === programme)
    },

    async enterprises(programme, scope) {
      const level = levelOf(scope)
      const districts = level === 'city' ? await districtsOf(programme) : [scope]
      const rows = await Promise.all(
        districts.map((unit) =>
          query(level === 'township' ? range.township(programme, unit) : range.district(programme, unit)),
        ),
      )
      const firms = rows.flat().map((row) => items.enterpriseItem.read(row))
      return [...new Map(firms.map((firm) => [firm.code, firm])).values()]
    },
  }

  async function districtsOf(programme: string): Promise<UnitPath[]> {
    const item = await get(key.plan(programme))
    return item
      ? items.planItem
          .read(item)
          .units.map(({ path }) => path)
          .filter((path) => levelOf(path) === 'district')
      : []
  }
}

/** What an item's key says, for items that do not store it twice. */
const place = ({ programme, month, township }: { programme: string; month: string; township: string }) => ({
  programme,
  month,
  township,
})
