import { dayAndWeek, dayOf, type Instant } from '../instant.ts'
import { longMonth, type Month } from '../month.ts'
import type { Indicator, Programme } from '../programme.ts'
import { counts, isDone, type Report } from '../report.ts'
import { natureOf, type TemplateFacts } from './template.ts'
import { figureCell, type SheetCell, type SheetToWrite, texts } from './written.ts'

export type PrintedFacts = Pick<TemplateFacts, 'conditionNames'> & {
  programme: Programme
  month: Month
  township: string
  reports: readonly Report[]
  /** Shown to whoever prints it, in the programme's order. */
  indicators: readonly Indicator[]
  at: Instant
}

/** 本月报表, to be printed and stamped: what is filed, and a total only where every firm that owes a figure has it. */
export const printedOf = (facts: PrintedFacts): SheetToWrite => {
  const { month, reports, indicators } = facts
  const headings = [
    '序号',
    '统一社会信用代码',
    '企业名称',
    ...indicators.map(({ name, unit }) => `${name}（${unit}）`),
    '备注',
  ]
  const above = [
    texts([`${facts.township} ${longMonth(month)}企业数据报表`], 'title'),
    texts([natureOf(facts.programme)], 'note'),
    texts(headings, 'heading'),
  ]
  return {
    name: `${longMonth(month)}报表`,
    widths: [6, 22, 30, ...indicators.map(() => 14), 18],
    frozen: { rows: above.length, columns: 3 },
    rows: [
      ...above,
      ...reports.map((report, index) => rowOf(report, index + 1, facts)),
      totalsOf(reports, indicators),
      [],
      texts(['填报人：', '', '负责人：', '', '单位（盖章）：'], undefined),
      texts([`打印日期：${dayAndWeek(dayOf(facts.at))}`], 'note'),
    ],
    print: { landscape: true, headingRows: above.length },
  }
}

const rowOf = (report: Report, no: number, { indicators, conditionNames }: PrintedFacts): SheetCell[] => {
  const { code, name, condition, state } = report
  const remark = condition !== 'normal' ? conditionNames[condition] : state === 'returned' ? '被退回' : ''
  return [
    { value: no },
    ...texts([code, name], undefined),
    ...indicators.map(({ id, decimals }) =>
      figureCell(counts(state) ? report.figures[id] : undefined, decimals, undefined),
    ),
    { value: remark === '' && !isDone(state) ? '未报齐' : remark },
  ]
}

const totalsOf = (reports: readonly Report[], indicators: readonly Indicator[]): SheetCell[] => {
  const owing = reports.filter(({ condition }) => condition === 'normal')
  return [
    ...texts(['合计', '', `${reports.length} 户`], 'heading'),
    ...indicators.map(({ id, decimals }): SheetCell => {
      const values = owing.flatMap(({ state, figures }) => (counts(state) ? [figures[id]] : [undefined]))
      const known = values.filter((value) => value !== undefined)
      const isWhole = known.length > 0 && known.length === owing.length
      if (!isWhole) return { value: '未报齐', style: 'note' }
      return figureCell(
        known.reduce((sum, value) => sum + value, 0),
        decimals,
        'heading',
      )
    }),
    { value: '', style: 'heading' },
  ]
}
