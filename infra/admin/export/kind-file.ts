import { createHash } from 'node:crypto'
import { type FileHandle, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { Indicator } from '../../../shared/domain/programme.ts'
import { files } from '../../../shared/runtime-admin.ts'
import { flattened, type Row, sheetOf } from './sheet-of.ts'

/** A workbook of more rows opens slowly; what is more goes into `report-2.xlsx`. */
const ROWS_A_WORKBOOK = 20_000
const PRIVATE = 0o600

type Exported = { pk: string; sk: string; value: unknown }
export type Written = { file: string; sha256: string }

/** One kind's items: JSON Lines as they come, and workbooks of so many rows. */
export const kindFile = async (dir: string, kind: string, indicators: readonly Indicator[]) => {
  const digest = createHash('sha256')
  const lines: FileHandle = await open(join(dir, `${kind}.jsonl`), 'wx', PRIVATE)
  const workbooks: Written[] = []
  let rows: Row[] = []
  let items = 0

  const close = async () => {
    if (rows.length === 0) return
    const number = workbooks.length + 1
    const file = number === 1 ? `${kind}.xlsx` : `${kind}-${number}.xlsx`
    const bytes = await files.writeWorkbook([sheetOf(kind, rows, indicators)])
    await writeFile(join(dir, file), bytes, { flag: 'wx', mode: PRIVATE })
    workbooks.push({ file, sha256: createHash('sha256').update(bytes).digest('hex') })
    rows = []
  }

  return {
    async add({ pk, sk, value }: Exported): Promise<void> {
      const text = `${JSON.stringify({ pk, sk, value }, listed)}\n`
      digest.update(text)
      await lines.appendFile(text)
      items += 1
      for (const one of rowsOf(value)) rows.push(flattened({ ...one, pk, sk }, indicators))
      if (rows.length >= ROWS_A_WORKBOOK) await close()
    },
    /** The files of this kind, once everything is in them. */
    async end(): Promise<{ kind: string; items: number; files: Written[] }> {
      await close()
      await lines.close()
      return { kind, items, files: [{ file: `${kind}.jsonl`, sha256: digest.digest('hex') }, ...workbooks] }
    },
  }
}

const listed = (_: string, value: unknown): unknown => (value instanceof Set ? [...value] : value)

const Part = z.looseObject({ rows: z.array(z.looseObject({})) })

/** A snapshot's part has a row for each of its firms, anything else is one row. */
const rowsOf = (value: unknown): Record<string, unknown>[] => {
  const part = Part.safeParse(value)
  if (!part.success) return [z.looseObject({}).catch({}).parse(value)]
  const { rows, counts: _, ...of } = part.data
  return rows.map((row) => ({ ...of, ...row }))
}
