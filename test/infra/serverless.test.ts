import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { startDynamo } from '../../infra/local/dynamo.ts'
import { readConfig } from '../../shared/config.ts'
import { Lane } from '../../shared/domain/push.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { key } from '../../shared/store/keys.ts'
import { dynamoStore } from '../../shared/store/store.ts'
import { createTable, tableDefinition } from '../../shared/store/table.ts'

const Stream = z.object({
  filterPatterns: z.array(
    z.object({
      dynamodb: z.object({
        Keys: z.object({ pk: z.object({ S: z.array(z.string()) }) }),
      }),
    }),
  ),
})
const Serverless = z.object({
  provider: z.object({
    environment: z.record(z.string(), z.string()),
    iam: z.object({
      role: z.object({ statements: z.array(z.object({ Action: z.array(z.string()) })) }),
    }),
  }),
  functions: z.record(
    z.string(),
    z.object({
      handler: z.string(),
      package: z.object({ patterns: z.array(z.string()) }),
      timeout: z.number(),
      events: z
        .array(
          z.object({
            httpApi: z.object({ method: z.string(), path: z.string() }).optional(),
            schedule: z.object({ rate: z.array(z.string()) }).optional(),
            stream: Stream.optional(),
          }),
        )
        .default([]),
    }),
  ),
  resources: z.object({
    Resources: z.object({
      Table: z.object({
        Properties: z.object({
          TableName: z.string(),
          TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }),
          StreamSpecification: z.object({ StreamViewType: z.string() }),
          ...Object.fromEntries(Object.keys(tableDefinition).map((name) => [name, z.unknown()])),
        }),
      }),
    }),
  }),
})

const root = new URL('../../', import.meta.url)
const textOf = (file: string) => readFileSync(new URL(file, root), 'utf8')
const { provider, functions, resources } = Serverless.parse(parse(textOf('serverless.yml')))
const table = resources.Resources.Table.Properties

it('deploys every function by its name, from the file that exports its handler', () => {
  const files = readdirSync(new URL('functions', root)).map((file) => basename(file, '.ts'))
  expect(Object.keys(functions).toSorted()).toEqual(files.toSorted())
  for (const [name, { handler, package: packed }] of Object.entries(functions)) {
    expect(handler).toBe(`dist/functions/${name}.handler`)
    expect(packed.patterns).toEqual([`dist/functions/${name}.*`])
    expect(existsSync(new URL(`functions/${name}.ts`, root))).toBe(true)
    expect(textOf(`functions/${name}.ts`)).toMatch(/export const handler\b/)
  }
})

it('Feishu finds the webhook where its requests are accepted', () => {
  expect(functions.webhook?.events).toEqual([{ httpApi: { method: 'POST', path: '/feishu' } }])
})

it('makes the table as it is made without it', () => {
  expect(table).toMatchObject(tableDefinition)
})

it('rows expire by the attribute that an inbox mark carries', async () => {
  const server = await startDynamo()
  onTestFinished(() => server.close())
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const client = dynamoClient({ region: 'local', endpoint: server.endpoint, credentials })
  await createTable(client, 'liegui')
  const clock = {
    now: () => 0,
    wall: () => 1_000_000,
    monotonic: () => 0,
    sleep: async () => {},
  }
  await dynamoStore(client, 'liegui', clock).commit([], 'om_1')
  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'liegui' }))
  expect(table.TimeToLiveSpecification.Enabled).toBe(true)
  expect(Items.map((item) => item[table.TimeToLiveSpecification.AttributeName])).toEqual([1_000 + 48 * 3600])
})

it('a planned push wakes the sender and a planned job the worker, and nothing else does', () => {
  const wakes = (name: string) =>
    functions[name]?.events.flatMap(({ stream }) =>
      (stream?.filterPatterns ?? []).flatMap(({ dynamodb }) => dynamodb.Keys.pk.S),
    )
  const pkOf = (lane: Lane) => key.pending(lane, 0, 'a').pk
  expect(wakes('worker')).toEqual([pkOf('work')])
  expect(wakes('sender')).toEqual(Lane.options.filter((lane) => lane !== 'work').map(pkOf))
})

it('the agenda, the sender and the worker are looked after without being woken', () => {
  expect(functions.tick?.events).toMatchObject([{ schedule: { rate: ['rate(5 minutes)'] } }])
  for (const name of ['sender', 'worker'])
    expect(functions[name]?.events).toContainEqual({ schedule: { rate: ['rate(1 minute)'] } })
})

it('sets everything that the configuration asks for, and nothing that it does not know', () => {
  const secrets: Readonly<Record<string, string>> = { LARK_APP_ID: 'cli_a1b2c3d4e5f60718' }
  const told = Object.fromEntries(
    Object.entries(provider.environment).map(([name, value]) => [
      name,
      value === `\${env:${name}}` ? (secrets[name] ?? 'a secret') : value,
    ]),
  )
  expect(Object.keys(readConfig(told))).toEqual(expect.arrayContaining(Object.keys(told)))
  expect(told.TABLE_NAME).toBe(table.TableName)
})

it('lets the store do what it does, and no more', () => {
  const source = readdirSync(new URL('shared/store', root))
    .map((file) => textOf(`shared/store/${file}`))
    .join('\n')
  const singly: Readonly<Record<string, RegExp>> = {
    GetItem: /new GetCommand/,
    BatchGetItem: /new BatchGetCommand/,
    BatchWriteItem: /new BatchWriteCommand/,
    Query: /new QueryCommand/,
    PutItem: /new PutCommand|\bPut:/,
    UpdateItem: /new UpdateCommand|\bUpdate:/,
    DeleteItem: /new DeleteCommand|\bDelete:/,
    ConditionCheckItem: /\bConditionCheck:/,
    Scan: /new ScanCommand/,
  }
  const done = Object.keys(singly).filter((action) => singly[action]?.test(source))
  expect(provider.iam.role.statements.flatMap(({ Action }) => Action).toSorted()).toEqual(
    done.map((action) => `dynamodb:${action}`).toSorted(),
  )
})
