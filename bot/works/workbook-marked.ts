import { readAmount } from '../../shared/domain/amount.ts'
import type { CreditCode } from '../../shared/domain/enterprise.ts'
import { longMonth } from '../../shared/domain/month.ts'
import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import { openQuestions, type Report } from '../../shared/domain/report.ts'
import { judgeStored } from '../../shared/domain/rules/judge.ts'
import { isFiled, type PreviewRow, previewOf } from '../../shared/domain/table/preview.ts'
import type { TableLine } from '../../shared/domain/table/rows.ts'
import { natureOf, TEMPLATE_VERSION } from '../../shared/domain/table/template.ts'
import { markSheet } from '../../shared/domain/table/template-mark.ts'
import { figureCell, type SheetCell, type SheetToWrite, texts } from '../../shared/domain/table/written.ts'
import type { TownshipMonth } from '../../shared/ports.ts'
import { officerIndicators } from '../cards/filing-indicators.ts'
import { condition } from '../words/condition.ts'
import { askOfficer, withoutEchoes } from '../words/findings.ts'
import { rowSentence } from '../words/table.ts'
import { workbookWords } from '../words/workbook.ts'

type MarkedRow = { line: TableLine; sentence: string; style: 'wrong' | 'questioned' | undefined }
export type Marked = { rows: MarkedRow[]; say: string }

type Ended = {
  programme: Programme
  reports: readonly Report[]
  seen: number
  /** The firms that this table has changed. */
  changed: ReadonlySet<CreditCode>
  isClosed: boolean
}

/** What came of each row once everything is filed: what is said to be taken is in the record. */
export const outcomeOf = (lines: readonly TableLine[], ended: Ended): Marked => {
  const { programme, reports, seen } = ended
  const rows = previewOf(lines, { programme, reports, seen }).rows.map((row) => markOf(row, ended))
  const left = rows.filter(({ style }) => style === 'wrong').length
  return { rows, say: left > 0 ? workbookWords.leftOut(left) : '' }
}

const markOf = (row: PreviewRow, { programme, reports, changed, isClosed }: Ended): MarkedRow => {
  const { line } = row
  const report = reports.find(({ code }) => code === line.code)
  if (report && changed.has(report.code)) {
    const open = openQuestions(report).map(({ on }) => on)
    const asked = withoutEchoes(judgeStored(programme, report)).filter(
      ({ severity, on }) => severity === 'explain' && open.includes(on),
    )
    const missing = programme.indicators.filter(({ id }) => row.missing.includes(id))
    const sentence = [
      workbookWords.taken,
      ...asked.map((finding) => askOfficer(finding, programme)),
      ...(missing.length > 0 ? [workbookWords.stillMissing(missing.map(({ short }) => short))] : []),
    ].join('')
    return { line, sentence, style: open.length > 0 ? 'questioned' : undefined }
  }
  // It was to be filed and is not: the month was closed, or a colleague was faster.
  if (isFiled(row) || row.is === 'condition')
    return {
      line,
      sentence: isClosed ? workbookWords.closedMeanwhile : workbookWords.notTaken,
      style: 'wrong',
    }
  const isWrong = row.is === 'refused' || row.is === 'contested'
  return { line, sentence: rowSentence(row, programme), style: isWrong ? 'wrong' : undefined }
}

type About = {
  programme: Programme
  of: TownshipMonth
  name: string
  sequence: number
  reports: readonly Report[]
}

/** The table as it was sent, with a column of sentences; mended, it can be sent again as it is. */
export const markedSheets = ({ rows }: Marked, about: About): SheetToWrite[] => {
  const { programme, of, name, sequence, reports } = about
  const indicators = officerIndicators(programme)
  const headings = [
    ...['行号', '统一社会信用代码', '企业名称'],
    ...indicators.map((one) => `${one.name}（${one.unit}）`),
    ...['状态', '状态说明', '数据说明', workbookWords.resultColumn],
  ]
  const above = [
    texts([workbookWords.markedTitle(name, longMonth(of.month))], 'title'),
    texts([workbookWords.markedNote], 'note'),
    texts([natureOf(programme)], 'note'),
    texts(headings, 'heading'),
  ]
  const sheet: SheetToWrite = {
    name: '提交结果',
    widths: [6, 22, 30, ...indicators.map(() => 14), 10, 16, 20, 80],
    frozen: { rows: above.length, columns: 3 },
    rows: [...above, ...rows.map((row) => cellsOf(row, indicators))],
  }
  const revisions = reports
    .filter(({ revision }) => revision > 0)
    .map(({ code, revision }) => ({ code, revision }))
  const { month, township } = of
  const mark = {
    programme: programme.id,
    township,
    month,
    version: TEMPLATE_VERSION,
    seen: sequence,
    revisions,
  }
  return [sheet, markSheet(mark)]
}

const cellsOf = ({ line, sentence, style }: MarkedRow, indicators: readonly Indicator[]): SheetCell[] => [
  { value: line.row },
  ...texts([line.code ?? '', line.name], undefined),
  ...indicators.map((indicator) => typedCell(line.typed[indicator.id], indicator)),
  ...texts(
    [line.condition ? condition.names[line.condition] : '', line.note ?? '', line.words ?? ''],
    'input',
  ),
  { value: sentence, ...(style && { style }) },
]

const typedCell = (typed: string | undefined, { decimals }: Indicator): SheetCell => {
  const read = readAmount(typed ?? '', { decimals })
  if (read.is === 'amount') return figureCell(read.value, decimals, 'input')
  return { value: typed ?? null, style: read.is === 'missing' ? 'input' : 'wrong' }
}
