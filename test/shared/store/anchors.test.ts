import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { Day } from '../../../shared/domain/instant.ts'
import { fileAnchors, logAnchors, type ReadAnchor, readAnchors } from '../../../shared/store/anchors.ts'
import { month } from '../../build/small-city.ts'

const aFile = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'liegui-anchors-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  return join(dir, 'deep', 'anchors.ndjson')
}
const heads = ['nt/b/1', 'nt/a/1'].map((of) => ({ month, of, sequence: 12, head: 'a'.repeat(64) }))
const anchorOf = (day: string) => ({ programme: 'nt22', day: Day.parse(day), heads })
const read = async (file: string | undefined): Promise<ReadAnchor[]> => {
  const all: ReadAnchor[] = []
  for await (const one of readAnchors(file)) all.push(one)
  return all
}
const sorted = heads.toReversed()

it('are read back as they were kept, sorted, one day after the other', async () => {
  const file = await aFile()
  for (const day of ['2023-04-12', '2023-04-13']) await fileAnchors(file).keep(anchorOf(day))
  expect(await read(file)).toMatchObject([
    { is: 'kept', anchor: { programme: 'nt22', day: '2023-04-12', heads: sorted } },
    { is: 'kept', anchor: { programme: 'nt22', day: '2023-04-13', heads: sorted } },
  ])
  expect(await read(undefined)).toEqual([])
})

it('show a line that was altered, and what a crash cut off does not swallow the next', async () => {
  const file = await aFile()
  await fileAnchors(file).keep(anchorOf('2023-04-12'))
  await writeFile(file, (await readFile(file, 'utf8')).replace(' 12 ', ' 11 '))
  await appendFile(file, '{"code":"anchor","progr')
  await fileAnchors(file).keep(anchorOf('2023-04-13'))
  expect(await read(file)).toMatchObject([
    { is: 'edited', line: 1 },
    { is: 'edited', line: 2 },
    { is: 'kept', anchor: { day: '2023-04-13' } },
  ])
})

it('are found among the other lines of an exported log', async () => {
  const file = await aFile()
  await fileAnchors(file).keep(anchorOf('2023-04-12'))
  const lines: string[] = []
  const log = logAnchors((level, code, ids) => void lines.push(JSON.stringify({ level, code, ...ids })))
  await log.keep(anchorOf('2023-04-14'))
  await writeFile(file, ['{"level":"info","code":"commands-shown"}', 'START RequestId', ...lines].join('\n'))
  expect(await read(file)).toMatchObject([{ is: 'kept', anchor: { day: '2023-04-14', heads: sorted } }])
})
