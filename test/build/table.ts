import { setTimeout as sleep } from 'node:timers/promises'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { startDynamo } from '../../infra/local/dynamo.ts'
import type { Enterprise } from '../../shared/domain/enterprise.ts'
import type { Person } from '../../shared/domain/person.ts'
import type { Plan, Store } from '../../shared/ports.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import type { Attributes } from '../../shared/store/codec.ts'
import { personItem, planItem, roleItem, versionOfPlanItem } from '../../shared/store/items.ts'
import { type Key, key } from '../../shared/store/keys.ts'
import { dynamoStore } from '../../shared/store/store.ts'
import { createTable } from '../../shared/store/table.ts'

const FIRMS_A_COMMIT = 40

/** A store on an embedded DynamoDB of its own, with a plan, its people and its firms in it. */
export const aTable = async (given: {
  plan: Plan
  people: readonly Person[]
  firms: readonly Enterprise[]
  /** Kept on disk there; in memory without it. */
  dir?: string
}) => {
  const server = await startDynamo(given.dir === undefined ? {} : { dir: given.dir })
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const client = dynamoClient({ region: 'local', endpoint: server.endpoint, credentials })
  await createTable(client, 'liegui')
  const put = (at: Key, attributes: Attributes) =>
    client.send(new PutCommand({ TableName: 'liegui', Item: { ...at, ...attributes } }))
  const { id, version } = given.plan.programme
  await put(key.programme(id), versionOfPlanItem.write({ version }))
  await put(key.plan(id), planItem.write({ programme: given.plan.programme, units: [...given.plan.units] }))
  for (const person of given.people) {
    await put(key.person(person.id), personItem.write(person))
    for (const { role, unit } of person.roles)
      await put(
        key.role(id, unit, role, person.id),
        roleItem.write({ person: person.id, name: person.name, role, unit }),
      )
  }
  const store: Store = dynamoStore(client, 'liegui', { wall: () => Date.now(), sleep: (ms) => sleep(ms) })
  for (let start = 0; start < given.firms.length; start += FIRMS_A_COMMIT)
    await store.commit(
      given.firms
        .slice(start, start + FIRMS_A_COMMIT)
        .map((after) => ({ is: 'enterprise', programme: id, before: undefined, after })),
    )
  return { store, client, endpoint: server.endpoint, close: () => server.close() }
}
