import {
  BatchGetCommand,
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb'
import type { StoreClient } from './client.ts'
import type { Attributes } from './codec.ts'
import type { Key, Range } from './keys.ts'

export type Item = Record<string, unknown>

const KEYS_AT_ONCE = 100
const PUTS_AT_ONCE = 25
const ASKED_AGAIN = 8

/** The few calls that everything else is made of. Reads are strongly consistent unless they only show something. */
export const access = (client: StoreClient, TableName: string) => {
  const get = async (key: Key): Promise<Item | undefined> =>
    (await client.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }))).Item

  const query = async (
    { pk, where, a, b }: Range,
    {
      eventual = false,
      limit,
      backwards = false,
    }: { eventual?: boolean; limit?: number; backwards?: boolean } = {},
  ): Promise<Item[]> => {
    const items: Item[] = []
    let from: Item | undefined
    do {
      const page = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: where === undefined ? 'pk = :pk' : `pk = :pk AND ${where}`,
          ExpressionAttributeValues: {
            ':pk': pk,
            ...(a !== undefined && { ':a': a }),
            ...(b !== undefined && { ':b': b }),
          },
          ConsistentRead: !eventual,
          ScanIndexForward: !backwards,
          ...(limit !== undefined && { Limit: limit - items.length }),
          ...(from && { ExclusiveStartKey: from }),
        }),
      )
      items.push(...(page.Items ?? []))
      from = page.LastEvaluatedKey
    } while (from && (limit === undefined || items.length < limit))
    return items
  }

  const getSome = async (keys: readonly Key[]): Promise<Item[]> => {
    const items: Item[] = []
    let left: Item[] = keys.map((key) => ({ ...key }))
    for (let round = 0; left.length > 0; round++) {
      if (round > keys.length / KEYS_AT_ONCE + ASKED_AGAIN)
        throw new Error('DynamoDB keeps leaving keys unread')
      const some = left.slice(0, KEYS_AT_ONCE)
      const request = { [TableName]: { Keys: some, ConsistentRead: true } }
      const answer = await client.send(new BatchGetCommand({ RequestItems: request }))
      items.push(...(answer.Responses?.[TableName] ?? []))
      left = [...left.slice(KEYS_AT_ONCE), ...(answer.UnprocessedKeys?.[TableName]?.Keys ?? [])]
    }
    return items
  }

  const putSome = async (rows: readonly (Key & Attributes)[]): Promise<void> => {
    let left: Item[] = [...rows]
    for (let round = 0; left.length > 0; round++) {
      if (round > rows.length / PUTS_AT_ONCE + ASKED_AGAIN)
        throw new Error('DynamoDB keeps leaving rows unwritten')
      const some = left.slice(0, PUTS_AT_ONCE).map((Item) => ({ PutRequest: { Item } }))
      const answer = await client.send(new BatchWriteCommand({ RequestItems: { [TableName]: some } }))
      const again = (answer.UnprocessedItems?.[TableName] ?? []).flatMap(
        ({ PutRequest }) => PutRequest?.Item ?? [],
      )
      left = [...left.slice(PUTS_AT_ONCE), ...again]
    }
  }

  const put = async (row: Key & Attributes): Promise<void> => {
    await client.send(new PutCommand({ TableName, Item: row }))
  }

  return { client, TableName, get, query, getSome, put, putSome }
}
export type Access = ReturnType<typeof access>
