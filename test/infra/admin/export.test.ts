import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { files, openTable } from '../../../shared/runtime-admin.ts'
import { acts } from '../../build/acts.ts'
import { aSmallCity, people, unit } from '../../build/small-city.ts'
import { admin } from './typed.ts'

const Line = z.object({ pk: z.string(), sk: z.string(), value: z.looseObject({}) })

it('leaves no item of the programme out, in lines and in workbooks', async () => {
  const city = await aSmallCity()
  await city.tick('2023-04-07', '09:00')
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
  await acts(city).file(unit.jinsha, people.wang)
  const dir = await mkdtemp(join(tmpdir(), 'liegui-test-export-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const type = (...args: string[]) =>
    admin(['export', dir, '--json', '--endpoint', city.endpoint, ...args], { AWS_REGION: 'local' })
  const { code, out } = await type()
  expect(code).toBe(0)
  const { kinds, items } = z
    .object({
      items: z.number(),
      kinds: z.array(
        z.object({
          kind: z.string(),
          items: z.number(),
          files: z.array(z.object({ file: z.string(), sha256: z.string() })),
        }),
      ),
    })
    .parse(JSON.parse(out))

  const linesOf = async (kind: string) =>
    (await readFile(join(dir, `${kind}.jsonl`), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => Line.parse(JSON.parse(line)))
  const exported = (await Promise.all(kinds.map(({ kind }) => linesOf(kind)))).flat()
  const table = openTable({ endpoint: city.endpoint, table: 'liegui' })
  onTestFinished(() => table.close())
  const all: string[] = []
  for await (const page of table.items.pages())
    for (const { pk, sk, planned } of page)
      if (pk && 'S' in pk && sk && 'S' in sk && !planned) all.push(`${pk.S} ${sk.S}`)
  // Inbox marks and leases are of no programme; that a push is planned says nothing that the push does not.
  const owned = all.filter((key) => !/^(IN|LEASE)#/.test(key))
  expect(exported.map(({ pk, sk }) => `${pk} ${sk}`).toSorted()).toEqual(owned.toSorted())
  expect(items).toBe(owned.length)

  for (const { file, sha256 } of kinds.flatMap((kind) => kind.files))
    expect(
      createHash('sha256')
        .update(await readFile(join(dir, file)))
        .digest('hex'),
    ).toBe(sha256)
  const workbook = await files.readTable(await readFile(join(dir, 'report.xlsx')), 'report.xlsx')
  const [headings, ...rows] = workbook.is === 'read' ? (workbook.sheets[0]?.rows ?? []) : []
  const column = headings?.cells.findIndex(({ text }) => text === '数 · 应税销售（万元）') ?? -1
  const filed = rows.filter(({ cells }) => cells.some(({ text }) => text === unit.jinsha))
  expect(filed.map(({ cells }) => cells[column]?.text)).toEqual(['150', '150'])

  const again = await type()
  expect([again.code, again.errors]).toEqual([2, expect.stringContaining('已经有文件')])
  expect((await readdir(dir)).length).toBe(kinds.flatMap((kind) => kind.files).length + 1)
})
