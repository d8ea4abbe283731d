import { SCALE } from '../../shared/domain/amount.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Indicator } from '../../shared/domain/programme.ts'
import { counts, type Report, stillDeclared } from '../../shared/domain/report.ts'
import { natureOf } from '../../shared/domain/table/template.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Plan, WrittenCell, WrittenSheet } from '../../shared/ports.ts'
import { condition } from '../words/condition.ts'
import { stateNames } from '../words/review.ts'
import { sheetWords as words } from '../words/sheet.ts'

export type Printed = {
  plan: Plan
  township: string
  tally: Pick<Tally, 'month' | 'closed'>
  /** The whole township, whoever the firms are shared out to. */
  reports: readonly Report[]
  /** What whoever prints it may see of one firm. */
  indicators: readonly Indicator[]
  by: string
  at: Instant
}

/** A township's month on A4 for the stamp: every firm of the roster, the sums, and room to sign. */
export const printedSheet = (printed: Printed): WrittenSheet => {
  const { plan, township, tally, reports, indicators, by, at } = printed
  const headings = [
    ...words.headings,
    ...indicators.map(({ name, unit }) => `${name}（${unit}）`),
    words.remarks,
  ]
  const above = [
    headings.map(
      (_, index): WrittenCell => ({
        value: index === 0 ? words.title(township, tally.month) : null,
        style: 'headline',
      }),
    ),
    unbroken(natureOf(plan.programme)),
    unbroken(words.place(township, tally.month)),
    headings.map((value): WrittenCell => ({ value, style: 'heading' })),
  ]
  return {
    name: words.sheet,
    widths: [6, 36, 22, ...indicators.map(() => 16), 24],
    frozen: { rows: above.length, columns: 2 },
    rows: [
      ...above,
      ...reports.map((report) => rowOf(report, indicators)),
      sumRow(reports, indicators),
      unbroken(words.leftOut),
      unbroken(words.state(tally.closed, by, at)),
      [],
      signatures(headings.length),
    ],
    print: { landscape: true, headingRows: above.length },
  }
}

/** A line that runs on over the columns beside it. */
const unbroken = (value: string): WrittenCell[] => [{ value }]

const figure = (value: number | undefined, { decimals }: Indicator, style: 'printed' | 'sum'): WrittenCell =>
  value === undefined
    ? { value: words.missing, style }
    : { value: value / SCALE, style, decimals: Math.min(decimals, 2) }

const rowOf = (report: Report, indicators: readonly Indicator[]): WrittenCell[] => [
  { value: report.no, style: 'printed' },
  { value: report.name, style: 'printed' },
  { value: report.code, style: 'printed' },
  ...indicators.map((indicator) => figure(report.figures[indicator.id], indicator, 'printed')),
  { value: remarksOf(report, indicators), style: 'printed' },
]

/** Why a firm is not among the sums, and what is to know of those that are. */
const remarksOf = (report: Report, indicators: readonly Indicator[]): string => {
  const declared = stillDeclared(report) ?? []
  const nothing = indicators.filter(({ id }) => declared.includes(id)).map(({ short }) => short)
  return [
    ...(report.condition === 'normal'
      ? counts(report.state) && report.state !== 'partial'
        ? []
        : [stateNames[report.state]]
      : [condition.names[report.condition], ...(report.note ? [report.note] : [])]),
    ...(nothing.length > 0 ? [words.nothing(nothing)] : []),
    ...(report.corrected ? [words.corrected] : []),
  ].join('；')
}

const sumRow = (reports: readonly Report[], indicators: readonly Indicator[]): WrittenCell[] => {
  const counted = reports.filter(({ state }) => counts(state))
  return [
    { value: null, style: 'sum' },
    { value: words.total(counted.length, reports.length), style: 'sum' },
    { value: null, style: 'sum' },
    ...indicators.map((indicator) => {
      const values = counted.flatMap(({ figures }) => figures[indicator.id] ?? [])
      const sum = values.length > 0 ? values.reduce((a: number, b) => a + b, 0) : undefined
      return figure(sum, indicator, 'sum')
    }),
    { value: null, style: 'sum' },
  ]
}

/** Spread over the breadth of the sheet, to be signed and stamped by hand. */
const signatures = (columns: number): WrittenCell[] => {
  const places = words.signatures.map(
    (_, index) => Math.round((index * (columns - 1)) / words.signatures.length) + 1,
  )
  return Array.from({ length: columns }, (_, column) => ({
    value: words.signatures[places.indexOf(column)] ?? null,
  }))
}
