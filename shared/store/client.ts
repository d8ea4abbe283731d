import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** A card callback has three seconds in all: two answers may be lost, and the third is still in time. */
const IN_TIME = { connectMs: 500, answerMs: 700 }
const MAX_ATTEMPTS = 3

export type StoreClient = DynamoDBDocumentClient

/**
 * The SDK repeats what timed out, was throttled or met a server's error, with the same request token, so that a
 * transaction whose outcome is unknown happens once.
 */
export const dynamoClient = (
  options: Pick<DynamoDBClientConfig, 'credentials'> & { region: string; endpoint?: string },
  /** Longer for whoever has no person waiting. */
  { connectMs, answerMs }: typeof IN_TIME = IN_TIME,
): StoreClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      ...options,
      maxAttempts: MAX_ATTEMPTS,
      requestHandler: {
        connectionTimeout: connectMs,
        requestTimeout: answerMs,
        throwOnRequestTimeout: true,
      },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  )
