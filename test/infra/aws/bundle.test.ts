import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Bundle, bundleFunctions } from '../../../infra/aws/bundle.ts'

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
