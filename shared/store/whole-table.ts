import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  ScanCommand,
  type ScanCommandOutput,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { StoreClient } from './client.ts'

/** What an attribute is in the table, in DynamoDB's own JSON. */
const Attribute = z.union([
  z.strictObject({ S: z.string() }),
  z.strictObject({ N: z.string() }),
  z.strictObject({ BOOL: z.boolean() }),
  z.strictObject({ SS: z.array(z.string()) }),
])
/** An item as it lies in the table, with nothing of its meaning. */
export const RawItem = z
  .record(z.string(), Attribute)
  .refine(({ pk, sk }) => pk !== undefined && 'S' in pk && sk !== undefined && 'S' in sk, 'an item has a key')
export type RawItem = z.infer<typeof RawItem>

const PUTS_AT_ONCE = 25
const ASKED_AGAIN = 20

/** The table as a whole, for whoever takes it away and brings it back. */
export const wholeTable = (client: StoreClient, TableName: string) => ({
  /** Page by page; true to one moment only where nobody writes meanwhile. */
  async *pages(): AsyncGenerator<RawItem[]> {
    let from: ScanPage['LastEvaluatedKey']
    do {
      const page: ScanPage = await client.send(
        new ScanCommand({ TableName, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
      )
      yield z.array(RawItem).parse(page.Items ?? [])
      from = page.LastEvaluatedKey
    } while (from)
  },
  async isEmpty(): Promise<boolean> {
    const page = await client.send(new ScanCommand({ TableName, Limit: 1 }))
    return (page.Items ?? []).length === 0
  },
  async remove({ pk, sk }: { pk: string; sk: string }): Promise<void> {
    await client.send(new DeleteItemCommand({ TableName, Key: { pk: { S: pk }, sk: { S: sk } } }))
  },
  /** Items of different keys. */
  async put(items: readonly RawItem[]): Promise<void> {
    let left = items.map((Item) => ({ PutRequest: { Item } }))
    for (let round = 0; left.length > 0; round++) {
      if (round > items.length / PUTS_AT_ONCE + ASKED_AGAIN)
        throw new Error('DynamoDB keeps leaving rows unwritten')
      const RequestItems = { [TableName]: left.slice(0, PUTS_AT_ONCE) }
      const answer = await client.send(new BatchWriteItemCommand({ RequestItems }))
      const again = (answer.UnprocessedItems?.[TableName] ?? []).flatMap(({ PutRequest }) =>
        PutRequest ? [{ PutRequest: { Item: RawItem.parse(PutRequest.Item) } }] : [],
      )
      left = [...left.slice(PUTS_AT_ONCE), ...again]
    }
  },
})

type ScanPage = Pick<ScanCommandOutput, 'Items' | 'LastEvaluatedKey'>
