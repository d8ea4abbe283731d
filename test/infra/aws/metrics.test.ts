import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { type Bundle, bundleFunctions } from '../../../infra/aws/bundle.ts'
import { readConfig } from '../../../shared/config.ts'
import { startRuntime } from '../../../shared/runtime.ts'

const Filter = z.object({
  Type: z.literal('AWS::Logs::MetricFilter'),
  Properties: z.object({
    LogGroupName: z.object({ Ref: z.string() }),
    FilterPattern: z.string(),
    MetricTransformations: z.array(z.object({ MetricName: z.string(), MetricValue: z.string() })).length(1),
  }),
})
const { Resources } = z
  .object({ Resources: z.record(z.string(), z.unknown()) })
  .parse(parse(readFileSync('infra/aws/alarms.yml', 'utf8')))
const filters = Object.values(Resources).flatMap((one) => {
  const { success, data } = Filter.safeParse(one)
  if (!success) return []
  const { LogGroupName, FilterPattern, MetricTransformations } = data.Properties
  const value = MetricTransformations[0]?.MetricValue ?? ''
  const codes = [...FilterPattern.matchAll(/\$\.code = "([\w-]+)"/g)].map(([, code = '']) => code)
  return codes.map((code) => ({
    ...{ code, value, metric: MetricTransformations[0]?.MetricName },
    of: LogGroupName.Ref.replace(/LogGroup$/, '').toLowerCase(),
  }))
})

let folder: string
let bundles: Bundle[]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'metrics-'))
  bundles = await bundleFunctions(folder)
})
afterAll(() => rm(folder, { recursive: true }))

/** The calls that write a line of this code, in what is deployed as this function. */
const written = (name: string, code: string): string[] => {
  const inputs = bundles.find((one) => one.name === name)?.inputs ?? []
  const ours = inputs.filter((input) => /^(bot|functions|shared)\//.test(input))
  const source = ours.map((input) => readFileSync(input, 'utf8')).join('\n')
  const calls = [...source.matchAll(/\blog\((?:[^()]|\([^()]*\))*\)/g)].map(([call]) => call)
  const [family = '', ...rest] = code.split('-')
  const put = `\`${family}-\${`
  return calls.filter(
    (call) =>
      call.includes(`'${code}'`) ||
      (call.includes(put) && source.includes(`is: '${rest.join('-')}'`) && call.includes('result.is')),
  )
}

describe('what an alarm counts is a line that the program writes', () => {
  it('makes four metrics of them', () => {
    const metrics = ['DeadLetters', 'OldestPushSeconds', 'Refusals', 'Unanswered']
    expect([...new Set(filters.map(({ metric }) => metric))].toSorted()).toEqual(metrics)
    expect(filters).toHaveLength(7)
  })

  it.each(filters)('$code, in the log of $of', ({ code, of, value }) => {
    const calls = written(of, code)
    expect(calls).toHaveLength(1)
    if (value !== '1') expect(calls[0]).toContain(value.replace('$.', ''))
  })

  it('is not found in the log of another function, nor by another name', () => {
    expect(written('commands', 'webhook-refused')).toEqual([])
    expect(written('webhook', 'webhook-refusals')).toEqual([])
    expect(written('sender', 'push-alive')).toEqual([])
  })

  it('is one line, an object of JSON with the code on top, where a number stays one', () => {
    const write = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
    const secrets = { LARK_APP_SECRET: 'a', LARK_ENCRYPT_KEY: 'b', LARK_VERIFICATION_TOKEN: 'c' }
    const config = readConfig({ ...secrets, LARK_APP_ID: 'cli_a1b2c3d4e5f60718' })
    startRuntime(config).ports.log('info', 'outbox-oldest', { ageSeconds: 7 })
    const said = write.mock.calls.map(([line]) => String(line))
    write.mockRestore()
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^\{[^\n]*\}\n$/)
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ code: 'outbox-oldest', ageSeconds: 7 })
  })
})
