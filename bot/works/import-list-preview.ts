import { natureOf } from '../../shared/domain/table/template.ts'
import { type SheetCell, type SheetToWrite, texts } from '../../shared/domain/table/written.ts'
import type { Change } from '../../shared/ports.ts'
import type { ImportedTable } from '../cards/import-state.ts'
import type { WorkContext } from '../declare-work.ts'
import { listCounts, listWords } from '../words/import-list.ts'
import { type DecidedRow, kindsOf, type ListRead, listSentence } from './import-list.ts'
import { rowsOnCard, sentenceOf } from './workbook-preview.ts'

/** What the preview of a bureau's list says, with a workbook that says it of every row. */
export const listTold = async (
  context: WorkContext,
  table: ImportedTable,
  read: ListRead,
): Promise<Change[]> => {
  const { rows, list, absent, next } = read
  const kinds = rows.flatMap(kindsOf)
  const count = (kind: string) => kinds.filter((one) => one === kind).length
  const looked = rows
    .filter((row) => kindsOf(row).includes('refused'))
    .map((row) => sentenceOf(row.row.line, listSentence(context, row)))
  const file = await markedList(context, read, false)
  return [
    context.tell('list-preview', {
      ...table,
      ...{ month: next, list: list.is },
      counts: listCounts(Object.fromEntries(kinds.map((kind) => [kind, count(kind)]))),
      files: kinds.filter(isChange).length,
      ...rowsOnCard(looked),
      remarks: [
        listWords.basis(list, context.plan.programme.screening?.leftYears ?? 0, next),
        ...(absent.length > 0 ? [listWords.absent(absent.length)] : []),
        listWords.everyRow,
      ],
    }),
    context.tell('attachment', { file }),
  ]
}

const isChange = (kind: string): boolean => kind !== 'same' && kind !== 'outside' && kind !== 'refused'

/** The list with a column of sentences, and the firms that it does not have; stored at Feishu. */
export const markedList = async (context: WorkContext, read: ListRead, isDone: boolean): Promise<string> => {
  const { ports, plan } = context
  const cells = (decided: DecidedRow): SheetCell[] => {
    const { row, code, name, unit, division, value } = decided.row.line
    const isWrong = kindsOf(decided).includes('refused')
    return [
      { value: row },
      ...texts([code, name, unit, division, value], undefined),
      { value: listSentence(context, decided), ...(isWrong && { style: 'wrong' as const }) },
    ]
  }
  const sheet = (name: string, widths: number[], headings: readonly string[], rows: SheetCell[][]) => ({
    ...{ name, widths, frozen: { rows: 2, columns: 0 } },
    rows: [texts([natureOf(plan.programme)], 'note'), texts(headings, 'heading'), ...rows],
  })
  const { sheets, headings, absentHeadings, absentRow } = listWords
  const written: SheetToWrite[] = [
    sheet(sheets.list, [6, 22, 30, 16, 14, 14, 80], headings, read.rows.map(cells)),
    sheet(
      sheets.absent,
      [22, 30, 16, 14],
      absentHeadings,
      read.absent.map((firm) => texts(absentRow(plan, firm), undefined)),
    ),
  ]
  const bytes = await ports.files.writeWorkbook(written)
  return ports.uploads.upload(listWords.file(read.list.is, isDone), bytes)
}
