import { filesOf } from '../../shared/files/files.ts'
import type { WrittenCell, WrittenSheet } from '../../shared/ports.ts'

type Filled = Readonly<Record<string, string>>
/** What an officer types for a firm, by the heading's words; undefined leaves the row as it is. */
type Fill = (code: string, index: number) => Filled | undefined

const files = filesOf()

/** A template as it was sent, filled in as an officer would, hidden sheet and all. */
export const filledTemplate = async (
  bytes: Uint8Array,
  fill: Fill,
  change: (sheets: WrittenSheet[]) => WrittenSheet[] = (sheets) => sheets,
): Promise<Uint8Array> => {
  const read = await files.readTable(bytes, 'x.xlsx')
  if (read.is === 'refused') throw new Error(read.why)
  let firm = 0
  const sheets = read.sheets.map(({ name, isHidden, rows }): WrittenSheet => {
    const heading = rows.find(({ cells }) => cells.some(({ text }) => text === '企业名称'))?.cells ?? []
    const filled = rows.map(({ number, cells }) => {
      const code = cells.find(({ text }) => /^[0-9A-Z]{18}$/.test(text))?.text
      const typed = code === undefined || isHidden ? undefined : fill(code, firm++)
      const width = Math.max(cells.length, typed ? heading.length : 0)
      const row = Array.from({ length: width }, (_, column): WrittenCell => {
        const text = typed?.[heading[column]?.text ?? ''] ?? cells[column]?.text ?? ''
        return { value: text === '' ? null : /^\d{1,9}(\.\d+)?$/.test(text) ? Number(text) : text }
      })
      return { number, row }
    })
    const at = new Map(filled.map(({ number, row }) => [number, row]))
    const last = filled.at(-1)?.number ?? 0
    return {
      ...{ name, isHidden, widths: [] },
      rows: Array.from({ length: last }, (_, index) => at.get(index + 1) ?? []),
    }
  })
  return files.writeWorkbook(change(sheets))
}
