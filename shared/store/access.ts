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
type How = { eventual?: boolean; limit?: number; backwards?: boolean }

const KEYS_AT_ONCE = 100
const PUTS_AT_ONCE = 25
const ASKED_AGAIN = 8

/** The few calls that everything else is made of. Reads are strongly consistent unless they only show something. */
export const access = (client: StoreClient, TableName: string) => {
  const get = async (key: Key): Promise<Item | undefined> =>
    (await client.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }))).Item

  const query = (range: Range, how?: How): Promise<Item[]> => queryAs(range, (item) => item, how)

  /** Each page is read as soon as it is there: of thousands of rows, those before it are not held twice. */
  const queryAs = async <Row>(
    { pk, where, a, b }: Range,
    read: (item: Item) => Row,
    { eventual = false, limit, backwards = false }: How = {},
  ): Promise<Row[]> => {
    const rows: Row[] = []
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
          ...(limit !== undefined && { Limit: limit - rows.length }),
          ...(from && { ExclusiveStartKey: from }),
        }),
      )
      for (const item of page.Items ?? []) rows.push(read(item))
      from = page.LastEvaluatedKey
    } while (from && (limit === undefined || rows.length < limit))
    return rows
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

  return { client, TableName, get, query, queryAs, getSome, put, putSome }
}
export type Access = ReturnType<typeof access>
