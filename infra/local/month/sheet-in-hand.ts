import { CreditCode } from '../../../shared/domain/enterprise.ts'
import { filesOf } from '../../../shared/files/files.ts'
import type { Sheet, SheetRow, WrittenCell, WrittenSheet } from '../../../shared/ports.ts'

/** What is typed into a firm's row, by the words of the headings. */
type Typed = Readonly<Record<string, string>>

const files = filesOf()
const NAME = '企业名称'
const A_NUMBER = /^-?(\d{1,9}|\d{1,3}(,\d{3})+)(\.\d+)?$/

/** A workbook as it lies open on somebody's desk. */
export const openWorkbook = async (bytes: Uint8Array): Promise<readonly Sheet[]> => {
  const read = await files.readTable(bytes, '表格.xlsx')
  if (read.is === 'refused') throw new Error(`The bot sent a workbook that cannot be read: ${read.why}`)
  return read.sheets
}

/** What stands in each firm's row, by the words of the headings. */
export const firmRows = (sheets: readonly Sheet[]): Map<CreditCode, Map<string, string>> => {
  const rows = new Map<CreditCode, Map<string, string>>()
  for (const sheet of sheets) {
    const headings = headingsOf(sheet)
    for (const row of sheet.rows) {
      const code = sheet.isHidden ? undefined : codeIn(row)
      if (code) rows.set(code, new Map(row.cells.map(({ text }, column) => [headings[column] ?? '', text])))
    }
  }
  return rows
}

/**
 * The same workbook with figures typed into it and saved, as WPS would save it. `change` is for what a careless hand
 * does to the other cells.
 */
export const filledIn = (
  sheets: readonly Sheet[],
  typedFor: (code: CreditCode) => Typed | undefined,
  change: (text: string) => string = (text) => text,
): Promise<Uint8Array> =>
  files.writeWorkbook(
    sheets.map((sheet): WrittenSheet => {
      const headings = headingsOf(sheet)
      const written = new Map(
        sheet.rows.map((row) => {
          const code = sheet.isHidden ? undefined : codeIn(row)
          const typed = code && typedFor(code)
          const width = Math.max(row.cells.length, typed ? headings.length : 0)
          const cells = Array.from({ length: width }, (_, column): WrittenCell => {
            const text = row.cells[column]?.text ?? ''
            return cellOf(typed?.[headings[column] ?? ''] ?? change(text))
          })
          return [row.number, cells]
        }),
      )
      const last = sheet.rows.at(-1)?.number ?? 0
      const rows = Array.from({ length: last }, (_, index) => written.get(index + 1) ?? [])
      return { name: sheet.name, isHidden: sheet.isHidden, widths: [], rows }
    }),
  )

const headingsOf = ({ rows }: Sheet): string[] =>
  rows.find(({ cells }) => cells.some(({ text }) => text === NAME))?.cells.map(({ text }) => text) ?? []

const codeIn = ({ cells }: SheetRow): CreditCode | undefined =>
  cells.flatMap(({ text }) => CreditCode.safeParse(text).data ?? [])[0]

const cellOf = (text: string): WrittenCell => ({
  value: text === '' ? null : A_NUMBER.test(text) ? Number(text.replaceAll(',', '')) : text,
})
