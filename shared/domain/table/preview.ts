import { type Amount, readAmount } from '../amount.ts'
import type { Figures } from '../figures.ts'
import type { IndicatorId, Programme } from '../programme.ts'
import { openQuestions, type Report } from '../report.ts'
import { explanationReasons } from '../rules/explanation.ts'
import { type Finding, judge } from '../rules/judge.ts'
import type { LineProblem, TableLine } from './rows.ts'

/**
 * What would come of a row; only 确认提交 stores it. `questioned`: stored then, and to be explained. `condition`: 停产,
 * 搬迁, 注销, or back to 正常. `explained`: words for open questions, the figures stay. `untouched`: nothing was typed.
 * `contested`: somebody filed or returned it after the table was made, and the officer chooses on the firm's own card.
 */
export const previewKinds = [
  ...(['new', 'changed', 'questioned', 'condition', 'explained'] as const),
  ...(['unchanged', 'untouched', 'contested', 'refused'] as const),
] as const
export type PreviewKind = (typeof previewKinds)[number]

type Change = { on: IndicatorId; before?: Amount; after: Amount }

export type PreviewRow = {
  is: PreviewKind
  line: TableLine
  changes: readonly Change[]
  /** Refusals of a refused row, questions of a questioned one. */
  findings: readonly Finding[]
  /** Still owed after this. */
  missing: readonly IndicatorId[]
  problem?: LineProblem
}

export type Preview = {
  counts: Readonly<Record<PreviewKind, number>>
  rows: PreviewRow[]
  /** Firms that the table does not have. */
  absent: readonly Report[]
}

export type PreviewFacts = {
  programme: Programme
  reports: readonly Report[]
  /** The township's sequence when the template was made, or now for a table without one. */
  seen: number
}

/** What a table would change, row by row, judged as it will be when it is filed. */
export const previewOf = (lines: readonly TableLine[], facts: PreviewFacts): Preview => {
  const byCode = new Map(facts.reports.map((report) => [report.code, report]))
  const rows = lines.map((line) => rowOf(line, line.code && byCode.get(line.code), facts))
  const inTable = new Set(lines.map(({ code }) => code))
  const counts: Record<PreviewKind, number> = {
    ...{ new: 0, changed: 0, questioned: 0, condition: 0, explained: 0, unchanged: 0 },
    ...{ untouched: 0, contested: 0, refused: 0 },
  }
  for (const { is } of rows) counts[is] += 1
  return { counts, rows, absent: facts.reports.filter(({ code }) => !inTable.has(code)) }
}

const rowOf = (line: TableLine, report: Report | undefined, facts: PreviewFacts): PreviewRow => {
  const nothing = { line, changes: [], findings: [], missing: [] }
  if (line.problem) return { ...nothing, is: 'refused', problem: line.problem }
  if (report === undefined) return { ...nothing, is: 'refused', problem: { why: 'unknown-firm' } }
  if (Object.keys(line.typed).length > 0) return judged(line, report, facts)
  const isMoved = line.condition !== undefined && line.condition !== report.condition
  if (isMoved) return { ...nothing, is: report.sequence > facts.seen ? 'contested' : 'condition' }
  return { ...nothing, is: explains(line, report) ? 'explained' : 'untouched' }
}

const explains = ({ words }: TableLine, report: Report): boolean =>
  words !== undefined && openQuestions(report).length > 0

const judged = (line: TableLine, report: Report, { programme, seen }: PreviewFacts): PreviewRow => {
  const readings = Object.fromEntries(
    programme.indicators.map(({ id, decimals }) => [id, readAmount(line.typed[id] ?? '', { decimals })]),
  )
  const { month, figures: stored, reference } = report
  const findings = judge({ programme, month, readings, stored, condition: 'normal', reference })
  const missing = findings.filter(({ kind }) => kind === 'missing').map(({ on }) => on)
  const refusals = findings.filter(({ severity, kind }) => severity === 'refuse' && kind !== 'missing')
  const changes = changesOf(
    Object.entries(readings).flatMap(([id, one]) => (one.is === 'amount' ? [[id, one.value]] : [])),
    stored,
  )
  const row = { line, changes, findings: [], missing }
  if (refusals.length > 0) return { ...row, is: 'refused', findings: refusals }
  // The figures that it had before 停产 do not say that it works again: 正常 is to be said on its card.
  if (changes.length === 0 && report.condition !== 'normal')
    return { ...row, is: 'refused', problem: { why: 'condition-with-figures' } }
  if (changes.length === 0) return { ...row, is: explains(line, report) ? 'explained' : 'unchanged' }
  if (report.sequence > seen) return { ...row, is: 'contested' }
  const questions = findings.filter(({ severity }) => severity === 'explain')
  if (questions.length > 0) return { ...row, is: 'questioned', findings: questions }
  return { ...row, is: Object.keys(stored).length === 0 ? 'new' : 'changed' }
}

const changesOf = (values: readonly (readonly [IndicatorId, Amount])[], stored: Figures): Change[] =>
  values.flatMap(([on, after]) => {
    const before = stored[on]
    return before === after ? [] : [{ on, after, ...(before !== undefined && { before }) }]
  })

/** The rows that 确认提交 files with figures or words. */
export const isFiled = ({ is }: PreviewRow): boolean =>
  is === 'new' || is === 'changed' || is === 'questioned' || is === 'explained'

/** 说明 as an answer to each question of the row: 季节、春节：… has its reason in front, other words are 其他. */
export const answersOf = (
  words: string,
  on: readonly string[],
): { on: string; reason: string; text: string }[] => {
  const reason = explanationReasons.find((one) => words.startsWith(one)) ?? '其他'
  const text = words.startsWith(reason) ? words.slice(reason.length).replace(/^[\s:：，,；;]+/, '') : words
  return [...new Set(on)].map((one) => ({ on: one, reason, text }))
}
