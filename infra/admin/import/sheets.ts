import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import * as z from 'zod'
import type { FileRefusal, Sheet } from '../../../shared/ports.ts'
import { files } from '../../../shared/runtime-admin.ts'
import { CannotDo } from '../declare.ts'

const Json = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])), {
  error: '要写成一串记录：[{"姓名": "…"}, …]',
})

const whys: Readonly<Record<FileRefusal, string>> = {
  empty: '是空的',
  encrypted: '加了密码，请先去掉',
  'old-excel': '是旧格式，请另存为 .xlsx',
  'not-a-table': '不是 .xlsx、.csv 或 .json',
  damaged: '打不开，可能损坏了',
  'too-large': '太大了，请拆开',
}

/** The sheets of a .xlsx, .csv or .json; of the latter, a row for each record, under its keys. */
export const sheetsIn = async (file: string): Promise<readonly Sheet[]> => {
  const bytes = await readFile(file).catch(() => {
    throw new CannotDo(`读不到 ${file}。`)
  })
  if (file.toLowerCase().endsWith('.json')) return [sheetOf(bytes.toString('utf8'), file)]
  const read = await files.readTable(bytes, basename(file))
  if (read.is === 'refused') throw new CannotDo(`${file} ${whys[read.why]}。`)
  return read.sheets
}

const sheetOf = (text: string, file: string): Sheet => {
  const read = Json.safeParse(parsed(text, file))
  if (!read.success) throw new CannotDo(`${file}：${read.error.issues[0]?.message ?? ''}`)
  const headings = [...new Set(read.data.flatMap((record) => Object.keys(record)))]
  const rows = [
    headings,
    ...read.data.map((record) => headings.map((heading) => String(record[heading] ?? ''))),
  ]
  return {
    ...{ name: file, isHidden: false, merges: 0 },
    rows: rows.map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => ({ text: cell })) })),
  }
}

const parsed = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new CannotDo(`${file} 不是 JSON。`)
  }
}
