import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as z from 'zod'
import { bundleFile } from '../../infra/aws/bundle.ts'
import { filesOf } from '../../shared/files/files.ts'
import type { WrittenCell } from '../../shared/ports.ts'
import { partsOf, sheetOf, zipOf } from '../shared/files/hand-made.ts'
import { type Measured, median, type Part, rounded } from './measured.ts'

const ROWS = 5_000
const INPUTS = 8
const RUNS = 5

const Once = z.object({ answer: z.string(), ms: z.number(), peakMB: z.number() })
/** What reading a file took, run after run. */
export type FileRead = { name: string; answer: string; ms: readonly number[]; peakMB: readonly number[] }

/** A city's workbook: code and name, and so many figures of each firm, locked and open as in a template. */
const workbook = (): Promise<Uint8Array> => {
  const row = (nth: number): WrittenCell[] => [
    { value: `91320600MA${String(nth).padStart(8, '0')}`, style: 'locked' },
    { value: `南通第${nth}机械有限公司`, style: 'locked' },
    ...Array.from({ length: INPUTS }, (_, column) => ({
      ...{ value: (nth * 7 + column * 13) / 10, style: 'input' as const, decimals: 2 },
    })),
  ]
  const rows = Array.from({ length: ROWS }, (_, nth) => row(nth))
  return filesOf().writeWorkbook([{ name: '2024-12', widths: [22, 30], rows }])
}

const MUCH = 150_000_000
const SHEET = 'xl/worksheets/sheet1.xml'
const parts = partsOf([{ name: '表', cells: '' }])
const withSheet = (says: { unpacked?: number }) =>
  zipOf(parts.map((part) => (part.path === SHEET ? { path: SHEET, data: Buffer.alloc(MUCH), says } : part)))

const bombs = () => [
  { name: '150 MB in 150 KB', bytes: withSheet({}) },
  { name: '150 MB said to be 1 KB', bytes: withSheet({ unpacked: 1_000 }) },
]

/** Not blown up by the zip but by its own tags: nothing but blank cells. */
const manyTags = () =>
  sheetOf(
    `<row>${Array.from({ length: 2_000_001 }, (_, n) => `<c s="${(n * 7_919) % 99_991}"/>`).join('')}</row>`,
  )

const worst = (reads: readonly FileRead[], of: (read: FileRead) => number) =>
  rounded(Math.max(...reads.map(of)), 0)

export const filesRead = (read: FileRead, refused: readonly FileRead[], slow: FileRead): Measured[] => {
  const right =
    read.answer === String(ROWS) && [...refused, slow].every(({ answer }) => answer === 'too-large')
  const ms = ({ ms: all }: FileRead) => (right ? median(all) : Number.NaN)
  const peak = ({ peakMB: all }: FileRead) => (right ? Math.max(...all) : Number.NaN)
  return [
    { key: 'files.readSeconds', value: rounded(ms(read) / 1000), note: read.name },
    { key: 'files.readMB', value: rounded(peak(read), 0), note: 'the whole process' },
    { key: 'files.bombMs', value: worst(refused, ms), note: refused.map(({ name }) => name).join(', ') },
    { key: 'files.bombMB', value: worst(refused, peak), note: 'the whole process' },
    { key: 'files.manyTagsMs', value: worst([slow], ms), note: slow.name },
    { key: 'files.manyTagsMB', value: worst([slow], peak) },
  ]
}

export const files: Part = {
  name: 'files',
  async measure(say) {
    const folder = await mkdtemp(join(tmpdir(), 'bench-'))
    try {
      say('bundling')
      const source = fileURLToPath(new URL('read-once.ts', import.meta.url))
      const { file: program } = await bundleFile(source, join(folder, 'read-once.mjs'))
      const readAll = async (name: string, bytes: Uint8Array): Promise<FileRead> => {
        const path = join(folder, 'file.xlsx')
        await writeFile(path, bytes)
        const runs: z.infer<typeof Once>[] = []
        for (let run = 1; run <= RUNS; run++) {
          say(`${name}, ${run} of ${RUNS}`)
          const { stdout } = await promisify(execFile)(process.execPath, [program, path, 'file.xlsx'])
          runs.push(Once.parse(JSON.parse(stdout)))
        }
        const answer = [...new Set(runs.map((one) => one.answer))].join()
        return { name, answer, ms: runs.map((one) => one.ms), peakMB: runs.map((one) => one.peakMB) }
      }
      const read = await readAll(`${ROWS} rows of ${INPUTS + 2}`, await workbook())
      const refused: FileRead[] = []
      for (const { name, bytes } of bombs()) refused.push(await readAll(name, bytes))
      return filesRead(read, refused, await readAll('two million blank cells', manyTags()))
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}
