import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb'
import type { StoreClient } from './client.ts'

/** The one table, as CloudFormation and the embedded server both take it. */
export const tableDefinition = {
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
} as const satisfies Omit<CreateTableCommandInput, 'TableName'>

/** Creates the table where nobody deploys it; one that is there already stays as it is. */
export const createTable = async (client: StoreClient, name: string): Promise<void> => {
  const { AttributeDefinitions, KeySchema, BillingMode } = tableDefinition
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode,
        AttributeDefinitions: [...AttributeDefinitions],
        KeySchema: [...KeySchema],
      }),
    )
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
}

/** What guards a deployed table, and what its sender is woken by. */
export const guardsOf = async (client: StoreClient, TableName: string) => {
  const [{ Table }, { ContinuousBackupsDescription }, { TimeToLiveDescription }] = await Promise.all([
    client.send(new DescribeTableCommand({ TableName })),
    client.send(new DescribeContinuousBackupsCommand({ TableName })),
    client.send(new DescribeTimeToLiveCommand({ TableName })),
  ])
  const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus
  return {
    stream: Table?.StreamSpecification?.StreamEnabled === true,
    recovery: recovery === 'ENABLED',
    expiry: TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED',
    protection: Table?.DeletionProtectionEnabled === true,
  }
}
