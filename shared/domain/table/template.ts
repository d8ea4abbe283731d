import type { Condition } from '../figures.ts'
import { longMonth, type Month, monthNumber } from '../month.ts'
import type { Indicator, Programme } from '../programme.ts'
import type { Report } from '../report.ts'
import { markSheet, type TemplateMark } from './template-mark.ts'
import { figureCell, type SheetCell, type SheetToWrite, texts } from './written.ts'

export type TemplateFacts = {
  programme: Programme
  month: Month
  township: { path: string; name: string }
  /** The officer's firms, or all of the township, as they are stored. */
  reports: readonly Report[]
  /** The township's sequence now: what changes after it is not overwritten unseen. */
  seen: number
  /** What stands under the title and what a spreadsheet says of a wrong entry; the words are bot/words/table.ts's. */
  notes: readonly string[]
  sayNumber: (indicator: Indicator) => string
  conditionNames: Readonly<Record<Condition, string>>
}

const officerIndicators = ({ indicators }: Programme): Indicator[] =>
  indicators.filter(({ supplier }) => supplier === 'officer')

const FIRM = ['序号', '统一社会信用代码', '企业名称']
const WORDS = ['状态', '状态说明', '数据说明']
const WIDE: Readonly<Record<string, number>> = { 序号: 6, 统一社会信用代码: 22, 企业名称: 30 }

/**
 * The officer's own workbook: codes and names locked, last month and last year in grey, one input a figure. An input
 * holds only what was filed for this month already; a hidden sheet says what it was made for and from.
 */
export const templateOf = (facts: TemplateFacts): SheetToWrite[] => {
  const { month, reports, notes, sayNumber } = facts
  const indicators = officerIndicators(facts.programme)
  const headings = [...FIRM, ...indicators.flatMap((one) => headingsOf(one, month)), ...WORDS]
  const above = [
    texts([`${facts.township.name} ${longMonth(month)}企业数据`], 'title'),
    texts([natureOf(facts.programme)], 'note'),
    ...notes.map((note) => texts([note], 'note')),
    texts(headings, 'heading'),
  ]
  const sheet: SheetToWrite = {
    name: '填报',
    isProtected: true,
    widths: headings.map((heading) => WIDE[heading] ?? 14),
    frozen: { rows: above.length, columns: FIRM.length },
    rows: [...above, ...reports.map((report, index) => rowOf(report, index + 1, indicators, facts))],
    numbers: indicators.map((indicator, index) => ({
      column: FIRM.length + index * 3 + 2,
      fromRow: above.length,
      toRow: above.length + Math.max(0, reports.length - 1),
      say: sayNumber(indicator),
    })),
    print: { landscape: true, headingRows: above.length },
  }
  return [sheet, markSheet(markOf(facts))]
}

/** What every sheet says of itself: 表号, 批准文号 and 有效期 where the city has them; else that nobody is obliged. */
export const natureOf = ({ form }: Programme): string =>
  form
    ? `监测数据，非统计定报　表号：${form.number}　批准文号：${form.approval}　有效期至：${form.validUntil}`
    : '监测数据，非统计定报　工作台账，企业自愿提供'

const headingsOf = ({ name, unit }: Indicator, month: Month): string[] => [
  `上月${name}（${unit}）`,
  `去年${monthNumber(month)}月${name}（${unit}）`,
  `${name}（${unit}）`,
]

const rowOf = (
  { code, name, figures, reference, condition, note }: Report,
  no: number,
  indicators: readonly Indicator[],
  { conditionNames }: TemplateFacts,
): SheetCell[] => {
  const isNormal = condition === 'normal'
  return [
    { value: no, style: 'locked' },
    ...texts([code, name], 'locked'),
    ...indicators.flatMap(({ id, decimals }) => [
      figureCell(reference.last?.[id], decimals, 'reference'),
      figureCell(reference.lastYear?.[id], decimals, 'reference'),
      // A firm that is 停产 owes no figures; those it had filed are out of the totals and are not asked back.
      figureCell(isNormal ? figures[id] : undefined, decimals, 'input'),
    ]),
    { value: isNormal ? null : conditionNames[condition], style: 'input' },
    { value: (isNormal ? undefined : note) ?? null, style: 'input' },
    { value: null, style: 'input' },
  ]
}

const markOf = ({ programme, township, month, seen, reports }: TemplateFacts): TemplateMark => ({
  programme: programme.id,
  township: township.path,
  month,
  version: TEMPLATE_VERSION,
  seen,
  revisions: reports.filter(({ revision }) => revision > 0).map(({ code, revision }) => ({ code, revision })),
})

/** Raised when a template of before can no longer be read as it was meant. */
export const TEMPLATE_VERSION = 1
