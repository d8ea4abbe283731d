import { execFile, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Bundle, bundleFunctions } from '../../../infra/aws/bundle.ts'
import { startDynamo } from '../../../infra/local/dynamo.ts'
import { dynamoClient } from '../../../shared/store/client.ts'
import { createTable } from '../../../shared/store/table.ts'
import { lambdaEnvironment, lambdaEvent } from '../../build/lambda.ts'
import { envelopeOf } from '../../shared/lark/feishu.ts'

const aMessage = envelopeOf('im.message.receive_v1', {
  sender: { sender_id: { open_id: 'ou_stranger' }, sender_type: 'user' },
  message: {
    ...{ message_id: 'om_bundled', chat_id: 'oc_1', chat_type: 'p2p', message_type: 'text' },
    ...{ create_time: String(Date.now()), content: JSON.stringify({ text: '你好' }) },
  },
})

let folder: string
let bundles: Bundle[]
const bundle = (name: string) => bundles.find((one) => one.name === name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundles-'))
  bundles = await bundleFunctions(folder)
})
afterAll(() => rm(folder, { recursive: true }))

it('the webhook answers in time: small, without the Feishu SDK and without the calendar', () => {
  const inputs = bundle('webhook')?.inputs ?? []
  expect(inputs).toContain('functions/webhook.ts')
  expect(inputs.filter((input) => /larksuiteoapi|axios|protobufjs|chinese-days/.test(input))).toEqual([])
  expect(bundle('webhook')?.bytes).toBeLessThanOrEqual(550_000)
})

it('workbooks are read and written by the worker alone', () => {
  const reads = ({ inputs }: Bundle) =>
    inputs.some((input) => /hucre|^shared\/files\/|^bot\/works\//.test(input))
  expect(bundles.filter(reads).map(({ name }) => name)).toEqual(['worker'])
})

it('what must ask Feishu has its SDK', () => {
  for (const name of ['sender', 'worker', 'commands'])
    expect(bundle(name)?.inputs.some((input) => input.includes('larksuiteoapi'))).toBe(true)
})

it('the roles let the functions do with the table what they do, and no more', () => {
  const textOf = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')
  const inputs = new Set(bundles.flatMap((one) => one.inputs))
  const store = [...inputs].filter((input) => input.startsWith('shared/store/'))
  const source = store.map((input) => textOf(input)).join('\n')
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
  const allowed = [...textOf('infra/aws/roles.yml').matchAll(/dynamodb:(\w+)/g)]
    .map(([, action]) => action)
    .filter((action) => action !== undefined && Object.hasOwn(singly, action))
  expect([...new Set(allowed)].toSorted()).toEqual(done.toSorted())
})

it('every function loads by itself, away from node_modules, and has a handler', () => {
  const loaded = bundles.map(({ file }) => {
    const program = `const it = await import('${pathToFileURL(file)}'); console.log(typeof (it.handler ?? it.default.handler))`
    return execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  })
  expect(loaded).toEqual(bundles.map(() => 'function\n'))
})

it('the webhook answers a stranger’s message and writes the answer down, with nothing of its libraries missing', async () => {
  const { endpoint, close } = await startDynamo()
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = dynamoClient({ region: 'local', endpoint, credentials })
  await createTable(client, 'liegui')
  const file = bundle('webhook')?.file ?? ''
  const program = `const { handler } = await import('${pathToFileURL(file)}')
    console.log(JSON.stringify(await handler(${lambdaEvent(aMessage)}, {})))`
  const said = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...lambdaEnvironment, DYNAMODB_ENDPOINT: endpoint, AWS_REGION: 'local' },
  })
  expect(JSON.parse(said.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ statusCode: 200 })
  const { Items: rows = [] } = await client.send(new ScanCommand({ TableName: 'liegui' }))
  expect(rows.map(({ pk }) => pk)).toEqual(expect.arrayContaining(['IN#om_bundled', 'OUT#answer']))
  client.destroy()
  await close()
})

/** The calls that need a right of their own, beyond what every turn needs. */
const rightOf: Readonly<Record<string, RegExp>> = {
  BatchWriteItem: /\.(saveYears|saveSnapshot)\(/,
  UpdateItem: /\.takeAllowance\(/,
}

it.each(['webhook', 'tick', 'sender'])('%s may do what nobody else needs only where it does it', (name) => {
  const { Resources } = parse(readFileSync('infra/aws/roles.yml', 'utf8'))
  const role = JSON.stringify(Resources[`${name[0]?.toUpperCase()}${name.slice(1)}Role`])
  const inputs = bundle(name)?.inputs ?? []
  const source = inputs.filter((input) => /^(functions|bot|shared\/usecases)\//.test(input))
  const calls = source.map((input) => readFileSync(input, 'utf8')).join('\n')
  for (const [action, needed] of Object.entries(rightOf))
    expect(role.includes(`dynamodb:${action}`), action).toBe(needed.test(calls))
})
