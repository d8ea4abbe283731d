import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { startDynamo } from '../../infra/local/dynamo.ts'
import { readConfig, readSecretsPlace, secretNames } from '../../shared/config.ts'
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
  provider: z.object({ environment: z.record(z.string(), z.string()) }),
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
            stream: Stream.optional(),
          }),
        )
        .default([]),
    }),
  ),
})
const Schedule = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.looseObject({ ScheduleExpression: z.string().optional() }),
    }),
  ),
})

const root = new URL('../../', import.meta.url)
const textOf = (file: string) => readFileSync(new URL(file, root), 'utf8')
const yamlOf = (file: string) => parse(textOf(file), { merge: true })
const { provider, functions } = Serverless.parse(yamlOf('serverless.yml'))
const table = yamlOf('infra/aws/table.yml').Resources.Table.Properties

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

it.each(['scheduler', 'rule'])('the agenda, the sender and the worker are looked after by a %s', (kind) => {
  const { Resources } = Schedule.parse(yamlOf(`infra/aws/schedules-${kind}.yml`))
  const started = Object.entries(Resources).flatMap(([name, { Properties }]) =>
    Properties.ScheduleExpression === undefined ? [] : [[name, Properties.ScheduleExpression]],
  )
  expect(Object.fromEntries(started)).toEqual({
    TickSchedule: 'rate(5 minutes)',
    SenderSchedule: 'rate(1 minute)',
    WorkerSchedule: 'rate(1 minute)',
  })
})

it('sets everything that the configuration asks for, and nothing that it does not know', () => {
  const told = provider.environment
  const aws = { AWS_REGION: 'cn-north-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }
  const place = readSecretsPlace({ ...aws, ...told, SECRETS_PREFIX: '/liegui/dev/' })
  expect(place).toMatchObject({ prefix: '/liegui/dev/', region: 'cn-north-1' })
  const { SECRETS_PREFIX: _, ...known } = told
  const secrets = Object.fromEntries(secretNames.map((name) => [name, 'a secret']))
  const config = readConfig({ ...known, ...secrets, LARK_APP_ID: 'cli_a1b2c3d4e5f60718' })
  expect(Object.keys(config)).toEqual(expect.arrayContaining(Object.keys(known)))
  expect(config.TABLE_NAME).toBe(table.TableName)
})

it('functions may read the secrets that the configuration asks for, and no others', () => {
  const read = [...textOf('infra/aws/roles.yml').matchAll(/parameter(\/\S+)\/(\w+)/g)]
  expect(read.map(([, , name]) => name)).toEqual([...secretNames])
  expect(read.map(([, place]) => `${place}/`)).toEqual(
    secretNames.map(() => provider.environment.SECRETS_PREFIX),
  )
})
