import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** An answer in time matters more than this answer: a card callback has three seconds in all. */
const CONNECT_MS = 500
const ANSWER_MS = 1_200
const MAX_ATTEMPTS = 3

export type StoreClient = DynamoDBDocumentClient

/**
 * The SDK repeats what timed out, was throttled or met a server's error, with the same request token, so that a
 * transaction whose outcome is unknown happens once.
 */
export const dynamoClient = (
  options: Pick<DynamoDBClientConfig, 'credentials'> & { region: string; endpoint?: string },
): StoreClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      ...options,
      maxAttempts: MAX_ATTEMPTS,
      requestHandler: {
        connectionTimeout: CONNECT_MS,
        requestTimeout: ANSWER_MS,
        throwOnRequestTimeout: true,
      },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  )
