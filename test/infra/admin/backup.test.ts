import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { readArchive } from '../../../infra/admin/backup/archive.ts'
import { backUp } from '../../../infra/admin/backup/back-up.ts'
import { checkBackup } from '../../../infra/admin/backup/check.ts'
import { imageOf } from '../../../infra/admin/backup/image.ts'
import { startDynamo } from '../../../infra/local/dynamo.ts'
import { type OpenTable, openTable, type RawItem } from '../../../shared/runtime-admin.ts'
import { key } from '../../../shared/store/keys.ts'
import { kindOf } from '../../../shared/store/known-items.ts'

const aFolder = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'liegui-test-backup-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

const aTableOnDisk = async () => {
  const dir = await aFolder()
  const server = await startDynamo({ dir })
  const table = openTable({ endpoint: server.endpoint, table: 'liegui' })
  onTestFinished(async () => {
    table.close()
    await server.close()
  })
  await table.create()
  return { dir, table }
}

const PLACES = 40
const row = (number: number): RawItem => ({
  pk: { S: `X#${number % PLACES}` },
  sk: { S: 'X' },
  number: { N: String(number) },
  // So that the log is begun anew again and again.
  more: { S: 'x'.repeat(60_000) },
})

/** Writes one number after the other, round and round: at any one moment the table holds the last so many of them. */
const numbering = (table: OpenTable) => {
  let number = 0
  return {
    written: () => number,
    async write(many: number) {
      for (const end = number + many; number < end; number++) await table.items.put([row(number)])
    },
  }
}

const numbersIn = async (items: AsyncIterable<RawItem>): Promise<number[]> => {
  const numbers: number[] = []
  for await (const { number } of items) if (number && 'N' in number) numbers.push(Number(number.N))
  return numbers.toSorted((a, b) => a - b)
}

const lastOnes = (last: number) => Array.from({ length: PLACES }, (_, index) => last - PLACES + 1 + index)

it('is true to one moment while the table is written to, and lacks nothing that was written before it', async () => {
  const { dir, table } = await aTableOnDisk()
  const numbers = numbering(table)
  await numbers.write(PLACES)
  for (let round = 0; round < 4; round++) {
    const before = numbers.written()
    const file = join(dir, `${round}.jsonl.gz`)
    const [, found] = await Promise.all([
      numbers.write(PLACES),
      backUp({ dir, table: 'liegui', file, now: 1, onItems: () => {} }).then(() =>
        numbersIn(readArchive(file)),
      ),
    ])
    expect(found).toEqual(lastOnes(found.at(-1) ?? 0))
    expect(found.at(-1)).toBeGreaterThanOrEqual(before - 1)
  }
})

it.each([
  ['a few rows are written', 3, 1],
  ['the log is begun anew', 2 * PLACES, 2],
])('is true to one moment when %s between the copies of two files', async (_, many, tries) => {
  const { dir, table } = await aTableOnDisk()
  const numbers = numbering(table)
  await numbers.write(2 * PLACES)
  let times = 0
  const image = await imageOf(dir, async () => {
    if (times++ === 0) await numbers.write(many)
  })
  onTestFinished(image.drop)
  expect(image.tries).toBe(tries)
  const server = await startDynamo({ dir: image.dir })
  onTestFinished(() => server.close())
  const copy = openTable({ endpoint: server.endpoint, table: 'liegui' })
  onTestFinished(() => copy.close())
  const found: RawItem[] = []
  for await (const page of copy.items.pages()) found.push(...page)
  const seen = found.map(({ number }) => (number && 'N' in number ? Number(number.N) : -1))
  expect(seen.toSorted((a, b) => a - b)).toEqual(lastOnes(numbers.written() - 1))
})

it('is refused where a byte was altered, or the end is missing', async () => {
  const { dir, table } = await aTableOnDisk()
  await table.items.put([{ pk: { S: 'X#1' }, sk: { S: 'X' }, say: { S: 'figure 1505000' } }])
  const file = join(dir, 'a.jsonl.gz')
  await backUp({ dir, table: 'liegui', file, now: 1, onItems: () => {} })
  const text = gunzipSync(await readFile(file)).toString()
  const check = () => checkBackup(file, { say: () => {}, onItems: () => {} })
  expect((await check()).problems).toEqual([expect.stringContaining('is of no known kind')])

  await writeFile(file, gzipSync(text.replace('1505000', '1505001')))
  await expect(check()).rejects.toThrow('与它末尾的摘要不符')
  await writeFile(file, gzipSync(text.split('\n').slice(0, -2).join('\n')))
  await expect(check()).rejects.toThrow('末尾不见了')
  await writeFile(file, gzipSync(text).subarray(0, 60))
  await expect(check()).rejects.toThrow('损坏')
  await writeFile(file, 'something else')
  await expect(check()).rejects.toThrow('损坏')
  await rm(file)
  await expect(check()).rejects.toThrow('读不到')
})

it('knows every kind of item that has a key', () => {
  const unit = 'nt/tongzhou/320612001'
  const of = { programme: 'nt22', month: '2023-03', township: unit }
  const given: Record<keyof typeof key, readonly unknown[]> = {
    ...{ programme: ['nt22'], plan: ['nt22'], month: ['nt22', '2023-03'], totals: ['nt22', '2023-03'] },
    operations: ['nt22'],
    ...{ person: ['ou_1'], role: ['nt22', unit, 'officer', 'ou_1'], standIn: ['nt22', unit, 'ou_1'] },
    ...{
      chat: ['oc_1'],
      boundChat: ['nt22', 'oc_1'],
      enterprise: ['nt22', '9132'],
      roster: ['nt22', unit, '9132'],
    },
    ...{ year: ['nt22', '9132', 2023], version: ['nt22', '9132', '2023-03', 1], stage: ['nt22', '9132', 1] },
    ...{ report: [of, '9132'], tally: [of], action: ['nt22', '2023-03', 'open'], audit: [of, 1] },
    ...{ snapshot: [of, 1, 0], statistics: ['nt22', '2023-03', 1], correction: [of, 1], mark: ['e'] },
    ...{ pending: ['bulk', 1, 'p'], push: ['p'], dead: ['p'], allowance: ['nt22', '2023-03', 'ou_1'] },
    ...{ lease: ['sender'], lostSpan: [], registry: ['nt22'], registryEntry: ['nt22', 1] },
  }
  const kinds = Object.entries(key).map(([name, make]) =>
    kindOf(Reflect.apply(make, undefined, given[name as keyof typeof key])),
  )
  expect(new Set(kinds).size).toBe(Object.keys(key).length)
  expect(kinds).not.toContain(undefined)
})
