import type { CreditCode } from '../../shared/domain/enterprise.ts'
import { type ImportRow, isStored } from '../../shared/domain/import-preview.ts'
import { longMonth } from '../../shared/domain/month.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import { natureOf } from '../../shared/domain/table/template.ts'
import { figureCell, type SheetCell, type SheetToWrite, texts } from '../../shared/domain/table/written.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import { departmentNames } from '../words/import.ts'
import { importSentence, importTable } from '../words/import-table.ts'
import type { ImportRead } from './import-reading.ts'

type MarkedRow = { row: ImportRow; sentence: string; isWrong: boolean }
export type MarkedImport = { rows: MarkedRow[]; taken: number; same: number; leftOut: number }

type Ended = {
  programme: Programme
  /** The firms that this table has changed, as the record has it. */
  changed: ReadonlySet<CreditCode>
  closed: ReadonlySet<UnitPath>
}

/** What came of each row once everything is stored; `rows` are previewed again after it. */
export const importOutcome = (rows: readonly ImportRow[], ended: Ended): MarkedImport => {
  const marked = rows.map((row) => markOf(row, ended))
  const count = (sentence: string) => marked.filter((one) => one.sentence === sentence).length
  return {
    rows: marked,
    taken: count(importTable.taken),
    same: count(importTable.same),
    leftOut: marked.filter(({ isWrong }) => isWrong).length,
  }
}

const markOf = (row: ImportRow, { programme, changed, closed }: Ended): MarkedRow => {
  const { report, is } = row
  const say = (sentence: string, isWrong: boolean): MarkedRow => ({ row, sentence, isWrong })
  if (report && changed.has(report.code)) return say(importTable.taken, false)
  if (is === 'unchanged') return say(importTable.same, false)
  if (report && isStored(row))
    return say(closed.has(report.township) ? importTable.closed : importTable.notTaken, true)
  return say(importSentence(row, programme), is !== 'untouched')
}

/** The department's table back, with a column of sentences. */
export const markedImport = (
  { rows }: MarkedImport,
  { imported, month, department }: Pick<ImportRead, 'imported' | 'month' | 'department'>,
  programme: Programme,
): SheetToWrite[] => {
  const headings = [
    ...['行号', '统一社会信用代码', '企业名称'],
    ...imported.map(({ indicator: { name, unit } }) => `${name}（${unit}）`),
    importTable.resultColumn,
  ]
  const above = [
    texts([importTable.markedTitle(departmentNames[department], longMonth(month))], 'title'),
    texts([importTable.markedNote], 'note'),
    texts([natureOf(programme)], 'note'),
    texts(headings, 'heading'),
  ]
  const cells = ({ row, sentence, isWrong }: MarkedRow): SheetCell[] => [
    { value: row.line.row },
    ...texts([row.line.code ?? '', row.line.name], undefined),
    ...imported.map(({ indicator: { id, decimals } }) =>
      row.values[id] === undefined
        ? { value: row.line.typed[id] ?? null }
        : figureCell(row.values[id], decimals, undefined),
    ),
    { value: sentence, ...(isWrong && { style: 'wrong' as const }) },
  ]
  return [
    {
      name: '收数结果',
      widths: [6, 22, 30, ...imported.map(() => 14), 60],
      frozen: { rows: above.length, columns: 3 },
      rows: [...above, ...rows.map(cells)],
    },
  ]
}
