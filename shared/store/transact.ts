import { randomUUID } from 'node:crypto'
import { DynamoDBServiceException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Clock } from '../ports.ts'
import type { Access } from './access.ts'
import type { StoreClient } from './client.ts'

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/**
 * How a transaction ended. `refused`: nothing was written, because the conditions of the writes at these places did not
 * hold. `busy`: it was asked again as often as there is time for, and it may or may not have been written.
 */
export type Transacted =
  | { is: 'done' }
  | { is: 'refused'; at: readonly number[] }
  | { is: 'busy'; error: unknown }

const MOST_SENDS = 6
/** The SDK has sent it three times by itself before an outcome counts as unknown once. */
const MOST_UNKNOWN = 2
const FIRST_WAIT_MS = 20

/**
 * Sends a transaction until its end is known. Every send carries the same request token, so that DynamoDB does once
 * what arrived twice: a lost answer, a server's error, throttling and another transaction on the same items are all
 * asked again, after a wait that doubles and is spread.
 */
export const transactions = (client: StoreClient, { sleep }: Pick<Clock, 'sleep'>) => {
  const transact = async (TransactItems: readonly Write[]): Promise<Transacted> => {
    const ClientRequestToken = randomUUID()
    let unknown = 0
    for (let sends = 1; ; sends++) {
      try {
        await client.send(new TransactWriteCommand({ TransactItems: [...TransactItems], ClientRequestToken }))
        return { is: 'done' }
      } catch (error) {
        const at = refusedAt(error)
        if (at.length > 0) return { is: 'refused', at }
        if (!isBusy(error)) {
          if (!isUnknown(error)) throw error
          unknown++
        }
        if (sends === MOST_SENDS || unknown === MOST_UNKNOWN) return { is: 'busy', error }
      }
      await sleep(FIRST_WAIT_MS * 2 ** (sends - 1) * (0.5 + Math.random() / 2))
    }
  }

  /** Writes without conditions, which only a busy table can refuse. */
  const writeAll = async (writes: readonly Write[]): Promise<void> => {
    const done = await transact(writes)
    if (done.is === 'busy') throw done.error
  }

  return { transact, writeAll }
}
export type Table = Access & ReturnType<typeof transactions>

const refusedAt = (error: unknown): number[] =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).flatMap(({ Code }, index) =>
        Code === 'ConditionalCheckFailed' ? [index] : [],
      )
    : []

/** Nothing was written by this send, or it is still being written; later it may go through. */
const passing = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'TransactionConflictException',
  'TransactionInProgressException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
])

const isBusy = (error: unknown): boolean => {
  if (!(error instanceof TransactionCanceledException))
    return error instanceof DynamoDBServiceException && passing.has(error.name)
  const codes = (error.CancellationReasons ?? [])
    .map(({ Code = 'None' }) => Code)
    .filter((code) => code !== 'None')
  return codes.length > 0 && codes.every((code) => passing.has(code))
}

/** What a connection says when it ends before its answer. */
const cutOff = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'])

const isUnknown = (error: unknown): boolean => {
  if (error instanceof DynamoDBServiceException)
    return error.$fault === 'server' || (error.$metadata.httpStatusCode ?? 0) >= 500
  if (!(error instanceof Error)) return false
  return error.name === 'TimeoutError' || ('code' in error && cutOff.has(String(error.code)))
}
