import { openQuestions, RETURNED, type Report } from '../../shared/domain/report.ts'
import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import { filing, keptSentence, missingSentence, nextUpLine, othersMissing, receipt } from '../words/filing.ts'
import { isKept } from '../words/result-title.ts'
import { returnedWords } from './filing-blocks.ts'
import type { Outcome } from './filing-result.ts'
import { escaped, shorten } from './kit.ts'

/** More lines than this would push what is left to do off the screen. */
const MOST_LINES = 10

/** Who filed how much and what is still missing till when, then what is to know about single firms. */
export const remarks = (outcome: Outcome): string => {
  const { tally, results, nextUp } = outcome
  const count = (is: FirmResult['is']) => results.filter((result) => result.is === is).length
  const keptFirst = results.toSorted((a, b) => Number(isKept(b)) - Number(isKept(a)))
  const lines = keptFirst.flatMap((result) => about(result, outcome))
  return [
    receipt(tally, {
      place: outcome.townshipName,
      by: escaped(outcome.by),
      at: outcome.at,
      filed: count('stored'),
    }),
    ...(outcome.said ?? []).map(escaped),
    ...(count('stored') > 0 && count('refused') > 0 ? [filing.restIsDone] : []),
    ...(results.length > 0 && results.every((result) => result.is === 'untouched' && !isKept(result))
      ? [filing.untouched]
      : []),
    ...(outcome.again ? [] : again(results)),
    ...lines.slice(0, MOST_LINES),
    ...othersOf(outcome),
    ...(lines.length > MOST_LINES ? [filing.moreLines(lines.length - MOST_LINES)] : []),
    ...(nextUp.length > 0 ? [nextUpLine(nextUp.map(({ name }) => escaped(shorten(name, 12))))] : []),
  ].join('\n')
}

/** What came again: a firm that was sent back has not been filed again by that. */
const again = (results: readonly FirmResult[]): string[] => {
  const same = results.filter((result) => result.is === 'same')
  const received = same.filter((result) => result.report.state !== 'returned' && !isKept(result))
  const returned = same.filter(({ report }) => report.state === 'returned')
  return [
    ...(received.length > 0 ? [filing.same(received.length)] : []),
    ...(returned.length > 0 ? [filing.stillReturned(returned.length)] : []),
  ]
}

const about = (result: FirmResult, { programme, again, indicator }: Outcome): string[] => {
  if (result.is === 'not-in-roster') return [filing.notInRoster]
  if (again || !('report' in result)) return []
  const { no, name } = result.report
  const missing = indicator === undefined ? namesOf(programme, missingIn(result)) : []
  const kept = programme.indicators.filter(({ id }) => 'kept' in result && result.kept?.includes(id))
  const lines = [
    ...(kept.length > 0 ? [keptSentence(result.report.figures, kept)] : []),
    ...(missing.length > 0 ? [missingSentence(missing)] : []),
    ...(result.is === 'same' ? reasonOf(result.report) : []),
  ]
  return lines.map((line) => `${no} ${escaped(shorten(name, 20))}：${line}`)
}

/** Why it was sent back, where no question below says it. */
const reasonOf = (report: Report): string[] => {
  const words = report.state === 'returned' ? returnedWords(report) : undefined
  return words === undefined || openQuestions(report).some(({ rule }) => rule === RETURNED) ? [] : [words]
}

/** A page that asked one figure says once what else the firms owe: it did not ask for it. */
const othersOf = ({ results, programme, indicator, again }: Outcome): string[] => {
  if (again || indicator === undefined) return []
  const owing = results.map(missingIn).filter((missing) => missing.length > 0)
  return owing.length === 0 ? [] : [othersMissing(owing.length, namesOf(programme, owing.flat()))]
}

/** The figures that a firm still owes, once what was typed is stored. */
const missingIn = (result: FirmResult): string[] =>
  result.is === 'stored' || result.is === 'same'
    ? result.findings.filter(({ rule }) => rule === 'missing').map(({ on }) => on)
    : []

const namesOf = ({ indicators }: Outcome['programme'], ids: readonly string[]): string[] =>
  indicators.filter(({ id }) => ids.includes(id)).map(({ short }) => short)
