import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { meanings } from '../../../infra/admin/programme/meanings.ts'
import { planIn } from '../../../infra/admin/programme/plan-file.ts'
import { startDynamo } from '../../../infra/local/dynamo.ts'
import { PlanFile } from '../../../shared/domain/plan.ts'
import { openTable } from '../../../shared/runtime-admin.ts'
import { aSmallCity } from '../../build/small-city.ts'
import { admin } from './typed.ts'

const Json = z.looseObject({
  programme: z.record(z.string(), z.unknown()),
  units: z.array(z.record(z.string(), z.unknown())),
})
const nantong = () =>
  Json.parse(JSON.parse(readFileSync('shared/domain/programmes/nantong-2022-2024.json', 'utf8')))

const fileOf = async (content: unknown): Promise<string> => {
  const file = join(tmpdir(), `plan-${process.pid}-${Math.random()}.json`)
  await writeFile(file, JSON.stringify(content))
  return file
}

const anEmptyPlace = async () => {
  const server = await startDynamo()
  onTestFinished(() => server.close())
  const init = async (content: unknown, ...options: string[]) =>
    admin(['init', await fileOf(content), '--json', '--endpoint', server.endpoint, ...options], {
      AWS_REGION: 'local',
    })
  const plan = async (id: string) => {
    const table = openTable({ endpoint: server.endpoint, table: 'liegui' })
    onTestFinished(() => table.close())
    return table.record.store.plan(id)
  }
  return { init, plan }
}

it('makes the table and the programme in an empty place, and says what every card will say', async () => {
  const { init, plan } = await anEmptyPlace()
  const first = await init(nantong())
  expect(first.code).toBe(0)
  expect(JSON.parse(first.out)).toMatchObject({ version: 1, written: true, form: null })
  expect(first.errors).toContain('工作台账，企业自愿提供')
  expect((await plan('nt22'))?.units).toHaveLength(nantong().units.length)
})

it('asks before it replaces a version, and keeps a form that was there', async () => {
  const { init, plan } = await anEmptyPlace()
  const form = [
    '--form-number',
    '通工统1表',
    '--approval',
    '通统制〔2022〕1号',
    '--valid-until',
    '2024-12-31',
  ]
  const first = await init(nantong(), ...form)
  expect(JSON.parse(first.out)).toMatchObject({ form: { number: '通工统1表', validUntil: '2024-12-31' } })
  const again = await init(nantong())
  expect(JSON.parse(again.out)).toMatchObject({ version: 1, written: false })
  const { programme, units } = nantong()
  const changed = { programme: { ...programme, openDay: 9 }, units: units.slice(0, -1) }
  const unasked = await init(changed)
  expect([unasked.code, (await plan('nt22'))?.programme.version]).toEqual([2, 1])
  expect(unasked.errors).toContain('programme.openDay')
  expect(unasked.errors).toContain('去掉：三余镇')
  const done = await init(changed, '--yes')
  expect(JSON.parse(done.out)).toMatchObject({ version: 2, written: true, form: { number: '通工统1表' } })
  expect((await plan('nt22'))?.programme.openDay).toBe(9)
})

it('leaves out no unit that firms, people or months hang on', async () => {
  const city = await aSmallCity()
  const plan = await city.ports.store.plan('nt22')
  if (plan === undefined) throw new Error('the city has a plan')
  const targets = plan.programme.targets.filter(({ unit }) => plan.units.some(({ path }) => path === unit))
  const units = plan.units.filter(({ name }) => name !== 'jinsha')
  const left = await fileOf({ programme: { ...plan.programme, targets }, units })
  const { code, errors } = await admin(['init', left, '--yes', '--endpoint', city.endpoint], {
    AWS_REGION: 'local',
  })
  expect(code).toBe(2)
  expect(errors).toMatch(/jinsha（nt\/tongzhou\/1）有 3 个岗位、有 2 户企业，不能去掉/)
})

it('takes a form whole or not at all', async () => {
  const { init } = await anEmptyPlace()
  const { code, errors } = await init(nantong(), '--form-number', '通工统1表')
  expect([code, errors]).toEqual([2, expect.stringContaining('三样一起写')])
})

const wrongIn = (change: (file: z.infer<typeof Json>) => unknown): string => {
  const read = planIn(change(nantong()))
  return 'wrong' in read ? read.wrong.join('\n') : ''
}

it.each<[string, (file: z.infer<typeof Json>) => unknown, string]>([
  ['nothing of it', () => null, '整个文件：要写一组'],
  ['no units', ({ programme }) => ({ programme }), 'units（单位：市、区县、乡镇或园区）：没有写'],
  [
    'a number in quotes',
    ({ programme, units }) => ({ programme: { ...programme, openDay: '10' }, units }),
    'programme.openDay（次月几日开表，1 到 28）：要写数字，不加引号',
  ],
  [
    'a day too late',
    ({ programme, units }) => ({ programme: { ...programme, openDay: 40 }, units }),
    'programme.openDay（次月几日开表，1 到 28）：太大，至多 28',
  ],
  [
    'a slip of the pen',
    ({ programme, units }) => ({ programme: { ...programme, titel: 'x' }, units }),
    'programme.titel：没有这一项，这里可以写 id、version、title',
  ],
  [
    'a unit without a name',
    ({ programme, units }) => ({ programme, units: [...units, { path: 'nt/neu' }] }),
    `.name（名称）：没有写`,
  ],
  [
    'a level that is none',
    ({ programme, units }) => {
      const [first] = z.array(z.looseObject({})).parse(programme.indicators)
      return { programme: { ...programme, indicators: [{ ...first, visibleTo: 'village' }] }, units }
    },
    'programme.indicators[1].visibleTo（一户的数最低到哪一级能看：township、district、city）：只能写 township、district、city',
  ],
])('says in a sentence what is wrong with %s', (_what, change, sentence) => {
  expect(wrongIn(change)).toContain(sentence)
})

it('has a meaning for every key that there is', () => {
  const Shape = z.object({ properties: z.record(z.string(), z.unknown()) }).partial()
  const keys = (schema: unknown, path: string[]): string[] => {
    const { properties, items, additionalProperties } = z
      .looseObject({
        ...Shape.shape,
        items: z.unknown().optional(),
        additionalProperties: z.unknown().optional(),
      })
      .parse(schema)
    const inside = [
      ...Object.entries(properties ?? {}),
      ...(items ? [['*', items] as const] : []),
      ...(typeof additionalProperties === 'object' ? [['*', additionalProperties] as const] : []),
    ]
    return inside.flatMap(([key, value]) => [[...path, key].join('.'), ...keys(value, [...path, key])])
  }
  const all = keys(z.toJSONSchema(PlanFile, { io: 'input' }), [])
  expect(Object.keys(meanings).toSorted()).toEqual(all.toSorted())
})
